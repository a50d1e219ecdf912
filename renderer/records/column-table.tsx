import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSet } from '../../shared/records/record-set.ts'
import type { ColumnDraft } from './column-draft.ts'
import { ColumnRow } from './column-row.tsx'
import styles from './columns-dialog.module.css'

/** Same figure as `.row` in columns-dialog.module.css. */
const ROW_HEIGHT = 44
const OVERSCAN = 4

export interface ColumnTableProps {
  recordSet: RecordSet
  drafts: readonly ColumnDraft[]
  mayChange: boolean
  onChange: (draft: ColumnDraft) => void
}

/** Only the rows in sight exist: a file may have five thousand columns. */
export function ColumnTable({ recordSet, drafts, mayChange, onChange }: ColumnTableProps) {
  const { t } = useTranslation('records')
  const scroller = useRef<HTMLDivElement>(null)
  const columns = useMemo(
    () => new Map(recordSet.columns.map((column) => [column.name, column])),
    [recordSet],
  )
  // oxlint-disable-next-line react/incompatible-library -- the hook stands in a small component of its own for this reason
  const virtual = useVirtualizer({
    count: drafts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
    overscan: OVERSCAN,
  })
  const shown = virtual.getVirtualItems()
  return (
    <div ref={scroller} className={styles['scroller']}>
      <table className={styles['table']} aria-label={t('columns.table')} aria-rowcount={drafts.length + 1}>
        <thead>
          <tr className={styles['headings']} aria-rowindex={1}>
            <th scope="col">{t('columns.name')}</th>
            <th scope="col">{t('columns.kind')}</th>
            <th scope="col">{t('columns.role')}</th>
            <th scope="col">{t('columns.values')}</th>
            <th scope="col">{t('columns.search')}</th>
            <th scope="col">{t('columns.blankCounts')}</th>
          </tr>
        </thead>
        <tbody
          className={styles['rows']}
          style={{ height: virtual.getTotalSize(), paddingTop: shown[0]?.start ?? 0 }}
        >
          {shown.map(({ index }) => {
            const draft = drafts[index]
            const column = draft === undefined ? undefined : columns.get(draft.name)
            if (draft === undefined || column === undefined) return null
            return (
              <ColumnRow
                key={draft.name}
                index={index + 2}
                column={column}
                rows={recordSet.rows}
                draft={draft}
                mayChange={mayChange}
                onChange={onChange}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

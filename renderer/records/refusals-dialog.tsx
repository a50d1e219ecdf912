import { useTranslation } from 'react-i18next'
import type { RecordRefusal, RecordSet } from '../../shared/records/record-set.ts'
import { type DataColumn, DataTable } from '../ui/data-table.tsx'
import { Dialog } from '../ui/dialog.tsx'
import styles from './record-panel.module.css'
import { useAmounts } from './use-amounts.ts'

/** Rows that could not be read, each with its place and reason. */
export function RefusalsDialog({ recordSet, onClose }: { recordSet: RecordSet; onClose: () => void }) {
  const { t } = useTranslation('records')
  const amounts = useAmounts()
  const { refusals, refusalCount } = recordSet
  const columns: readonly DataColumn<RecordRefusal>[] = [
    { id: 'file', header: t('refusals.file'), cell: ({ file }) => file },
    {
      id: 'line',
      header: t('refusals.line'),
      cell: ({ line }) => (line === null ? '' : amounts.count(line)),
      align: 'end',
    },
    { id: 'reason', header: t('refusals.reason'), cell: ({ reason }) => reason },
  ]
  return (
    <Dialog title={t('refusals.title', { name: recordSet.name })} isOpen onClose={onClose}>
      <p className={styles['lead']}>{t('refusals.lead')}</p>
      <DataTable
        label={t('refusals.table')}
        columns={columns}
        rows={refusals}
        rowKey={({ file, line, reason }) => `${file} ${line ?? ''} ${reason}`}
        empty={t('refusals.none')}
      />
      {refusalCount > refusals.length && (
        <p className={styles['lead']}>
          {t('refusals.more', {
            shown: amounts.count(refusals.length),
            total: amounts.count(refusalCount),
          })}
        </p>
      )}
    </Dialog>
  )
}

import { type Row, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../ui/panel.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { SelectField } from '../ui/select-field.tsx'
import styles from './attainment-table.module.css'
import { type AttainmentView, TABLE_COLUMNS } from './attainment-view.ts'
import { type Grouping, GROUPINGS, type TableLine } from './contract-groups.ts'
import { lowestShare } from './axis-ticks.ts'
import { SortHeading } from './sort-heading.tsx'
import { columns, type features as featureSet, features } from './table-model.ts'
import { TableRow } from './table-row.tsx'

export interface AttainmentTableProps {
  view: AttainmentView
  onView: (view: AttainmentView) => void
  groups: readonly TableLine[]
}

/** Contract → severity or customer, with counts beside every share. */
export function AttainmentTable({ view, onView, groups }: AttainmentTableProps) {
  const { t } = useTranslation('attainment')
  const { sort, grouping } = view
  const sorting = useMemo(() => (sort === null ? [] : [{ id: sort.column, desc: sort.descending }]), [sort])
  const data = useMemo(() => [...groups], [groups])
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (line) => line.id,
    getSubRows: partsOf,
    state: { sorting },
    onSortingChange: ignoreChange,
  })
  const lowest = useMemo(
    () =>
      lowestShare(
        groups.flatMap((group) =>
          [group, ...group.parts].flatMap(({ points }) => points.map((p) => p.share)),
        ),
      ),
    [groups],
  )

  return (
    <Panel
      title={t('table.title')}
      isFlush
      actions={
        <div className={styles['grouping']}>
          <SelectField
            label={t('table.by')}
            hideLabel
            value={grouping}
            choices={GROUPINGS.map((each) => ({ value: each, label: t(`table.grouping.${each}`) }))}
            onChange={(chosen) => onView({ ...view, grouping: chosen })}
          />
        </div>
      }
    >
      <div className={styles['wrap']}>
        <table className={styles['table']} aria-label={t('table.title')}>
          <thead>
            <tr>
              {TABLE_COLUMNS.map((column) => (
                <SortHeading
                  key={column}
                  column={column}
                  sort={sort}
                  onSort={(next) => onView({ ...view, sort: next })}
                />
              ))}
              <th scope="col">{t('table.columns.months')}</th>
              <th scope="col" className={styles['goals']}>
                {t('table.columns.goals')}
              </th>
            </tr>
          </thead>
          {table.getRowModel().rows.map((row) => (
            <tbody key={row.id}>
              <TableRow line={row.original} name={row.original.name ?? ''} lowest={lowest} isContract />
              {row.subRows.map((part: Row<typeof featureSet, TableLine>) => (
                <TableRow
                  key={part.id}
                  line={part.original}
                  name={<PartName line={part.original} grouping={grouping} />}
                  lowest={lowest}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Panel>
  )
}

/** A severity in the mark it has on the board, a customer by name. */
function PartName({ line, grouping }: { line: TableLine; grouping: Grouping }) {
  const { t } = useTranslation('attainment')
  const { name, rank } = line
  if (name === null) return t(grouping === 'severity' ? 'table.noSeverity' : 'table.noCustomer')
  return grouping === 'severity' ? <SeverityMark assessed={name} reported={null} rank={rank} /> : name
}

function partsOf(line: TableLine): TableLine[] {
  return [...line.parts]
}

/** The address is the one truth of the sorting; the table only follows it. */
function ignoreChange(): void {}

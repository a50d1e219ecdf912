import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../shared/records/source.ts'
import { type DataColumn, DataTable } from '../ui/data-table.tsx'
import { Instant } from '../ui/instant.tsx'

interface NumberedRefusal extends Refusal {
  readonly key: string
}

export interface RefusalTableProps {
  refusals: readonly Refusal[]
  /** How many there are in all; the list may be cut. */
  total: number
  withTime?: boolean
}

/** Refused records with the place in the source and the reason. */
export function RefusalTable({ refusals, total, withTime = false }: RefusalTableProps) {
  const { t } = useTranslation('sources')
  const rows = refusals.map((refusal, index) => ({ ...refusal, key: `${index} ${refusal.place}` }))
  const columns: DataColumn<NumberedRefusal>[] = [
    { id: 'place', header: t('refusals.place'), cell: (refusal) => refusal.place },
    { id: 'reason', header: t('refusals.reason'), cell: (refusal) => refusal.reason },
  ]
  if (withTime) {
    columns.push({ id: 'at', header: t('refusals.at'), cell: timeOf })
  }
  return (
    <>
      <DataTable
        label={t('refusals.count', { count: total })}
        columns={columns}
        rows={rows}
        rowKey={(refusal) => refusal.key}
        empty={t('refusals.none')}
      />
      {total > refusals.length && <p>{t('refusals.more', { shown: refusals.length, total })}</p>}
    </>
  )
}

function timeOf(refusal: Refusal) {
  return <Instant at={refusal.at} />
}

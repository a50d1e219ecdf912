import type { Attainment, AttainmentQuestion } from '../../../shared/contract/attainment.ts'
import { writeCsv, type CsvValue } from '../csv/write-csv.ts'
import type { PolicyLibrary } from './policy-library.ts'

const COLUMNS = [
  'contract id',
  'contract',
  'version',
  'customer',
  'severity',
  'metric',
  'goal',
  'month',
  'time zone',
  'met',
  'breached',
  'excluded',
  'share',
  'required share',
] as const

type Line = Readonly<Record<(typeof COLUMNS)[number], CsvValue>>

/**
 * One line per row, then one per goal, which alone has `goal` and `required share`. Shares are from 0 to 1 and are
 * never rounded, since 0.9996 is not a promise kept; without a decided promise there is none.
 */
export function attainmentCsv(
  { rows, goals }: Pick<Attainment, 'rows' | 'goals'>,
  { timeZone }: Pick<AttainmentQuestion, 'timeZone'>,
  policies: Pick<PolicyLibrary, 'get'>,
): string {
  function headOf(policyId: string): Pick<Line, 'contract id' | 'contract' | 'version' | 'time zone'> {
    const summary = policies.get(policyId)?.summary
    return {
      'contract id': policyId,
      contract: summary?.name ?? null,
      version: summary?.version ?? null,
      'time zone': timeZone,
    }
  }

  const rowLines = rows.map((row): Line => ({
    ...row,
    ...headOf(row.policyId),
    goal: null,
    share: shareOf(row.met, row.breached),
    'required share': null,
  }))
  const goalLines = goals.map((goal): Line => {
    const { customer, metric, name, month, kept, missed, requiredShare } = goal
    return {
      ...headOf(goal.policyId),
      customer,
      severity: null,
      metric,
      goal: name,
      month,
      met: kept,
      breached: missed,
      excluded: null,
      share: shareOf(kept, missed),
      'required share': requiredShare,
    }
  })
  return writeCsv(COLUMNS, [...rowLines, ...goalLines])
}

function shareOf(met: number, breached: number): number | null {
  return met + breached === 0 ? null : met / (met + breached)
}

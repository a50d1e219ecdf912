import type { AttainmentGoal, AttainmentRow } from '../../shared/contract/attainment.ts'
import { type Counts, shareOf, sumCounts } from './counts.ts'
import { countsOf } from './report-rows.ts'

/** One month of what is looked at. */
export interface MonthPoint {
  readonly month: string
  readonly counts: Counts
  /** 0..1; null in a month without decided clocks: a gap, never 100 %. */
  readonly share: number | null
  /** The goal beside it, counted by its own rule; null where none is looked at or it has no case this month. */
  readonly goal: { readonly kept: number; readonly broken: number; readonly share: number } | null
}

/** A point for every month, those without any case included. */
export function monthSeries(
  months: readonly string[],
  rows: readonly AttainmentRow[],
  goals: readonly AttainmentGoal[],
): MonthPoint[] {
  const rowsByMonth = Map.groupBy(rows, (row) => row.month)
  const goalsByMonth = Map.groupBy(goals, (goal) => goal.month)
  return months.map((month) => {
    const counts = sumCounts((rowsByMonth.get(month) ?? []).map(countsOf))
    return { month, counts, share: shareOf(counts), goal: goalOf(goalsByMonth.get(month) ?? []) }
  })
}

function goalOf(goals: readonly AttainmentGoal[]): MonthPoint['goal'] {
  const { kept, broken } = sumCounts(
    goals.map((goal) => ({ kept: goal.kept, broken: goal.missed, excluded: 0 })),
  )
  const share = shareOf({ kept, broken })
  return share === null ? null : { kept, broken, share }
}

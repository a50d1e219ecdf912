import type { AttainmentGoal, AttainmentRow } from '../../shared/contract/attainment.ts'
import { type Counts, sumCounts } from './counts.ts'
import { goalTotals, type GoalTotal } from './goal-totals.ts'
import { monthSeries, type MonthPoint } from './month-series.ts'
import { countsOf } from './report-rows.ts'
import type { Contracts } from './use-contracts.ts'

export const GROUPINGS = ['severity', 'customer'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** A line of the table: a contract, or a severity or customer within it. */
export interface TableLine {
  readonly id: string
  readonly policyId: string
  /** Of the contract, severity or customer; null for cases without one. */
  readonly name: string | null
  /** Of a severity, 0 for the most severe of the contract; null for anything else. */
  readonly rank: number | null
  readonly counts: Counts
  readonly points: readonly MonthPoint[]
  readonly goals: readonly GoalTotal[]
  /** The lines within a contract. */
  readonly parts: readonly TableLine[]
}

export interface GroupingInput {
  readonly months: readonly string[]
  readonly rows: readonly AttainmentRow[]
  readonly goals: readonly AttainmentGoal[]
  readonly grouping: Grouping
  readonly contracts: Contracts
}

/**
 * Contract → severity or customer. Severities stand by rank, customers with the most broken promises first. A contract
 * is listed for its goals alone too, since a goal may count what no promise does.
 */
export function contractGroups(input: GroupingInput): TableLine[] {
  const { months, rows, goals } = input
  const rowsOf = Map.groupBy(rows, (row) => row.policyId)
  const goalsOf = Map.groupBy(goals, (goal) => goal.policyId)
  const policyIds = [...new Set([...rowsOf.keys(), ...goalsOf.keys()])]
  const groups = policyIds.map((policyId) => {
    const ownRows = rowsOf.get(policyId) ?? []
    const ownGoals = goalsOf.get(policyId) ?? []
    const line = { id: policyId, policyId, name: input.contracts.name(policyId), rank: null }
    const parts = partsOf(policyId, ownRows, ownGoals, input)
    return { ...line, ...figuresOfLine(months, ownRows, ownGoals), parts }
  })
  return groups.sort((left, right) => compareNames(left.name, right.name))
}

function partsOf(
  policyId: string,
  rows: readonly AttainmentRow[],
  goals: readonly AttainmentGoal[],
  { grouping, months, contracts }: GroupingInput,
): TableLine[] {
  const byValue = Map.groupBy(rows, (row) => row[grouping])
  // A goal names its severities itself, so only customers have goals of their own.
  const goalsOf = (value: string | null) =>
    grouping === 'customer' ? goals.filter((goal) => goal.customer === value) : []
  const order = contracts.severityOrder(policyId)
  const rankOf = (value: string | null) => {
    const rank = grouping === 'severity' && value !== null ? order.indexOf(value) : -1
    return rank === -1 ? null : rank
  }
  const lines = [...byValue].map(([value, part]) => ({
    id: `${policyId}/${value ?? ''}`,
    policyId,
    name: value,
    rank: rankOf(value),
    ...figuresOfLine(months, part, goalsOf(value)),
    parts: [],
  }))
  return lines.sort((left, right) =>
    grouping === 'severity'
      ? (left.rank ?? order.length) - (right.rank ?? order.length) || compareNames(left.name, right.name)
      : right.counts.broken - left.counts.broken || compareNames(left.name, right.name),
  )
}

function figuresOfLine(
  months: readonly string[],
  rows: readonly AttainmentRow[],
  goals: readonly AttainmentGoal[],
): Pick<TableLine, 'counts' | 'points' | 'goals'> {
  return {
    counts: sumCounts(rows.map(countsOf)),
    points: monthSeries(months, rows, []),
    goals: goalTotals(goals),
  }
}

/** Names in reading order, those without one last. */
function compareNames(left: string | null, right: string | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null)
  return left.localeCompare(right)
}

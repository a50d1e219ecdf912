import type { Attainment, AttainmentGoal, AttainmentRow } from '../../shared/contract/attainment.ts'
import type { Counts } from './counts.ts'

/** Which part of a report is looked at; null: every one. */
export interface Choice {
  readonly policyId: string | null
  readonly customer: string | null
  readonly metric: string | null
  readonly severity: string | null
}

export function countsOf(row: AttainmentRow): Counts {
  return { kept: row.met, broken: row.breached, excluded: row.excluded }
}

export function chooseRows(rows: readonly AttainmentRow[], choice: Choice): AttainmentRow[] {
  return rows.filter(
    (row) =>
      matches(choice.policyId, row.policyId) &&
      matches(choice.customer, row.customer) &&
      matches(choice.metric, row.metric) &&
      matches(choice.severity, row.severity),
  )
}

/** A goal names its own metric and severities, so only contract and customer choose among goals. */
export function chooseGoals(
  goals: readonly AttainmentGoal[],
  choice: Pick<Choice, 'policyId' | 'customer'>,
): AttainmentGoal[] {
  return goals.filter(
    (goal) => matches(choice.policyId, goal.policyId) && matches(choice.customer, goal.customer),
  )
}

function matches(chosen: string | null, value: string | null): boolean {
  return chosen === null || chosen === value
}

/** What the report can be chosen by. */
export interface Choices {
  readonly policyIds: readonly string[]
  readonly customers: readonly string[]
  readonly metrics: readonly string[]
  readonly severities: readonly string[]
}

/** Severities are those of the chosen contract: `P1` of one is not `P1` of another. */
export function choicesOf({ rows, goals }: Attainment, policyId: string | null): Choices {
  const all = [...rows, ...goals]
  return {
    policyIds: distinct(all.map((row) => row.policyId)),
    customers: distinct(all.map((row) => row.customer)),
    metrics: distinct(all.map((row) => row.metric)),
    severities: distinct(rows.filter((row) => matches(policyId, row.policyId)).map((row) => row.severity)),
  }
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort((left, right) =>
    left.localeCompare(right),
  )
}

/** The metric looked at where none is chosen: every contract that promises anything promises a first response. */
export function metricOrDefault(metric: string | null, metrics: readonly string[]): string {
  const usual = 'first-response'
  if (metric !== null) return metric
  return metrics.includes(usual) ? usual : (metrics[0] ?? usual)
}

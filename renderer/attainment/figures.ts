import type { Attainment } from '../../shared/contract/attainment.ts'
import type { AttainmentView } from './attainment-view.ts'
import { contractGroups, type TableLine } from './contract-groups.ts'
import { type Counts, sumCounts } from './counts.ts'
import { goalKey, goalTotals, type GoalTotal } from './goal-totals.ts'
import { type MonthPoint, monthSeries } from './month-series.ts'
import { monthsBetween } from './months.ts'
import type { Contracts } from './use-contracts.ts'
import { type Choices, choicesOf, chooseGoals, chooseRows, countsOf, metricOrDefault } from './report-rows.ts'

/** Everything the screen shows of a report, from one selection: words, chart and table cannot differ. */
export interface Figures {
  readonly choices: Choices
  readonly metric: string
  readonly counts: Counts
  readonly points: readonly MonthPoint[]
  readonly goals: readonly GoalTotal[]
  /** Goals for the metric looked at, of which the chart draws one. */
  readonly chartGoals: readonly GoalTotal[]
  readonly chartGoal: GoalTotal | null
  readonly groups: readonly TableLine[]
  /** Severities with cases of the contract looked at, most severe first; empty with several contracts. */
  readonly severities: readonly string[]
}

export function figuresOf(report: Attainment, view: AttainmentView, contracts: Contracts): Figures {
  const choices = choicesOf(report, view.policyId)
  const metric = metricOrDefault(view.metric, choices.metrics)
  const months = monthsBetween(view.from, view.to)
  const rows = chooseRows(report.rows, { ...view, metric })
  const goalRows = chooseGoals(report.goals, view)
  const goals = goalTotals(goalRows)
  const chartGoals = goals.filter((goal) => goal.metric === metric)
  const chartGoal = chartGoals.find((goal) => goal.key === view.goal) ?? chartGoals[0] ?? null
  const drawnGoalRows = goalRows.filter((goal) => goalKey(goal) === chartGoal?.key)
  const groups = contractGroups({ months, rows, goals: goalRows, grouping: view.grouping, contracts })
  const [only] = groups
  const present = new Set(rows.map((row) => row.severity))
  return {
    choices,
    metric,
    counts: sumCounts(rows.map(countsOf)),
    points: monthSeries(months, rows, drawnGoalRows),
    goals,
    chartGoals,
    chartGoal,
    groups,
    severities:
      groups.length === 1 && only !== undefined
        ? contracts.severityOrder(only.policyId).filter((code) => present.has(code))
        : [],
  }
}

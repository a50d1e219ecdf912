import type { AttainmentGoal } from '../../shared/contract/attainment.ts'
import { reaches } from './counts.ts'

/** One goal of one contract over the months and customers looked at. */
export interface GoalTotal {
  /** Contract and name: names are only distinct within a contract. */
  readonly key: string
  readonly policyId: string
  readonly name: string
  readonly metric: string
  readonly kept: number
  readonly broken: number
  /** 0..1 */
  readonly requiredShare: number
  /** `undecided` while it has no case: nothing was kept and nothing broken. */
  readonly verdict: 'met' | 'not-met' | 'undecided'
}

export function goalKey(goal: Pick<AttainmentGoal, 'policyId' | 'name'>): string {
  return `${goal.policyId}/${goal.name}`
}

/** In the order in which the goals first stand in the report. */
export function goalTotals(goals: readonly AttainmentGoal[]): GoalTotal[] {
  return [...Map.groupBy(goals, goalKey)].flatMap(([key, parts]) => {
    const [first] = parts
    if (first === undefined) return []
    const { policyId, name, metric, requiredShare } = first
    let kept = 0
    let broken = 0
    for (const part of parts) {
      kept += part.kept
      broken += part.missed
    }
    const verdict = verdictOf(kept, broken, requiredShare)
    return [{ key, policyId, name, metric, kept, broken, requiredShare, verdict }]
  })
}

function verdictOf(kept: number, broken: number, requiredShare: number): GoalTotal['verdict'] {
  if (kept + broken === 0) return 'undecided'
  return reaches(kept / (kept + broken), requiredShare) ? 'met' : 'not-met'
}

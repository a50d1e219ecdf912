import { checkCondition, noCalendar } from './check-condition.ts'
import { coverTogether, mayMeet } from './condition-cover.ts'
import { parseLength } from './duration.ts'
import type { Finding } from './finding.ts'
import type { Policy, PolicyLadder, PolicyLadderStep } from './policy.ts'

/** One ladder: that it can be reached, follows a promise of this file, and that its steps come one after another. */
export function checkLadder(policy: Policy, ladder: PolicyLadder, place: string): Finding[] {
  const { metric, name } = ladder
  const sameName = policy.escalation.filter((other) => other.name === name)
  const earlier = sameName.slice(0, sameName.indexOf(ladder))
  const taken = earlier.map(({ when }) => when)
  const findings = [
    ...(coverTogether(policy, taken, ladder.when)
      ? [{ place, reason: `never reached: an earlier "${name}" takes every ticket it is about` }]
      : []),
    ...neverDue(policy, ladder, place),
    ...(earlier.some((other) => other.metric !== metric)
      ? [{ place: `${place}.metric`, reason: `every "${name}" follows the same metric` }]
      : []),
    ...checkCondition(policy, ladder.when, `${place}.when`),
    ...(metric === undefined ? [] : knownMetric(policy, metric, `${place}.metric`)),
  ]
  ladder.steps.forEach((step, index) => {
    const at = `${place}.steps[${index}].due`
    findings.push(...checkStepDue(policy, step, metric !== undefined, at))
    const before = ladder.steps[index - 1]
    if (before !== undefined && comesBefore(step, before)) {
      findings.push({ place: at, reason: 'due before the step it follows' })
    }
  })
  return findings
}

function checkStepDue(
  policy: Policy,
  { due }: PolicyLadderStep,
  followsClock: boolean,
  place: string,
): Finding[] {
  if (due === 'on-demand') return []
  if (!followsClock) return [{ place, reason: 'a ladder without a metric has steps on demand only' }]
  if (typeof due === 'string') return []
  const length = parseLength(due.time)
  if (due.calendar === undefined) {
    if (typeof length === 'string' || length.kind === 'time') return []
    return [{ place: `${place}.time`, reason: 'working days need a calendar' }]
  }
  return Object.hasOwn(policy.calendars, due.calendar) ? [] : [noCalendar(`${place}.calendar`, due.calendar)]
}

/** Only what can be told without a ticket: a time after the start may lie anywhere. */
function comesBefore(step: PolicyLadderStep, before: PolicyLadderStep): boolean {
  const rank = rankOf(step)
  const rankBefore = rankOf(before)
  if (rank === null || rankBefore === null) return false
  if (typeof step.due === 'string' || typeof before.due === 'string') return rank < rankBefore
  if (step.due.calendar !== before.due.calendar) return false
  const length = parseLength(step.due.time)
  const lengthBefore = parseLength(before.due.time)
  if (typeof length === 'string' || typeof lengthBefore === 'string') return false
  if (length.kind === 'time' && lengthBefore.kind === 'time') return length.ms < lengthBefore.ms
  return (
    length.kind === 'working-days' && lengthBefore.kind === 'working-days' && length.days < lengthBefore.days
  )
}

function rankOf({ due }: PolicyLadderStep): number | null {
  if (due === 'at-risk') return 0
  if (due === 'at-breach') return 1
  return typeof due === 'object' && due.after === 'breach' ? 2 : null
}

/** A ladder that waits for the breach of a promise nobody gave. */
function neverDue(policy: Policy, { metric, when, steps }: PolicyLadder, place: string): Finding[] {
  const own = policy.metrics.find((one) => one.metric === metric)
  if (own === undefined || steps.every(({ due }) => due === 'on-demand')) return []
  if (own.targets.some((target) => target.limit !== 'none' && mayMeet(target.when, when))) return []
  const reason = `never due: no target of "${metric}" promises such tickets a time`
  return [{ place: `${place}.metric`, reason }]
}

export function knownMetric(policy: Policy, metric: string, place: string): Finding[] {
  if (policy.metrics.some((own) => own.metric === metric)) return []
  return [{ place, reason: `there is no metric "${metric}" in this file` }]
}

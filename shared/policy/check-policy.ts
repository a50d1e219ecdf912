import { CalendarFault } from '../time/calendar-fault.ts'
import { compileCalendar } from '../time/compiled-calendar.ts'
import { parseLength } from './duration.ts'
import { KNOWN_LIFECYCLES } from './lifecycles.ts'
import type {
  Condition,
  Policy,
  PolicyLadder,
  PolicyLadderStep,
  PolicyMetric,
  PolicyTarget,
} from './policy.ts'

/** A place in the file and what is wrong there. */
export interface Finding {
  readonly place: string
  readonly reason: string
}

/** What the shape of a policy file cannot say: names that stand for nothing, promises that contradict. */
export function checkPolicy(policy: Policy): Finding[] {
  return [
    ...repeated(
      policy.severities.map(({ code }) => code),
      'severities',
      'code',
    ),
    ...repeated(
      policy.metrics.map(({ metric }) => metric),
      'metrics',
      'metric',
    ),
    ...Object.entries(policy.calendars).flatMap(([name, calendar]) => checkCalendar(name, calendar)),
    ...policy.metrics.flatMap((metric, index) => checkMetric(policy, metric, `metrics[${index}]`)),
    ...repeated(
      policy.attainment.map(({ name }) => name),
      'attainment',
      'name',
    ),
    ...policy.escalation.flatMap((ladder, index) => checkLadder(policy, ladder, `escalation[${index}]`)),
    ...policy.attainment.flatMap(({ metric, when }, index) => [
      ...knownMetric(policy, metric, `attainment[${index}].metric`),
      ...checkCondition(policy, when, `attainment[${index}].when`),
    ]),
  ]
}

function repeated(values: readonly string[], place: string, key: string): Finding[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [{ place: `${place}[${index}].${key}`, reason: `"${value}" stands here twice` }],
  )
}

function checkCalendar(name: string, calendar: Policy['calendars'][string]): Finding[] {
  try {
    // Public holidays are checked where they can be looked up, when the policy is compiled.
    const { publicHolidays: _, ...own } = calendar
    compileCalendar(own, 0, 0)
    return []
  } catch (error) {
    if (!(error instanceof CalendarFault)) throw error
    return [{ place: `calendars.${name}.${error.place}`, reason: error.message }]
  }
}

function checkMetric(policy: Policy, metric: PolicyMetric, place: string): Finding[] {
  const unknown = KNOWN_LIFECYCLES[metric.metric] === undefined
  const findings: Finding[] = []
  if (unknown && (metric.start === undefined || metric.stop === undefined)) {
    findings.push({
      place,
      reason: `"${metric.metric}" is a metric of your own: say what starts and stops it`,
    })
  }
  findings.push(...checkOrder(policy, metric, place))
  metric.exclusions.forEach(({ when }, index) => {
    const at = `${place}.exclusions[${index}].when`
    if (Object.keys(when).length === 0)
      findings.push({ place: at, reason: 'this would exclude every ticket' })
    findings.push(...checkCondition(policy, when, at))
  })
  findings.push(...checkTargets(policy, metric.targets, `${place}.targets`))
  if (metric.rearm !== undefined) {
    findings.push(...checkTargets(policy, metric.rearm.targets, `${place}.rearm.targets`))
  }
  return findings
}

/** Metrics are replayed in the order of the file: one that waits for another stands below it, or it never starts. */
function checkOrder(policy: Policy, metric: PolicyMetric, place: string): Finding[] {
  const after = metric.after ?? KNOWN_LIFECYCLES[metric.metric]?.after ?? null
  if (after === null) return []
  const names = policy.metrics.map((own) => own.metric)
  const at = metric.after === undefined ? place : `${place}.after`
  if (!names.includes(after)) {
    const reason = `it starts once "${after}" is settled, and there is no metric "${after}" in this file`
    return [{ place: at, reason }]
  }
  if (names.indexOf(after) < names.indexOf(metric.metric)) return []
  return [{ place: at, reason: `it starts once "${after}" is settled, so it stands below that` }]
}

function checkTargets(policy: Policy, targets: readonly PolicyTarget[], place: string): Finding[] {
  const catchAll = targets.findIndex(({ when }) => Object.keys(when).length === 0)
  return targets.flatMap((target, index) => {
    const at = `${place}[${index}]`
    const findings = checkCondition(policy, target.when, `${at}.when`)
    if (!(target.calendar in policy.calendars)) findings.push(noCalendar(`${at}.calendar`, target.calendar))
    if (catchAll !== -1 && index > catchAll) {
      findings.push({ place: at, reason: 'never reached: an earlier target takes every ticket' })
    }
    if (goalBeyondLimit(target)) {
      findings.push({ place: `${at}.goal`, reason: 'the goal must be shorter than the limit' })
    }
    return findings
  })
}

function checkLadder(policy: Policy, ladder: PolicyLadder, place: string): Finding[] {
  const { metric, name } = ladder
  const sameName = policy.escalation.filter((other) => other.name === name)
  const earlier = sameName.slice(0, sameName.indexOf(ladder))
  const findings = [
    ...(earlier.some(({ when }) => Object.keys(when).length === 0)
      ? [{ place, reason: `never reached: an earlier "${name}" takes every ticket` }]
      : []),
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
  return due.calendar in policy.calendars ? [] : [noCalendar(`${place}.calendar`, due.calendar)]
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

function goalBeyondLimit({ goal, limit }: PolicyTarget): boolean {
  if (goal === undefined) return false
  if (typeof limit !== 'string') return false
  const soft = parseLength(goal)
  const hard = parseLength(limit)
  if (typeof soft === 'string' || typeof hard === 'string') return limit === 'none'
  if (soft.kind === 'time' && hard.kind === 'time') return soft.ms >= hard.ms
  return soft.kind === 'working-days' && hard.kind === 'working-days' && soft.days >= hard.days
}

function checkCondition(policy: Policy, condition: Condition, place: string): Finding[] {
  const codes = new Set(policy.severities.map(({ code }) => code))
  const findings = (condition.severity ?? []).flatMap((code, index) =>
    codes.has(code)
      ? []
      : [{ place: `${place}.severity[${index}]`, reason: `there is no severity "${code}" in this file` }],
  )
  const { calendar } = condition
  if (calendar !== undefined && !(calendar.name in policy.calendars)) {
    findings.push(noCalendar(`${place}.calendar.name`, calendar.name))
  }
  return findings
}

function knownMetric(policy: Policy, metric: string, place: string): Finding[] {
  if (policy.metrics.some((own) => own.metric === metric)) return []
  return [{ place, reason: `there is no metric "${metric}" in this file` }]
}

function noCalendar(place: string, name: string): Finding {
  return { place, reason: `there is no calendar "${name}" in this file` }
}

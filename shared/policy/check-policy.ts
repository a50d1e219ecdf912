import { settledStatuses, ticketStatus } from '../records/ticket.ts'
import { calendarSlips } from '../time/calendar-slips.ts'
import { CalendarFault } from '../time/calendar-fault.ts'
import { compileCalendar } from '../time/compiled-calendar.ts'
import { checkCondition, noCalendar } from './check-condition.ts'
import { checkAtRisk, checkFigures } from './check-figures.ts'
import { checkTriggers } from './check-triggers.ts'
import { coverTogether, mayMeet } from './condition-cover.ts'
import { parseLength } from './duration.ts'
import type { Finding } from './finding.ts'
import { knownLifecycle } from './lifecycles.ts'
import type { Policy, PolicyLadder, PolicyLadderStep, PolicyMetric, PolicyTarget } from './policy.ts'

/** What the shape of a policy file cannot say: names that stand for nothing, promises that contradict. */
export function checkPolicy(policy: Policy): Finding[] {
  return [
    ...checkWorkingDays(policy),
    ...checkAtRisk(policy),
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
    ...policy.attainment.flatMap((goal, index) => checkGoal(policy, goal, `attainment[${index}]`)),
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
    return calendarSlips(calendar).map(({ place, reason }) => ({
      place: `calendars.${name}.${place}`,
      reason,
    }))
  } catch (error) {
    if (!(error instanceof CalendarFault)) throw error
    return [{ place: `calendars.${name}.${error.place}`, reason: error.message }]
  }
}

function checkMetric(policy: Policy, metric: PolicyMetric, place: string): Finding[] {
  const unknown = knownLifecycle(metric.metric) === undefined
  const findings: Finding[] = []
  if (unknown && (metric.start === undefined || metric.stop === undefined)) {
    findings.push({
      place,
      reason: `"${metric.metric}" is a metric of your own: say what starts and stops it`,
    })
  }
  findings.push(
    ...checkOrder(policy, metric, place),
    ...checkTriggers(metric, place),
    ...checkHolds(policy, metric, place),
    ...checkTargets(policy, metric.targets, `${place}.targets`),
  )
  const exclusions = metric.exclusions.map(({ when }) => when)
  const isEveryTicket = coverTogether(policy, exclusions, {})
  metric.targets.forEach(({ when, limit }, index) => {
    // What promises no figure may say so of what is excluded, too.
    if (limit === 'none' || isEveryTicket || !coverTogether(policy, exclusions, when)) return
    findings.push({
      place: `${place}.targets[${index}]`,
      reason: 'never counted: the exclusions take every ticket it is about',
    })
  })
  if (metric.rearm !== undefined) {
    findings.push(...checkTargets(policy, metric.rearm.targets, `${place}.rearm.targets`))
    findings.push(...checkRearming(policy, metric.targets, metric.rearm.targets, `${place}.rearm.targets`))
  }
  return findings
}

/** A promise given anew is a time, counted by the calendar of the promise it takes the place of. */
function checkRearming(
  policy: Policy,
  targets: readonly PolicyTarget[],
  again: readonly PolicyTarget[],
  place: string,
): Finding[] {
  return again.flatMap(({ when, limit, calendar }, index) => {
    if (limit === 'none') return []
    const at = `${place}[${index}]`
    if (!isTime(policy, limit)) {
      const reason = 'what is promised anew is a time like 15 min: it counts from the event, not from a day'
      return [{ place: `${at}.limit`, reason }]
    }
    const before = again.slice(0, index).map((other) => other.when)
    const otherwise = targets.find(
      (target, position) =>
        target.calendar !== calendar &&
        target.limit !== 'none' &&
        mayMeet(target.when, when) &&
        !coverTogether(policy, before, target.when) &&
        !coverTogether(
          policy,
          targets.slice(0, position).map((other) => other.when),
          when,
        ),
    )
    if (otherwise === undefined) return []
    const reason = `the promise it takes the place of counts by "${otherwise.calendar}": both need one calendar`
    return [{ place: `${at}.calendar`, reason }]
  })
}

/** What keeps a clock from counting must leave something to count. */
function checkHolds(policy: Policy, metric: PolicyMetric, place: string): Finding[] {
  const findings: Finding[] = []
  const holds = { exclusions: 'exclude every ticket', pausedWhen: 'pause every ticket for good' } as const
  for (const [part, effect] of [
    ['exclusions', holds.exclusions],
    ['pausedWhen', holds.pausedWhen],
  ] as const) {
    metric[part].forEach(({ when }, index) => {
      const at = `${place}.${part}[${index}].when`
      const before = metric[part].slice(0, index).map((other) => other.when)
      const upToHere = [...before, when]
      if (coverTogether(policy, upToHere, {})) findings.push({ place: at, reason: `this would ${effect}` })
      else if (coverTogether(policy, before, when)) {
        findings.push({ place: at, reason: 'never reached: those before it take every such ticket' })
      }
      findings.push(...checkCondition(policy, when, at))
    })
  }
  const working = ticketStatus.options.filter((status) => !settledStatuses.includes(status))
  if (working.every((status) => metric.pausedIn.includes(status))) {
    findings.push({
      place: `${place}.pausedIn`,
      reason: 'it pauses in every status, so it would never count',
    })
  }
  return findings
}

function isTime(policy: Policy, limit: PolicyTarget['limit']): boolean {
  if (typeof limit !== 'string') return false
  const length = parseLength(limit)
  if (typeof length === 'string') return false
  return length.kind === 'time' || typeof policy.workingDays !== 'string'
}

/** N working days of so many hours each: a day has no more than 24. */
function checkWorkingDays({ workingDays }: Policy): Finding[] {
  if (typeof workingDays === 'string') return []
  const length = parseLength(workingDays.hours)
  if (typeof length !== 'string' && length.kind === 'time' && length.ms <= 24 * 3_600_000) return []
  return [
    { place: 'workingDays.hours', reason: 'the hours of one working day are a time of up to 24 h, like 8 h' },
  ]
}

function checkGoal(policy: Policy, goal: Policy['attainment'][number], place: string): Finding[] {
  const findings = [
    ...knownMetric(policy, goal.metric, `${place}.metric`),
    ...checkCondition(policy, goal.when, `${place}.when`),
  ]
  const share = Number.parseFloat(goal.share)
  if (!(share > 0 && share <= 100)) {
    findings.push({ place: `${place}.share`, reason: 'a share is more than 0 % and at most 100 %' })
  }
  const metric = policy.metrics.find((own) => own.metric === goal.metric)
  if (metric !== undefined && !metric.targets.some(({ when }) => mayMeet(when, goal.when))) {
    const reason = `never measured: no target of "${goal.metric}" is about such tickets`
    findings.push({ place: `${place}.when`, reason })
  }
  return findings
}

/** Metrics are replayed in the order of the file: one that waits for another stands below it, or it never starts. */
function checkOrder(policy: Policy, metric: PolicyMetric, place: string): Finding[] {
  const after = metric.after ?? knownLifecycle(metric.metric)?.after ?? null
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
  return targets.flatMap((target, index) => {
    const at = `${place}[${index}]`
    const findings = checkCondition(policy, target.when, `${at}.when`)
    if (!Object.hasOwn(policy.calendars, target.calendar)) {
      findings.push(noCalendar(`${at}.calendar`, target.calendar))
    }
    const earlier = targets.slice(0, index).map(({ when }) => when)
    if (coverTogether(policy, earlier, target.when)) {
      findings.push({ place: at, reason: 'never reached: earlier targets take every ticket it is about' })
    }
    return [...findings, ...checkFigures(policy, target, at)]
  })
}

function checkLadder(policy: Policy, ladder: PolicyLadder, place: string): Finding[] {
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

function knownMetric(policy: Policy, metric: string, place: string): Finding[] {
  if (policy.metrics.some((own) => own.metric === metric)) return []
  return [{ place, reason: `there is no metric "${metric}" in this file` }]
}

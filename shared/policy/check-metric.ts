import { settledStatuses, ticketStatus } from '../records/ticket.ts'
import { checkCondition, noCalendar } from './check-condition.ts'
import { checkFigures } from './check-figures.ts'
import { checkTriggers } from './check-triggers.ts'
import { coverTogether, mayMeet } from './condition-cover.ts'
import { parseLength } from './duration.ts'
import type { Finding } from './finding.ts'
import { knownLifecycle } from './lifecycles.ts'
import type { Policy, PolicyMetric, PolicyTarget } from './policy.ts'

/** One metric: what starts, stops and holds its clock, and that each of its targets can come to apply. */
export function checkMetric(policy: Policy, metric: PolicyMetric, place: string): Finding[] {
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

function isTime(policy: Policy, limit: PolicyTarget['limit']): boolean {
  if (typeof limit !== 'string') return false
  const length = parseLength(limit)
  if (typeof length === 'string') return false
  return length.kind === 'time' || typeof policy.workingDays !== 'string'
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

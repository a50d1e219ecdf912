import type { CompiledPolicy, CompiledTarget } from '../policy/compiled-policy.ts'
import type { Reason } from '../records/clock.ts'
import type { CompiledCalendar } from '../time/compiled-calendar.ts'
import { hoursText } from '../time/hours-text.ts'
import { calendarStates } from '../time/stretches.ts'
import { fieldOf, severityOf, type Facts } from './ticket-facts.ts'

/** A promise and every part of its rule that made it this one. `at` is the instant its calendar was asked about. */
export function explainPromise(
  policy: CompiledPolicy,
  target: CompiledTarget,
  facts: Facts,
  at: number,
): Reason[] {
  const promise = { key: 'explain.promise', values: { promise: target.promise } }
  const rule = explainRule(policy, target, facts, at)
  return [promise, ...(rule.length > 0 ? rule : [{ key: 'explain.applies.toAll', values: {} }])]
}

function explainRule(policy: CompiledPolicy, { when }: CompiledTarget, facts: Facts, at: number): Reason[] {
  const reasons: Reason[] = []
  const severity = severityOf(facts)
  if (when.severities !== null && severity !== null) {
    const basis = facts.assessed === null ? 'Reported' : 'Assessed'
    reasons.push({ key: `explain.applies.severity${basis}`, values: { severity } })
  }
  if (when.channels !== null) reasons.push({ key: `explain.applies.channel.${facts.channel}`, values: {} })
  if (when.domains !== null && facts.domain !== null) {
    reasons.push({ key: `explain.applies.domain.${facts.domain}`, values: {} })
  }
  if (when.customers !== null) reasons.push(named('customer', { customer: facts.customer ?? '' }))
  if (when.queues !== null) reasons.push(named('queue', { queue: facts.queue ?? '' }))
  if (when.subjectContains !== null) reasons.push(named('subject', { text: when.subjectContains }))
  for (const { name } of when.fields) {
    reasons.push(named('field', { field: name, value: fieldOf(facts, name) ?? '' }))
  }
  for (const { name, above } of when.fieldsAbove) {
    const values = { field: name, value: fieldOf(facts, name) ?? '', above: String(above) }
    reasons.push(named('fieldAbove', values))
  }
  if (when.calendar !== null) {
    const { calendar, is } = when.calendar
    const state = calendarStates(calendar, at).find((one) => is.includes(one)) ?? is[0]
    const values = { at, calendar: nameOf(policy, calendar), zone: calendar.calendar.timeZone }
    reasons.push({ key: `explain.applies.calendar.${state}`, values })
  }
  return reasons
}

/** Which hours count. */
export function explainHours({ calendar, calendarName }: CompiledTarget): Reason {
  if (calendar.alwaysOpen) return { key: 'explain.hours.always', values: {} }
  const { timeZone } = calendar.calendar
  const values = { calendar: calendarName, hours: hoursText(calendar.calendar), zone: timeZone }
  return { key: 'explain.hours.calendar', values }
}

function named(part: string, values: Reason['values']): Reason {
  return { key: `explain.applies.${part}`, values }
}

function nameOf({ calendars }: CompiledPolicy, calendar: CompiledCalendar): string {
  for (const [name, other] of calendars) if (other === calendar) return name
  return ''
}

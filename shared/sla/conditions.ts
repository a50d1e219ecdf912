import type { CompiledCondition } from '../policy/compiled-policy.ts'
import type { Trigger } from '../policy/policy.ts'
import type { TicketEvent } from '../records/ticket-event.ts'
import { calendarStates } from '../time/stretches.ts'
import { fieldOf, severityOf, type Facts } from './ticket-facts.ts'

/** `needs-severity`: it would hold for some severity, and the ticket has none. */
export type Match = 'yes' | 'no' | 'needs-severity'

/** Whether a condition holds for a ticket; `at` is the instant a calendar is asked about. */
export function matches(condition: CompiledCondition, facts: Facts, at: number): Match {
  const severity = severityOf(facts)
  if (condition.severities !== null && severity !== null && !condition.severities.has(severity)) return 'no'
  if (condition.channels !== null && !condition.channels.has(facts.channel)) return 'no'
  if (condition.domains !== null && !holds(condition.domains, facts.domain)) return 'no'
  if (condition.customers !== null && !holdsLower(condition.customers, facts.customer)) return 'no'
  if (condition.queues !== null && !holdsLower(condition.queues, facts.queue)) return 'no'
  if (!mentions(facts.subject, condition.subjectContains)) return 'no'
  for (const { name, values } of condition.fields) {
    if (!holdsLower(values, fieldOf(facts, name))) return 'no'
  }
  for (const { name, above } of condition.fieldsAbove) {
    if (!(Number(fieldOf(facts, name) ?? NaN) > above)) return 'no'
  }
  if (condition.calendar !== null) {
    const { calendar, is } = condition.calendar
    const states = calendarStates(calendar, at)
    if (!is.some((state) => states.includes(state))) return 'no'
  }
  return condition.severities !== null && severity === null ? 'needs-severity' : 'yes'
}

/** Whether an event is one of those that start, stop or re-arm a clock. */
export function triggeredBy(triggers: readonly Trigger[], event: TicketEvent): boolean {
  for (const trigger of triggers) {
    if (trigger.event !== event.kind) continue
    if (trigger.by !== undefined && !trigger.by.includes(event.actor.side)) continue
    if (trigger.channel !== undefined && !('channel' in event && trigger.channel.includes(event.channel)))
      continue
    if (trigger.name !== undefined && !(event.kind === 'field' && event.name === trigger.name)) continue
    if (trigger.to !== undefined && !reaches(trigger.to, event)) continue
    return true
  }
  return false
}

function reaches(values: readonly string[], event: TicketEvent): boolean {
  return 'to' in event && typeof event.to === 'string' && values.includes(event.to)
}

function holds(values: ReadonlySet<string>, value: string | null): boolean {
  return value !== null && values.has(value)
}

function holdsLower(values: ReadonlySet<string>, value: string | null): boolean {
  return value !== null && values.has(value.toLowerCase())
}

function mentions(subject: string, part: string | null): boolean {
  return part === null || subject.toLowerCase().includes(part)
}

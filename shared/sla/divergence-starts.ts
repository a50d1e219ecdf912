import { settledStatuses } from '../records/ticket.ts'
import type { TicketEvent } from '../records/ticket-event.ts'
import { reading, type Reading } from './divergence-reading.ts'
import { dueOf, startedAgain, subjectsOf, type ComparedInput, type Subject } from './divergence-subject.ts'
import { severityOf } from './ticket-facts.ts'

// Sources that run by another severity or from another start.

export function takesReportedSeverity(subject: Subject): Reading[] {
  const { input } = subject
  const reported = input.ticket.reportedSeverity
  if (reported === null || input.ticket.assessedSeverity === null) return []
  const due = dueUnder(subject, {
    ...input,
    ticket: { ...input.ticket, assessedSeverity: null },
    events: input.events.filter((event) => !(event.kind === 'severity' && event.basis === 'assessed')),
  })
  return reading(due, 'reportedSeverity', { severity: reported })
}

export function keepsEarlierSeverity(subject: Subject): Reading[] {
  const { input } = subject
  const last = lastOf(input.events, (event) => event.kind === 'severity')
  if (last === null || last.kind !== 'severity') return []
  const field = last.basis === 'assessed' ? 'assessedSeverity' : 'reportedSeverity'
  const ticket = { ...input.ticket, [field]: last.from }
  const severity = severityOf({ assessed: ticket.assessedSeverity, reported: ticket.reportedSeverity })
  const due = dueUnder(subject, {
    ...input,
    ticket,
    events: input.events.filter((event) => event !== last),
  })
  return severity === null ? [] : reading(due, 'earlierSeverity', { severity })
}

export function startsAgainAtReassessment(subject: Subject): Reading[] {
  return fromEvent(subject, 'fromReassessment', (event) => event.kind === 'severity')
}

export function startsAgainAtReopening(subject: Subject): Reading[] {
  return fromEvent(
    subject,
    'fromReopening',
    (event) =>
      event.kind === 'status' &&
      event.from !== null &&
      settledStatuses.includes(event.from) &&
      !settledStatuses.includes(event.to),
  )
}

export function startsAtOwnership(subject: Subject): Reading[] {
  return fromEvent(subject, 'fromOwnership', (event) => event.kind === 'owner' && event.to !== null)
}

export function startsAtLastMessage(subject: Subject): Reading[] {
  return fromEvent(subject, 'fromLastMessage', (event) => event.kind === 'reply')
}

export function startsAtLastUpdate(subject: Subject): Reading[] {
  return from(subject, 'fromLastUpdate', subject.input.ticket.updatedAt)
}

function fromEvent(subject: Subject, rule: string, isIt: (event: TicketEvent) => boolean): Reading[] {
  const event = lastOf(subject.input.events, isIt)
  return event === null ? [] : from(subject, rule, event.at)
}

function from(subject: Subject, rule: string, at: number): Reading[] {
  if (at <= subject.cycle.startedAt) return []
  const again = startedAgain(subject, at)
  return again === null ? [] : reading(dueOf(again), rule, { at })
}

/** The due instant of the same clock on a ticket with another history. */
function dueUnder({ clockId }: Subject, input: ComparedInput): number | null {
  const other = subjectsOf(input).find((subject) => subject.clockId === clockId)
  return other === undefined ? null : dueOf(other)
}

function lastOf(events: readonly TicketEvent[], isIt: (event: TicketEvent) => boolean): TicketEvent | null {
  let last: TicketEvent | null = null
  for (const event of events) if (isIt(event) && (last === null || event.at >= last.at)) last = event
  return last
}

import type { Reason } from '../records/clock.ts'
import { settledStatuses } from '../records/ticket.ts'
import type { TicketEvent } from '../records/ticket-event.ts'
import { addBusinessDays, type WorkingDayMeaning } from '../time/business-days.ts'
import { nextOpening } from '../time/business-time.ts'
import { spanCovering } from '../time/compiled-calendar.ts'
import { DAY_MS } from '../time/local-date.ts'
import { instantOfWall, wallOfInstant } from '../time/zone.ts'
import {
  aroundTheClock,
  inZone,
  withOffsetOf,
  withoutDatedHours,
  withoutHolidays,
} from './divergence-calendars.ts'
import {
  dueOf,
  startedAgain,
  subjectsOf,
  withCalendars,
  withoutHolds,
  withSegments,
  type ComparedInput,
  type Subject,
} from './divergence-subject.ts'
import { reachedAt } from './measure.ts'
import { severityOf } from './ticket-facts.ts'

/** What a source would say that follows another rule, and that rule as a sentence. */
export interface Reading {
  readonly dueAt: number
  readonly reason: Reason
}

/** A rule other programs follow: what they would say of a clock of ours. May throw a CalendarFault. */
export type DivergenceRule = (subject: Subject) => Reading[]

/**
 * In the order in which they are tried; the first that gives the source's instant explains it. What is simple and
 * common stands before what is rare, so that a coincidence is seldom taken for a cause. Most of them are faults that
 * users of help desks have reported: hold time added as wall time, holidays unknown, hours read in the wrong zone,
 * today's offset on old tickets, due times forced to midnight, clocks that start again.
 */
export const DIVERGENCE_RULES: readonly DivergenceRule[] = [
  goalForLimit,
  countsAroundTheClock,
  ignoresHolidays,
  ignoresDatedHours,
  doesNotPauseInOneStatus,
  doesNotPause,
  countsExcludedTime,
  plainTime,
  addsHoldsAsWallTime,
  ignoresRearming,
  takesReportedSeverity,
  keepsEarlierSeverity,
  startsAgainAtReassessment,
  startsAgainAtReopening,
  startsAtOwnership,
  startsAtLastMessage,
  startsAtLastUpdate,
  otherWorkingDays,
  endOfWorkingDay,
  nextOpeningForClosing,
  startOfDate,
  endOfDate,
  hoursInUtc,
  wallTimeAsUtc,
  utcAsWallTime,
  keepsOffset,
]

function goalForLimit({ policy, cycle, promise }: Subject): Reading[] {
  const { goal, calendar } = promise.target
  return goal === null ? [] : reading(reachedAt(policy, calendar, cycle, goal), 'goal')
}

function countsAroundTheClock(subject: Subject): Reading[] {
  return reading(dueOf(withCalendars(subject, aroundTheClock)), 'aroundTheClock')
}

function ignoresHolidays(subject: Subject): Reading[] {
  return reading(dueOf(withCalendars(subject, withoutHolidays)), 'noHolidays')
}

function ignoresDatedHours(subject: Subject): Reading[] {
  return reading(dueOf(withCalendars(subject, withoutDatedHours)), 'noDatedHours')
}

function doesNotPauseInOneStatus(subject: Subject): Reading[] {
  const { segments } = subject.cycle
  const statuses = segments.flatMap(({ counting }) => (counting.kind === 'paused' ? [counting.status] : []))
  return [...new Set(statuses)].flatMap((status) => {
    const running = withSegments(subject, (segment) =>
      segment.counting.kind === 'paused' && segment.counting.status === status
        ? { ...segment, counting: { kind: 'counted' } }
        : segment,
    )
    return reading(dueOf(running), `noPause.${status}`)
  })
}

function doesNotPause(subject: Subject): Reading[] {
  const running = withSegments(subject, (segment) =>
    segment.counting.kind === 'paused' ? { ...segment, counting: { kind: 'counted' } } : segment,
  )
  return reading(dueOf(running), 'noPauses')
}

function countsExcludedTime(subject: Subject): Reading[] {
  const running = withSegments(subject, (segment) =>
    segment.counting.kind === 'excluded' ? { ...segment, counting: { kind: 'counted' } } : segment,
  )
  return reading(dueOf(running), 'noExclusions')
}

/** The simplest of all: the start and the limit. */
function plainTime(subject: Subject): Reading[] {
  return reading(dueOf(withCalendars(withoutHolds(subject), aroundTheClock)), 'plainTime')
}

function addsHoldsAsWallTime(subject: Subject): Reading[] {
  const { segments } = subject.cycle
  const last = segments.at(-1)
  let held = 0
  for (const segment of segments) {
    // A hold that has not ended has moved nothing yet.
    if (segment.counting.kind === 'paused' && segment !== last) held += segment.to - segment.from
  }
  const due = dueOf(withoutHolds(subject))
  return held === 0 || due === null ? [] : reading(due + held, 'holdsAsWallTime')
}

function ignoresRearming(subject: Subject): Reading[] {
  if (subject.cycle.rearmedBy.length === 0) return []
  return reading(dueOf({ ...subject, cycle: { ...subject.cycle, rearmedBy: [] } }), 'noRearming')
}

function takesReportedSeverity(subject: Subject): Reading[] {
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

function keepsEarlierSeverity(subject: Subject): Reading[] {
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

function startsAgainAtReassessment(subject: Subject): Reading[] {
  return fromEvent(subject, 'fromReassessment', (event) => event.kind === 'severity')
}

function startsAgainAtReopening(subject: Subject): Reading[] {
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

function startsAtOwnership(subject: Subject): Reading[] {
  return fromEvent(subject, 'fromOwnership', (event) => event.kind === 'owner' && event.to !== null)
}

function startsAtLastMessage(subject: Subject): Reading[] {
  return fromEvent(subject, 'fromLastMessage', (event) => event.kind === 'reply')
}

function startsAtLastUpdate(subject: Subject): Reading[] {
  return from(subject, 'fromLastUpdate', subject.input.ticket.updatedAt)
}

/** "2 working days" by every other meaning there is. */
function otherWorkingDays(subject: Subject): Reading[] {
  const { policy, promise } = subject
  const days = Number(/^(\d+) working days?$/.exec(promise.limit.text)?.[1] ?? 0)
  if (days === 0) return []
  const text = promise.limit.text
  const meanings: readonly WorkingDayMeaning[] = ['same-wall-time', 'end-of-working-day']
  const byDay = meanings.flatMap((workingDayMeaning) => {
    const limit = { kind: 'working-days' as const, days, text }
    const due = dueOf({
      ...subject,
      policy: { ...policy, workingDayMeaning },
      promise: { ...promise, limit },
    })
    return reading(due, `workingDays.${workingDayMeaning}`)
  })
  const byHours = [8, 24].flatMap((hours) => {
    const limit = { kind: 'time' as const, ms: days * hours * 3_600_000, text }
    return reading(dueOf({ ...subject, promise: { ...promise, limit } }), 'workingDays.hours', {
      hours: `${hours} h`,
    })
  })
  return [...byDay, ...byHours]
}

function endOfWorkingDay(subject: Subject): Reading[] {
  const { calendar } = subject.promise.target
  if (calendar.alwaysOpen) return []
  return ofDue(subject, 'endOfWorkingDay', (due) => addBusinessDays(calendar, due, 0, 'end-of-working-day'))
}

/** Due exactly at closing, they say the next morning. */
function nextOpeningForClosing(subject: Subject): Reading[] {
  const { calendar } = subject.promise.target
  return ofDue(subject, 'nextOpening', (due) => nextOpening(calendar, due))
}

function startOfDate(subject: Subject): Reading[] {
  return ofWallTime(subject, 'startOfDate', (wall, toInstant) => toInstant(wall - (wall % DAY_MS)))
}

function endOfDate(subject: Subject): Reading[] {
  return ofWallTime(subject, 'endOfDate', (wall, toInstant) => toInstant(wall - (wall % DAY_MS) + DAY_MS))
}

function hoursInUtc(subject: Subject): Reading[] {
  const { timeZone } = subject.promise.target.calendar.calendar
  const due = dueOf(withCalendars(subject, (calendar) => inZone(calendar, 'Etc/UTC')))
  return reading(due, 'hoursInUtc', { timeZone })
}

function wallTimeAsUtc(subject: Subject): Reading[] {
  return ofWallTime(subject, 'wallTimeAsUtc', (wall) => wall)
}

function utcAsWallTime(subject: Subject): Reading[] {
  return ofWallTime(subject, 'utcAsWallTime', (_wall, toInstant, due) => toInstant(due))
}

function keepsOffset(subject: Subject): Reading[] {
  const { startedAt } = subject.cycle
  return reading(
    dueOf(withCalendars(subject, (calendar) => withOffsetOf(calendar, startedAt))),
    'keepsOffset',
  )
}

function reading(dueAt: number | null, rule: string, values: Reason['values'] = {}): Reading[] {
  return dueAt === null ? [] : [{ dueAt, reason: { key: `divergence.${rule}`, values } }]
}

function ofDue(subject: Subject, rule: string, change: (due: number) => number): Reading[] {
  const due = dueOf(subject)
  return due === null ? [] : reading(change(due), rule)
}

/** What becomes of the due instant as its digits on the contract's wall, `wall` read as if it were UTC. */
function ofWallTime(
  subject: Subject,
  rule: string,
  change: (wall: number, toInstant: (wall: number) => number, due: number) => number,
): Reading[] {
  const { calendar } = subject.promise.target
  const { timeZone } = calendar.calendar
  const due = dueOf(subject)
  if (due === null) return []
  const { zone } = spanCovering(calendar, due - 2 * DAY_MS, due + 2 * DAY_MS)
  const dueAt = change(wallOfInstant(zone, due), (wall) => instantOfWall(zone, wall), due)
  return reading(dueAt, rule, { timeZone })
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

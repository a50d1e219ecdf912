import { spanCovering } from '../time/compiled-calendar.ts'
import { DAY_MS } from '../time/local-date.ts'
import { instantOfWall, wallOfInstant } from '../time/zone.ts'
import { inZone, withOffsetOf } from './divergence-calendars.ts'
import { reading, type Reading } from './divergence-reading.ts'
import { dueOf, withCalendars, type Subject } from './divergence-subject.ts'

// Sources that lose the time of day, the zone or a change of clocks.

export function startOfDate(subject: Subject): Reading[] {
  return ofWallTime(subject, 'startOfDate', (wall, toInstant) => toInstant(wall - (wall % DAY_MS)))
}

export function endOfDate(subject: Subject): Reading[] {
  return ofWallTime(subject, 'endOfDate', (wall, toInstant) => toInstant(wall - (wall % DAY_MS) + DAY_MS))
}

export function hoursInUtc(subject: Subject): Reading[] {
  const { timeZone } = subject.promise.target.calendar.calendar
  const due = dueOf(withCalendars(subject, (calendar) => inZone(calendar, 'Etc/UTC')))
  return reading(due, 'hoursInUtc', { timeZone })
}

export function wallTimeAsUtc(subject: Subject): Reading[] {
  return ofWallTime(subject, 'wallTimeAsUtc', (wall) => wall)
}

export function utcAsWallTime(subject: Subject): Reading[] {
  return ofWallTime(subject, 'utcAsWallTime', (_wall, toInstant, due) => toInstant(due))
}

export function keepsOffset(subject: Subject): Reading[] {
  const { startedAt } = subject.cycle
  return reading(
    dueOf(withCalendars(subject, (calendar) => withOffsetOf(calendar, startedAt))),
    'keepsOffset',
  )
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

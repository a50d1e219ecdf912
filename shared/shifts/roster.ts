import type { Desk } from '../contract/settings.ts'
import { openSince } from '../time/business-time.ts'
import { compileCalendar, type CompiledCalendar } from '../time/compiled-calendar.ts'
import { DAY_MS } from '../time/local-date.ts'

/**
 * Compiled hours by desk object, so that a board of thousands of rows compiles each desk once. Forgotten with
 * the settings the desk came from.
 */
const compiled = new WeakMap<Desk, CompiledCalendar>()

/**
 * Id of the desk in its day at an instant; null where none is. Where two overlap it is the one that opened last:
 * the other is about to hand over to it. Throws a CalendarFault for hours that cannot be compiled.
 */
export function deskOnDuty(desks: readonly Desk[], instant: number): string | null {
  let onDuty: string | null = null
  let latest = -Infinity
  for (const desk of desks) {
    const since = openSince(calendarOf(desk, instant), instant)
    if (since === null || (onDuty !== null && since <= latest)) continue
    onDuty = desk.id
    latest = since
  }
  return onDuty
}

function calendarOf(desk: Desk, around: number): CompiledCalendar {
  const known = compiled.get(desk)
  if (known !== undefined) return known
  const { timeZone, hours } = desk
  const own = { timeZone, hours, holidays: [], exceptions: {}, breaks: {}, weekend: [] }
  const calendar = compileCalendar(own, around - 7 * DAY_MS, around + 30 * DAY_MS)
  compiled.set(desk, calendar)
  return calendar
}

import type { Desk } from '../contract/settings.ts'
import { nextClosing, nextOpening, openSince } from '../time/business-time.ts'
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

/** A stretch [from, to) in which one desk has the watch; null: no desk is in its day. UTC milliseconds. */
export interface Watch {
  readonly deskId: string | null
  readonly from: number
  readonly to: number
}

/**
 * Who has the watch when, from `from` to `to`: in order, without gap or overlap, each as `deskOnDuty` says; two that
 * meet are of different desks. Empty where `to` is not after `from`.
 */
export function watchesBetween(desks: readonly Desk[], from: number, to: number): Watch[] {
  if (!(to > from)) return []
  const borders = new Set(desks.flatMap((desk) => bordersOf(calendarOf(desk, from), from, to)))
  const watches: { deskId: string | null; from: number; to: number }[] = []
  for (const at of [from, ...[...borders].sort((a, b) => a - b)]) {
    const deskId = deskOnDuty(desks, at)
    const last = watches.at(-1)
    if (last?.deskId === deskId) continue
    if (last !== undefined) last.to = at
    watches.push({ deskId, from: at, to })
  }
  return watches
}

/** When a desk comes and goes, strictly between two instants: only then can the watch change hands. */
function bordersOf(calendar: CompiledCalendar, from: number, to: number): number[] {
  const borders: number[] = []
  let closing: number | null = from
  while (closing !== null) {
    const opening = nextOpening(calendar, closing)
    borders.push(closing, opening)
    closing = nextClosing(calendar, opening, to)
  }
  return borders.filter((border) => border > from && border < to)
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

import { CalendarFault } from './calendar-fault.ts'
import {
  spanCovering,
  spanExtendedAfter,
  spanExtendedBefore,
  type CompiledCalendar,
  type OpenSpan,
} from './compiled-calendar.ts'

// All instants are UTC milliseconds, all durations milliseconds. Windows are half-open: the opening instant
// is inside, the closing one is not, and a budget used up exactly at closing is due at closing.

/** Open milliseconds between two instants; 0 where `to` is not after `from`. */
export function within(calendar: CompiledCalendar, from: number, to: number): number {
  if (!(to > from)) return 0
  if (calendar.alwaysOpen) return to - from
  const span = spanCovering(calendar, from, to)
  return openBefore(span, to) - openBefore(span, from)
}

/** The first instant by which `duration` of open time has passed; for 0 the next open instant. */
export function add(calendar: CompiledCalendar, from: number, duration: number): number {
  requireDuration(duration)
  if (calendar.alwaysOpen) return from + duration
  if (duration === 0) return nextOpening(calendar, from)
  let span = spanCovering(calendar, from, from)
  for (;;) {
    const target = openBefore(span, from) + duration
    const index = firstAtLeast(span.before, span.count + 1, target) - 1
    if (index < span.count) return (span.opens[index] ?? 0) + target - (span.before[index] ?? 0)
    span = spanExtendedAfter(calendar)
  }
}

/** The last instant from which `duration` of open time passes until `from`; for 0 the previous open instant. */
export function subtract(calendar: CompiledCalendar, from: number, duration: number): number {
  requireDuration(duration)
  if (calendar.alwaysOpen) return from - duration
  let span = spanCovering(calendar, from, from)
  for (;;) {
    const target = openBefore(span, from) - duration
    // For 0 the interval that reaches `from` from the left, its closing instant included.
    const index =
      duration === 0
        ? firstAtLeast(span.opens, span.count, from) - 1
        : firstAbove(span.before, span.count + 1, target) - 1
    if (index >= 0 && target >= 0) {
      const found = (span.opens[index] ?? 0) + target - (span.before[index] ?? 0)
      return Math.min(found, span.closes[index] ?? found)
    }
    span = spanExtendedBefore(calendar)
  }
}

export function isOpen(calendar: CompiledCalendar, instant: number): boolean {
  return openSince(calendar, instant) !== null
}

/** When the present opening began; null while closed, -Infinity for a calendar that never closes. */
export function openSince(calendar: CompiledCalendar, instant: number): number | null {
  if (calendar.alwaysOpen) return -Infinity
  const span = spanCovering(calendar, instant, instant)
  const index = firstAbove(span.closes, span.count, instant)
  const open = span.opens[index] ?? Infinity
  return index < span.count && open <= instant ? open : null
}

/** `instant` itself while open, else when it opens next. */
export function nextOpening(calendar: CompiledCalendar, instant: number): number {
  if (calendar.alwaysOpen) return instant
  let span = spanCovering(calendar, instant, instant)
  for (;;) {
    const index = firstAbove(span.closes, span.count, instant)
    if (index < span.count) return Math.max(instant, span.opens[index] ?? 0)
    span = spanExtendedAfter(calendar)
  }
}

/** Further than this no clock looks for a closing. */
const CLOSING_HORIZON_MS = 400 * 86_400_000

/** The next closing instant after `instant`; null where it stays open until `horizon`. */
export function nextClosing(
  calendar: CompiledCalendar,
  instant: number,
  horizon: number = instant + CLOSING_HORIZON_MS,
): number | null {
  if (calendar.alwaysOpen) return null
  const opening = nextOpening(calendar, instant)
  if (opening >= horizon) return null
  const span = spanCovering(calendar, opening, horizon)
  const close = span.closes[firstAbove(span.closes, span.count, opening)] ?? horizon
  return close < horizon ? close : null
}

/** The last closing instant at or before `instant`, while it is closed; `instant` while open. */
export function closedSince(calendar: CompiledCalendar, instant: number): number {
  return isOpen(calendar, instant) ? instant : subtract(calendar, instant, 0)
}

function requireDuration(duration: number): void {
  if (!(duration >= 0 && Number.isFinite(duration))) {
    throw new CalendarFault('duration', 'a duration is a number that is not negative')
  }
}

function openBefore(span: OpenSpan, instant: number): number {
  const index = firstAbove(span.closes, span.count, instant)
  const sum = span.before[index] ?? 0
  if (index === span.count) return sum
  const open = span.opens[index] ?? 0
  return instant > open ? sum + instant - open : sum
}

/** Index of the first value above `limit` among the first `count`; `count` if none. */
function firstAbove(values: Float64Array, count: number, limit: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) > limit) high = middle
    else low = middle + 1
  }
  return low
}

/** Index of the first value not below `limit` among the first `count`; `count` if none. */
function firstAtLeast(values: Float64Array, count: number, limit: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) >= limit) high = middle
    else low = middle + 1
  }
  return low
}

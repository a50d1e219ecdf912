import { Temporal } from 'temporal-polyfill'
import { CalendarFault } from './calendar-fault.ts'
import { DAY_MS } from './local-date.ts'

/** The UTC offsets of one zone over a span: `offsets[i]` holds from `starts[i]` until `starts[i + 1]`. */
export interface ZoneOffsets {
  readonly starts: readonly number[]
  readonly offsets: readonly number[]
}

/** Refuses what is not the name of a zone. An offset is refused too: it forgets summer time. */
export function requireZone(timeZone: string, place: string): void {
  if (/^[+-]/.test(timeZone)) {
    throw new CalendarFault(place, `"${timeZone}" is an offset, not a time zone; write its IANA name`)
  }
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone)
  } catch {
    throw new CalendarFault(place, `"${timeZone}" is not a time zone this computer knows`)
  }
}

/** All offsets of the zone that matter to wall times between two instants. */
export function zoneOffsets(timeZone: string, fromMs: number, toMs: number): ZoneOffsets {
  // A day more on each side: a wall time's instant lies up to 14 hours from where its digits stand.
  let moment = Temporal.Instant.fromEpochMilliseconds(fromMs - DAY_MS).toZonedDateTimeISO(timeZone)
  const starts = [Number.NEGATIVE_INFINITY]
  const offsets = [moment.offsetNanoseconds / 1e6]
  for (;;) {
    const next = moment.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds > toMs + DAY_MS) return { starts, offsets }
    starts.push(next.epochMilliseconds)
    offsets.push(next.offsetNanoseconds / 1e6)
    moment = next
  }
}

/**
 * Wall time → instant by Temporal's `compatible` rule: a wall time that occurs twice is the first of the two,
 * one that is skipped moves forward by the length of the gap. `wallMs` is the wall time read as if it were UTC.
 * Arithmetic over a prepared table, because a calendar of ten years asks it thousands of times.
 */
export function instantOfWall(zone: ZoneOffsets, wallMs: number): number {
  const { starts, offsets } = zone
  let index = offsets.length - 1
  while (index > 0 && wallMs - (offsets[index] ?? 0) < (starts[index] ?? 0)) index -= 1
  const later = wallMs - (offsets[index] ?? 0)
  if (index === 0) return later
  // The offset before the change still holds for a repeated wall time's first occurrence.
  const earlier = wallMs - (offsets[index - 1] ?? 0)
  return earlier < (starts[index] ?? 0) ? earlier : later
}

/** Instant → wall time in the same reading: milliseconds as if it were UTC. */
export function wallOfInstant(zone: ZoneOffsets, instant: number): number {
  const { starts, offsets } = zone
  let index = offsets.length - 1
  while (index > 0 && instant < (starts[index] ?? 0)) index -= 1
  return instant + (offsets[index] ?? 0)
}

/** `2026-03-29T02:30` in a zone → UTC milliseconds, by the `compatible` rule. */
export function resolveLocal(timeZone: string, local: string): number {
  requireZone(timeZone, 'timeZone')
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
      .epochMilliseconds
  } catch {
    throw new CalendarFault('local', `"${local}" is not a date and time like 2026-03-29T02:30`)
  }
}

/** An instant as its wall time in a zone with the offset of that moment: `2026-03-29T03:30:00+02:00`. */
export function writeLocal(instant: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never' })
}

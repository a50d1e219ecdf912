/** How one viewer reads instants: language tag and IANA zone. */
export interface ViewerZone {
  readonly language: string
  readonly timeZone: string
}

// Building an Intl formatter costs far more than using it, and a board formats hundreds of instants a second.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(zone: ViewerZone, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone.language}|${zone.timeZone}|${name}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(zone.language, {
    ...options,
    timeZone: zone.timeZone,
    hourCycle: 'h23',
  })
  formatters.set(key, made)
  return made
}

function dayKey(instant: number, zone: ViewerZone): string {
  return formatter(zone, 'day-key', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant)
}

/** `14:05` today, `Tue 14:05` within six days, `14 Nov 14:05` this year, with the year otherwise. */
export function formatInstant(instant: number, now: number, zone: ViewerZone): string {
  const time = formatter(zone, 'time', { hour: '2-digit', minute: '2-digit' }).format(instant)
  if (dayKey(instant, zone) === dayKey(now, zone)) return time
  if (Math.abs(instant - now) < 6 * 86_400_000) {
    return `${formatter(zone, 'weekday', { weekday: 'short' }).format(instant)} ${time}`
  }
  const year = formatter(zone, 'year', { year: 'numeric' })
  const sameYear = year.format(instant) === year.format(now)
  const date = sameYear
    ? formatter(zone, 'date', { day: 'numeric', month: 'short' })
    : formatter(zone, 'full-date', { day: 'numeric', month: 'short', year: 'numeric' })
  return `${date.format(instant)} ${time}`
}

/** Date and time to the second in the viewer's zone, for lists where the day matters. */
export function formatFullInstant(instant: number, zone: ViewerZone): string {
  return formatter(zone, 'full', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(instant)
}

/** `Sun, 22 Nov 2026`, for a heading above the times of one day. */
export function formatDay(instant: number, zone: ViewerZone): string {
  return formatter(zone, 'whole-day', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(instant)
}

/** `18:05:09`, below a heading with the day. */
export function formatTimeOfDay(instant: number, zone: ViewerZone): string {
  return formatter(zone, 'time-of-day', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
    instant,
  )
}

/** `2026-11-22 18:05:09 UTC`: the form every desk reads the same way. */
export function formatUtc(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** The zone's short name at an instant, e.g. `CET` or `GMT+5:30`. */
export function zoneName(instant: number, zone: ViewerZone): string {
  const parts = formatter(zone, 'zone', { hour: '2-digit', timeZoneName: 'short' }).formatToParts(instant)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone.timeZone
}

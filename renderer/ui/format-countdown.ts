const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/**
 * Time left until a due instant, as a board shows it: `2:41` under an hour, `7 h 05` under a day, `2 d 4 h` beyond.
 * Past it the same figure counts up behind a minus sign. `leftMs` is milliseconds, negative when overdue.
 *
 * Time left is rounded up and overdue time down, so that `0:00` is shown for exactly the second of the breach and
 * never while there is still time.
 */
export function formatCountdown(leftMs: number): string {
  const overdue = leftMs < 0
  const wholeSeconds = overdue ? Math.floor(-leftMs / SECOND) : Math.ceil(leftMs / SECOND)
  const length = wholeSeconds * SECOND
  const sign = overdue && length > 0 ? '−' : ''
  if (length < HOUR) {
    return `${sign}${Math.floor(length / MINUTE)}:${twoDigits(Math.floor((length % MINUTE) / SECOND))}`
  }
  if (length < DAY) {
    return `${sign}${Math.floor(length / HOUR)} h ${twoDigits(Math.floor((length % HOUR) / MINUTE))}`
  }
  return `${sign}${Math.floor(length / DAY)} d ${Math.floor((length % DAY) / HOUR)} h`
}

/** A length of time for reading, in milliseconds: `45 s`, `12 min`, `3 h 05`, `2 d 4 h`. */
export function formatDuration(lengthMs: number): string {
  const length = Math.max(0, lengthMs)
  if (length < MINUTE) return `${Math.floor(length / SECOND)} s`
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`
  return formatCountdown(Math.floor(length / MINUTE) * MINUTE)
}

/** A length to the second for columns that are added up, in milliseconds: `0:00:45`, `3:05:20`, `112:00:00`. */
export function formatExactLength(lengthMs: number): string {
  const seconds = Math.floor(lengthMs / SECOND)
  const minutes = Math.floor(seconds / 60)
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`
}

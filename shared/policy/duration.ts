/** A length as a policy writes it. Working days are kept as days: their meaning is the policy's to name. */
export type Length =
  | { readonly kind: 'time'; readonly ms: number; readonly text: string }
  | { readonly kind: 'working-days'; readonly days: number; readonly text: string }

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, min: 60_000, h: 3_600_000 }

/** Beyond a year nobody promises anything; a longer figure is a slip of the pen. */
const LONGEST_MS = 366 * 24 * 3_600_000
const LONGEST_DAYS = 366

/** `15 min`, `2 h`, `1 h 30 min`, `90 s`, `2 working days`. A string in the answer says why it is none of these. */
export function parseLength(text: string): Length | string {
  const days = /^(\d{1,6}) working days?$/.exec(text)
  if (days !== null) {
    const count = Number(days[1])
    if (count === 0) return 'a promise of zero working days is kept by nobody'
    if (count > LONGEST_DAYS) return 'longer than a year'
    return { kind: 'working-days', days: count, text }
  }
  const parts = /^(?:(\d{1,9}) h)?(?: ?(\d{1,9}) min)?(?: ?(\d{1,9}) s)?$/.exec(text)
  if (parts === null || text === '') {
    return `"${text}" is not a length like 15 min, 2 h, 1 h 30 min or 2 working days`
  }
  const ms = ['h', 'min', 's'].reduce(
    (sum, unit, index) => sum + Number(parts[index + 1] ?? 0) * (UNIT_MS[unit] ?? 0),
    0,
  )
  if (ms === 0) return 'a promise of zero time is kept by nobody'
  if (ms > LONGEST_MS) return 'longer than a year'
  return { kind: 'time', ms, text }
}

/** Working days as time where the contract gives a day its hours; else the length as it is. */
export function daysAsTime(length: Length, workingDays: string | { readonly hours: string }): Length {
  if (length.kind === 'time' || typeof workingDays === 'string') return length
  const hours = parseLength(workingDays.hours)
  if (typeof hours === 'string' || hours.kind !== 'time') return length
  return { kind: 'time', ms: length.days * hours.ms, text: length.text }
}

/** A length of time as a policy writes it, to the nearest second: `1 h 30 min`, `0 s`. The sign is dropped. */
export function writeLength(ms: number): string {
  const whole = Math.round(Math.abs(ms) / 1_000) * 1_000
  const hours = Math.floor(whole / 3_600_000)
  const minutes = Math.floor((whole % 3_600_000) / 60_000)
  const seconds = (whole % 60_000) / 1_000
  const parts = [
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(minutes > 0 ? [`${minutes} min`] : []),
    ...(seconds > 0 ? [`${seconds} s`] : []),
  ]
  return parts.length === 0 ? '0 s' : parts.join(' ')
}

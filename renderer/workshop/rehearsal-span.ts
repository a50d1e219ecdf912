const DAY_MS = 86_400_000

/** Back from now, or dates of one's own. */
export const SPANS = ['week', 'month', 'quarter', 'own'] as const
export type SpanName = (typeof SPANS)[number]

export interface SpanChoice {
  readonly name: SpanName
  /** `2026-11-01`, both days included; empty while not given. */
  readonly first: string
  readonly last: string
}

const DAYS = { week: 7, month: 30, quarter: 90 }

/** Half-open, UTC milliseconds. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The chosen span, own dates from midnight to midnight where the viewer sits; null while they make none. */
export function spanOf({ name, first, last }: SpanChoice, now: number): Span | null {
  if (name !== 'own') return { from: now - DAYS[name] * DAY_MS, to: now }
  const from = midnightOf(first, 0)
  const to = midnightOf(last, 1)
  return from === null || to === null || from >= to ? null : { from, to }
}

function midnightOf(date: string, daysLater: number): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (match === null) return null
  return new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + daysLater).getTime()
}

/** The date an instant falls on where the viewer sits, as a date field writes it. */
export function dateFieldOf(instant: number): string {
  const at = new Date(instant)
  const month = String(at.getMonth() + 1).padStart(2, '0')
  return `${at.getFullYear()}-${month}-${String(at.getDate()).padStart(2, '0')}`
}

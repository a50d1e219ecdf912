/** Months as the contract writes them, `2026-03`, without a zone of their own. */

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** Far more than anybody reviews; a slip in an address must not ask for centuries. */
export const MOST_MONTHS = 36

export function isMonth(text: string | null): text is string {
  return text !== null && MONTH.test(text)
}

/** The month an instant (UTC ms) lies in, in an IANA zone. */
export function monthOf(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit' }).formatToParts(
    instant,
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}`
}

/** So many months later, or earlier where negative. */
export function addMonths(month: string, count: number): string {
  const index = indexOf(month) + count
  const year = Math.floor(index / 12)
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`
}

/** Every month from the first to the last, both included; empty where they stand the wrong way round. */
export function monthsBetween(from: string, to: string): string[] {
  const count = indexOf(to) - indexOf(from) + 1
  return Array.from({ length: Math.max(0, count) }, (_, offset) => addMonths(from, offset))
}

function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}

/** `Nov`, or `Nov 2026` with its year, in the reader's language. */
export function monthName(month: string, language: string, year: 'with-year' | 'without-year'): string {
  return new Intl.DateTimeFormat(language, {
    month: 'short',
    ...(year === 'with-year' ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1, 1))
}

/** `Jun–Nov 2026`, `Dec 2025 – Mar 2026`, or one month. */
export function spanName(from: string, to: string, language: string): string {
  const last = monthName(to, language, 'with-year')
  if (from === to) return last
  if (from.slice(0, 4) === to.slice(0, 4)) return `${monthName(from, language, 'without-year')}–${last}`
  return `${monthName(from, language, 'with-year')} – ${last}`
}

/** Where a span reads over a new year, each January (and the first month) says which year it is. */
export function tickName(month: string, months: readonly string[], language: string): string {
  const isOneYear = months.every((other) => other.slice(0, 4) === month.slice(0, 4))
  const needsYear = !isOneYear && (month === months[0] || month.endsWith('-01'))
  return monthName(month, language, needsYear ? 'with-year' : 'without-year')
}

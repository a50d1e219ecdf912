import { addMonths } from './months.ts'

/** Spans that end with the month now running, by their length in months. */
export const SPANS = [
  { id: 'this-month', months: 1 },
  { id: 'last-3', months: 3 },
  { id: 'last-6', months: 6 },
  { id: 'last-12', months: 12 },
] as const

export type SpanId = (typeof SPANS)[number]['id'] | 'own'

export interface Span {
  readonly from: string
  readonly to: string
}

/** So many months, the running one included. */
export function spanUpTo(runningMonth: string, months: number): Span {
  return { from: addMonths(runningMonth, 1 - months), to: runningMonth }
}

/** Which of the spans these months are. */
export function spanId({ from, to }: Span, runningMonth: string): SpanId {
  if (to !== runningMonth) return 'own'
  return SPANS.find(({ months }) => spanUpTo(runningMonth, months).from === from)?.id ?? 'own'
}

/** One record of a file, or why there is none at that place. */
export type Row =
  | { readonly kind: 'row'; readonly place: string; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly place: string; readonly reason: string }
  /** Said once, before the first row: what the columns are called. */
  | { readonly kind: 'columns'; readonly names: readonly string[] }

export function rowOf(place: string, values: Readonly<Record<string, unknown>>): Row {
  return { kind: 'row', place, values }
}

export function refusedRow(place: string, reason: string): Row {
  return { kind: 'refused', place, reason }
}

/** Longest record taken, in characters: beyond it a quote or bracket was never closed. */
export const LONGEST_RECORD = 16 * 1024 * 1024

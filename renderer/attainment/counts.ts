/** Clocks that were decided, and those that ended without counting by the contract. */
export interface Counts {
  readonly kept: number
  readonly broken: number
  /** In no share. */
  readonly excluded: number
}

export const NO_COUNTS: Counts = { kept: 0, broken: 0, excluded: 0 }

/** Under so many cases a percentage pretends to a precision that is not there: one case more moves it by 20 points. */
const FEW = 5

export function sumCounts(parts: Iterable<Counts>): Counts {
  let { kept, broken, excluded } = NO_COUNTS
  for (const part of parts) {
    kept += part.kept
    broken += part.broken
    excluded += part.excluded
  }
  return { kept, broken, excluded }
}

/** What the share is of. */
export function decided({ kept, broken }: Pick<Counts, 'kept' | 'broken'>): number {
  return kept + broken
}

/** 0..1; null where nothing was decided, which is not 100 %. */
export function shareOf(counts: Pick<Counts, 'kept' | 'broken'>): number | null {
  const all = decided(counts)
  return all === 0 ? null : counts.kept / all
}

/** Whether a share is the required one or more; 99.9 % written as a number is a hair above 999 of 1000. */
export function reaches(share: number, required: number): boolean {
  return share >= required - 1e-9
}

export function isFew(counts: Pick<Counts, 'kept' | 'broken'>): boolean {
  return decided(counts) < FEW
}

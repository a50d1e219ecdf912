import type { ConjunctionPart } from '../../shared/records/conjunction-part.ts'

/** Parts in the order in which they are read: what it is comes before when it is, as in the reports of the hub. */
export function whatThenWhen(parts: readonly ConjunctionPart[]): readonly ConjunctionPart[] {
  return parts.toSorted((a, b) => Number(a.kind === 'window') - Number(b.kind === 'window'))
}

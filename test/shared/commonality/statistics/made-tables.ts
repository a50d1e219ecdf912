import * as fc from 'fast-check'
import type { Fourfold } from '../../../../shared/commonality/statistics/fourfold.ts'

export function fourfold(
  failingInside: number,
  failingOutside: number,
  workingInside: number,
  workingOutside: number,
): Fourfold {
  return { failingInside, failingOutside, workingInside, workingOutside }
}

const cell = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }))

/** Tables of whole records, many with empty cells. */
export const wholeTables = fc.tuple(cell, cell, cell, cell).map((cells) => fourfold(...cells))

/** Tables that have failing and working records. */
export const comparableTables = wholeTables.filter(
  ({ failingInside, failingOutside, workingInside, workingOutside }) =>
    failingInside + failingOutside > 0 && workingInside + workingOutside > 0,
)

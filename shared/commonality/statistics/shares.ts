import { marginsOf, type Fourfold } from './fourfold.ts'

/** How large a part of each side is inside, 0..1; null for a side without records. */
export interface Shares {
  readonly failing: number | null
  readonly working: number | null
}

export function sharesOf(table: Fourfold): Shares {
  const { failing, working } = marginsOf(table)
  return {
    failing: failing === 0 ? null : table.failingInside / failing,
    working: working === 0 ? null : table.workingInside / working,
  }
}

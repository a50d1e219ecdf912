import { marginsOf, type Fourfold } from './fourfold.ts'
import { shareRatio, type Ratio } from './ratio.ts'

/** Failing of all records inside, and of all outside, 0..1. */
export interface Risk {
  readonly inside: number
  readonly outside: number
  readonly ratio: Ratio
}

/**
 * Null unless the records are all there were (`totalsKnown`): whoever picks 100 failing and 100 working calls has
 * chosen that half of them fail, and a risk computed from that says nothing about calls. Null too where one of the
 * halves has no records.
 */
export function riskOf(table: Fourfold, totalsKnown: boolean, dispersion = 1): Risk | null {
  const { inside, outside } = marginsOf(table)
  if (!totalsKnown || inside === 0 || outside === 0) return null
  return {
    inside: table.failingInside / inside,
    outside: table.failingOutside / outside,
    ratio: shareRatio(turned(table), dispersion),
  }
}

/** Halves for sides: the risk ratio is the share ratio of the table lying on its side. */
function turned(table: Fourfold): Fourfold {
  return { ...table, failingOutside: table.workingInside, workingInside: table.failingOutside }
}

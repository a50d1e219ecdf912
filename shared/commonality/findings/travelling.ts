import type { CodeTallies } from './code-tallies.ts'

/** With fewer working records inside, they alone cannot say what an attribute travels with. */
const ENOUGH_WORKING = 5

/** Chi-squared of one degree of freedom that chance reaches once in some ten thousand values. */
const BEYOND_CHANCE = 15

/**
 * How closely an attribute goes together with one value of a column: the greatest correlation (phi) of having it
 * (`inside`) and having the value, 0..1; 0 where that may be chance. Only what attracts counts: of two causes, each is missing where
 * the other is, and neither explains the other.
 * Asked of working records where enough are inside, because failing ones go together for having failed.
 */
export function travelling(inside: CodeTallies, all: CodeTallies, dispersion: number): number {
  const workingInside = sum(inside.total) - sum(inside.failed)
  const subtract = workingInside >= ENOUGH_WORKING ? 1 : 0
  const weigh = ({ failed, total }: CodeTallies, code: number) =>
    (total[code] ?? 0) - subtract * (failed[code] ?? 0)
  const records = sum(all.total) - subtract * sum(all.failed)
  const covered = sum(inside.total) - subtract * sum(inside.failed)
  let greatest = 0
  for (let code = 1; code < all.total.length; code += 1) {
    const having = weigh(all, code)
    const both = weigh(inside, code)
    const spread = covered * (records - covered) * having * (records - having)
    if (spread <= 0) continue
    const phi = (records * both - covered * having) / Math.sqrt(spread)
    if ((records / dispersion) * phi * phi >= BEYOND_CHANCE) greatest = Math.max(greatest, phi)
  }
  return Math.min(1, greatest)
}

function sum(counts: Float64Array): number {
  return counts.reduce((total, count) => total + count, 0)
}

import type { CaseTable, Conjunction } from '../case-table.ts'
import type { Tally } from '../search-result.ts'
import { fourfoldOf, type Fourfold } from '../statistics/fourfold.ts'
import { pooledShareRatio, type PooledRatio } from '../statistics/mantel-haenszel.ts'
import { REACH_OF_95, shareRatio, type Ratio } from '../statistics/ratio.ts'
import { codeTallies, talliesOf, type CodeTallies } from './code-tallies.ts'
import { insideRows, tallyOf } from './inside-rows.ts'
import { thinned } from './thinned.ts'
import { travelling } from './travelling.ts'

/** A column that travels with a description: is it the column, or what is described? */
export interface Confounder {
  readonly column: string
  /** Place in `CaseTable.dimensions` of the view that tells most. */
  readonly dimension: number
  /** How closely it travels with a part of the description, 0..1. */
  readonly association: number
  /** Ratio of shares as it looks. */
  readonly crude: Ratio
  /** The same within the values of the column: near 1, the column accounts for the description. */
  readonly within: PooledRatio
}

/** Below, two columns go together no more than columns do. */
const LEAST_ASSOCIATION = 0.3

/** A pooled ratio that rests on fewer of the failing records speaks for those only. */
const LEAST_INFORMED = 0.1

const MOST_CONFOUNDERS = 3

/**
 * Columns that travel with a description, with its ratio as it looks and within their values: "crude 6×, within carrier
 * 1.0×". Those that change the ratio most come first, at most three. A column within which nothing can be compared is
 * left out: it says the same as the description, and is told as its equivalent.
 * `tallies` are those of the whole table; give them where many descriptions are asked about.
 */
export function confoundersOf(
  table: CaseTable,
  conjunction: Conjunction,
  tallies: readonly CodeTallies[] = codeTallies(table),
  dispersion = 1,
): Confounder[] {
  const rows = insideRows(table, conjunction)
  const inside = tallyOf(table, rows)
  const whole = tallyOf(table)
  const crude = shareRatio(fourfoldOf(inside, whole), dispersion)
  if (crude.value === null) return []
  const own = new Set(conjunction.map(({ dimension }) => table.dimensions[dimension]?.column))
  const associations = associationsOf(table, conjunction, dispersion)
  const byColumn = new Map<string, Confounder>()
  for (const [place, dimension] of table.dimensions.entries()) {
    const { column } = dimension
    const [association = 0, all] = [associations[place], tallies[place]]
    if (own.has(column) || association < LEAST_ASSOCIATION || all === undefined) continue
    const within = pooledShareRatio(strataOf(talliesOf(table, dimension, rows), all), dispersion)
    if (within.value === null || within.informed < LEAST_INFORMED) continue
    const found = { column, dimension: place, association, crude, within }
    const best = byColumn.get(column)
    if (best === undefined || compare(found, best) < 0) byColumn.set(column, found)
  }
  return [...byColumn.values()].sort(compare).slice(0, MOST_CONFOUNDERS)
}

/** Rows that are enough to tell whether two columns travel together. */
const SAMPLE = 50_000

/**
 * For each dimension how closely it travels with that part of the description with which it does most: what stands for
 * the gateway in "gateway Y with codec G.729" has nothing to do with the codec.
 */
function associationsOf(table: CaseTable, conjunction: Conjunction, dispersion: number): number[] {
  const rows = thinned(insideRows(table, []), SAMPLE)
  const all = codeTallies(table, rows)
  const parts = conjunction.map(({ dimension, code }) => {
    const codes = table.dimensions[dimension]?.codes
    const having = rows.filter((row) => codes?.[row] === code)
    return codeTallies(table, having)
  })
  return all.map((tallies, place) => {
    return Math.max(0, ...parts.map((part) => travelling(part[place] ?? tallies, tallies, dispersion)))
  })
}

/** One table per value; records without one are left out, since they may be alike in nothing but that. */
function strataOf(inside: CodeTallies, all: CodeTallies): Fourfold[] {
  const strata: Fourfold[] = []
  for (let code = 1; code < all.total.length; code += 1) {
    if ((all.total[code] ?? 0) > 0) strata.push(fourfoldOf(at(inside, code), at(all, code)))
  }
  return strata
}

function at({ failed, total }: CodeTallies, code: number): Tally {
  return { failed: failed[code] ?? 0, total: total[code] ?? 0 }
}

function compare(a: Confounder, b: Confounder): number {
  return sureChange(b) - sureChange(a) || b.association - a.association || a.dimension - b.dimension
}

/** By how much the ratio changes within the column, on the logarithm, less one standard error. */
function sureChange({ crude, within }: Confounder): number {
  const change = Math.abs(Math.log((crude.value ?? 1) / (within.value ?? 1)))
  const standardError = Math.log((within.high ?? 1) / (within.low ?? 1)) / (2 * REACH_OF_95)
  return Math.max(0, change - standardError)
}

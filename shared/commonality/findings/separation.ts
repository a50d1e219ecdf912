import type { CaseTable, Conjunction, Dimension, Literal } from '../case-table.ts'
import type { Tally } from '../search-result.ts'
import { insideRows, tallyOf } from './inside-rows.ts'

/**
 * The record that would tell two descriptions of the same records apart: it has all of `has` and not all of `hasNot`.
 * Where such records fail, the description in `has` is the one that matters; where they work, the other.
 */
export interface Separation {
  readonly has: Conjunction
  readonly hasNot: Conjunction
  /** Such records in the table: none, or too few to have told the two apart already. */
  readonly seen: Tally
  /** For a call that can be made: a literal in place of the first of `hasNot`, commonest among working records. */
  readonly instead: Literal | null
}

/**
 * How two descriptions can be told apart, the way the table has most records for first. Either is tried without the
 * other, so there are two ways, or one where one description includes the other.
 */
export function separationsOf(table: CaseTable, first: Conjunction, second: Conjunction): Separation[] {
  const ways = [separation(table, first, second), separation(table, second, first)]
  return ways.filter((way) => way !== null).sort((a, b) => b.seen.total - a.seen.total)
}

function separation(table: CaseTable, has: Conjunction, other: Conjunction): Separation | null {
  const hasNot = other.filter((literal) => !has.some((held) => implies(table, held, literal)))
  const [replaced] = hasNot
  if (replaced === undefined) return null
  return { has, hasNot, seen: seenWithout(table, has, hasNot), instead: insteadOf(table, replaced) }
}

/** Whether a record with the one cannot be without the other: the same, or a longer prefix (narrower range) of it. */
function implies(table: CaseTable, held: Literal, literal: Literal): boolean {
  if (held.dimension === literal.dimension) return held.code === literal.code
  const [narrow, wide] = [table.dimensions[held.dimension], table.dimensions[literal.dimension]]
  // Both were found to cover the same records, so of two views of one column the finer one is the narrower.
  return narrow?.column === wide?.column && (narrow?.values.length ?? 0) >= (wide?.values.length ?? 0)
}

/** A blank says nothing: only a record with another value is certainly without. */
function seenWithout(table: CaseTable, has: Conjunction, hasNot: Conjunction): Tally {
  const without = insideRows(table, has).filter((row) =>
    hasNot.some((literal) => hasOther(table, literal, row)),
  )
  return tallyOf(table, without)
}

function hasOther(table: CaseTable, { dimension, code }: Literal, row: number): boolean {
  const held = table.dimensions[dimension]?.codes[row] ?? 0
  return held !== 0 && held !== code
}

function insteadOf(table: CaseTable, literal: Literal): Literal | null {
  const dimension = table.dimensions[literal.dimension]
  if (dimension === undefined) return null
  const working = workingByCode(table, dimension)
  let best = 0
  for (let code = 1; code < working.length; code += 1) {
    if (code !== literal.code && (working[code] ?? 0) > (working[best] ?? 0)) best = code
  }
  return best === 0 ? null : { dimension: literal.dimension, code: best }
}

function workingByCode(table: CaseTable, { codes, values }: Dimension): Float64Array {
  const working = new Float64Array(values.length)
  for (let row = 0; row < table.rows; row += 1) {
    const code = codes[row] ?? 0
    if (code !== 0) working[code] = (working[code] ?? 0) + (table.total[row] ?? 0) - (table.failed[row] ?? 0)
  }
  return working
}

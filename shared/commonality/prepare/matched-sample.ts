import type { RecordColumn, RecordTable } from '../record-table.ts'
import { rangeCuts } from './choose-cuts.ts'
import { hasFewNumbers } from './column-views.ts'
import { rangeCodes } from './cuts.ts'
import { sampleRows, scattered } from './row-sample.ts'
import { sumOf } from './value-counts.ts'

/** Records of either side. */
export interface SideWeights {
  readonly failing: number
  readonly working: number
}

export interface MatchedSample {
  /** The same rows; those that were not taken weigh nothing. */
  readonly table: RecordTable
  /** Working records for each failing one, in every group. */
  readonly ratio: number
  readonly kept: SideWeights
  readonly dropped: SideWeights
}

/** Working records for each failing one: more than four hardly add to what can be proven (Ury 1975). */
const RATIOS = [4, 3, 2, 1, 1 / 2, 1 / 3, 1 / 4]

/**
 * Working records that equal the failing ones in the given columns (of a time: in the same hour UTC), so that these
 * columns no longer tell the sides apart: in each group of equal records the same number of working ones for each failing
 * one. The ratio is the one that leaves most to prove with; what has too few to compare with is dropped on either side.
 * Single records are taken whole, the same ones each time; rows that stand for several are made lighter, never heavier.
 */
export function matchedSample(table: RecordTable, columns: readonly string[]): MatchedSample {
  const groups = groupRows(table, columns)
  const isSingle = table.failed.every(isNoneOrOne) && table.working.every(isNoneOrOne)
  const weights = groups.map((rows) => ({
    rows,
    failing: sumAt(table.failed, rows),
    working: sumAt(table.working, rows),
  }))
  const ratio = bestRatio(weights)
  const failed = new Float64Array(table.rows)
  const working = new Float64Array(table.rows)
  for (const group of weights) {
    const failing = Math.min(group.failing, group.working / ratio)
    const taken = isSingle ? wholeRecords(failing, ratio) : failing
    take(failed, table.failed, group.rows, taken, isSingle)
    take(working, table.working, group.rows, taken * ratio, isSingle)
  }
  const kept = { failing: sumOf(failed), working: sumOf(working) }
  return {
    table: { ...table, failed, working },
    ratio,
    kept,
    dropped: { failing: sumOf(table.failed) - kept.failing, working: sumOf(table.working) - kept.working },
  }
}

function isNoneOrOne(weight: number): boolean {
  return weight === 0 || weight === 1
}

/** As many failing records as the ratio allows: of one working for two failing, an even number. */
function wholeRecords(failing: number, ratio: number): number {
  const step = ratio < 1 ? Math.round(1 / ratio) : 1
  return Math.floor((failing + 1e-9) / step) * step
}

/** How much can be proven goes by the harmonic sum of both sides. */
function bestRatio(groups: readonly SideWeights[]): number {
  function worth(ratio: number): number {
    const failing = groups.reduce((sum, group) => sum + Math.min(group.failing, group.working / ratio), 0)
    return (failing * ratio) / (1 + ratio)
  }
  return RATIOS.reduce((best, ratio) => (worth(ratio) > worth(best) ? ratio : best))
}

function take(
  taken: Float64Array,
  weights: Float64Array,
  rows: readonly number[],
  records: number,
  isSingle: boolean,
): void {
  const own = rows.filter((row) => (weights[row] ?? 0) > 0)
  if (!isSingle) {
    const part = records / sumAt(weights, own)
    for (const row of own) taken[row] = (weights[row] ?? 0) * Math.min(1, part)
    return
  }
  own.sort((a, b) => scattered(a) - scattered(b))
  for (const row of own.slice(0, Math.round(records))) taken[row] = 1
}

function sumAt(weights: Float64Array, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (weights[row] ?? 0), 0)
}

/** Rows that are equal in all columns; a blank equals a blank. Throws a RangeError for a column that cannot be compared. */
function groupRows(table: RecordTable, columns: readonly string[]): number[][] {
  let places: Uint32Array = new Uint32Array(table.rows)
  for (const name of columns) {
    const column = table.columns.find((candidate) => candidate.name === name)
    if (column === undefined) throw new RangeError(`These records have no column "${name}".`)
    places = splitBy(places, keysOf(table, column))
  }
  const groups: number[][] = []
  for (const [row, place] of places.entries()) (groups[place] ??= []).push(row)
  return groups
}

const HOUR_MS = 3_600_000

function keysOf(table: RecordTable, column: RecordColumn): ArrayLike<number> {
  const { kind, numbers, codes, prefixes, name } = column
  if (kind === 'time' && numbers !== null) return numbers.map((number) => Math.floor(number / HOUR_MS))
  if (numbers !== null && !hasFewNumbers(column)) {
    return rangeCodes(numbers, rangeCuts(table, column, sampleRows(table)))
  }
  if (codes !== null) return codes
  if (numbers !== null) return numbers
  const prefix = prefixes?.find(({ values }) => values.length > 2) ?? prefixes?.[0]
  if (prefix === undefined)
    throw new RangeError(`Column "${name}" names single records: none has an equal there.`)
  return prefix.codes
}

/** Groups in order of their first row. */
function splitBy(places: Uint32Array, keys: ArrayLike<number>): Uint32Array {
  const groups = new Map<number, Map<number, number>>()
  let count = 0
  return places.map((place, row) => {
    let byKey = groups.get(place)
    if (byKey === undefined) groups.set(place, (byKey = new Map()))
    const key = keys[row] ?? 0
    const known = byKey.get(key)
    if (known !== undefined) return known
    byKey.set(key, count)
    count += 1
    return count - 1
  })
}

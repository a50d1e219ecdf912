import type { ConjunctionPart } from '../../records/conjunction-part.ts'
import type { RecordColumn, RecordTable } from '../record-table.ts'
import type { Tally } from '../search-result.ts'

/** Records that have all parts of a description, and all others. */
export interface PartTally {
  readonly inside: Tally
  readonly outside: Tally
}

/**
 * Counts a description in records it was not found in: an earlier window, a later file. Throws a RangeError that names
 * the column where these records cannot tell: it is missing, or its values were not read.
 */
export function tallyParts(table: RecordTable, parts: readonly ConjunctionPart[]): PartTally {
  const covered = coveredRows(table, parts)
  const inside = { failed: 0, total: 0 }
  const outside = { failed: 0, total: 0 }
  for (let row = 0; row < table.rows; row += 1) {
    const tally = covered[row] === 1 ? inside : outside
    tally.failed += table.failed[row] ?? 0
    tally.total += (table.failed[row] ?? 0) + (table.working[row] ?? 0)
  }
  return { inside, outside }
}

/** 1 for each row that has all parts. Throws as `tallyParts` does. */
export function coveredRows(table: RecordTable, parts: readonly ConjunctionPart[]): Uint8Array {
  const covered = new Uint8Array(table.rows).fill(1)
  for (const part of parts) {
    const column = table.columns.find(({ name }) => name === part.column)
    if (column === undefined) throw new RangeError(`These records have no column "${part.column}".`)
    const meets = rowTest(column, part)
    for (let row = 0; row < table.rows; row += 1) if (covered[row] === 1 && !meets(row)) covered[row] = 0
  }
  return covered
}

function rowTest(column: RecordColumn, part: ConjunctionPart): (row: number) => boolean {
  if (part.kind === 'value') return valueTest(column, part.value)
  if (part.kind === 'blank') return blankTest(column)
  if (part.kind === 'prefix') return prefixTest(column, part.prefix)
  const { numbers } = column
  if (numbers === null) return cannotTell(column)
  const from = part.from ?? -Infinity
  const to = part.to ?? Infinity
  return (row) => (numbers[row] ?? Number.NaN) >= from && (numbers[row] ?? Number.NaN) < to
}

function valueTest(column: RecordColumn, value: string): (row: number) => boolean {
  const { codes, numbers, values } = column
  if (codes !== null) {
    const code = values.indexOf(value, 1)
    return (row) => code > 0 && codes[row] === code
  }
  if (numbers === null) return cannotTell(column)
  const number = Number(value)
  return (row) => numbers[row] === number
}

function blankTest(column: RecordColumn): (row: number) => boolean {
  const { numbers } = column
  const codes = column.codes ?? column.prefixes?.[0]?.codes ?? null
  if (numbers !== null) return (row) => Number.isNaN(numbers[row] ?? Number.NaN)
  return codes === null ? cannotTell(column) : (row) => codes[row] === 0
}

/** By the fewest digits that are enough; prefixes of other lengths, or whole numbers, tell as well if they are longer. */
function prefixTest(column: RecordColumn, prefix: string): (row: number) => boolean {
  const { codes, values, prefixes } = column
  const enough = prefixes
    ?.filter(({ length }) => length >= prefix.length)
    .sort((a, b) => a.length - b.length)[0]
  const known = enough ?? (codes === null ? null : { codes, values })
  if (known === null) return cannotTell(column)
  const begins = known.values.map((value, code) => code !== 0 && value.startsWith(prefix))
  return (row) => begins[known.codes[row] ?? 0] === true
}

function cannotTell({ name }: RecordColumn): never {
  throw new RangeError(`The values of column "${name}" were not read, so they cannot be compared.`)
}

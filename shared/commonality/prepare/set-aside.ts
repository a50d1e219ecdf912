import type { ColumnRole } from '../../records/column-words.ts'
import type { RecordColumn } from '../record-table.ts'
import type { PrepareOptions, SetAside } from './prepared.ts'

const COUNTS: ReadonlySet<ColumnRole | null> = new Set<ColumnRole | null>([
  'failed-count',
  'total-count',
  'weight',
])

/** Of the records that have a value, more than this share has its own: it names records. */
const MOST_DISTINCT = 0.9

/**
 * Why a column cannot be looked at, apart from symptoms; null where it can. `records` are those of both sides: where rows
 * stand for many records, a value of its own in every row names no record.
 */
export function reasonToSetAside(
  column: RecordColumn,
  options: PrepareOptions,
  records: number,
): SetAside['reason'] | null {
  const { name, role } = column
  const isKept = options.keep.includes(name)
  if (options.ignore.includes(name)) return 'ignored'
  if (options.counts.includes(name) || COUNTS.has(role)) return 'count'
  if (options.outcome.includes(name) && !isKept) return 'outcome'
  if (!canBeSeen(column)) return 'identifier'
  if (isSameEverywhere(column)) return isBlankAt(column, 0) ? 'all-blank' : 'one-value'
  return namesRecords(column, records) && !isKept ? 'identifier' : null
}

function canBeSeen({ codes, numbers, prefixes }: RecordColumn): boolean {
  return codes !== null || numbers !== null || (prefixes !== null && prefixes.length > 0)
}

function isBlankAt({ codes, numbers, prefixes }: RecordColumn, row: number): boolean {
  if (numbers !== null) return Number.isNaN(numbers[row] ?? Number.NaN)
  return (codes ?? prefixes?.[0]?.codes)?.[row] === 0
}

function isSameEverywhere({ codes, numbers, prefixes }: RecordColumn): boolean {
  if (numbers !== null) return isConstant(numbers)
  if (codes !== null) return isConstant(codes)
  // Numbers alike as far as their prefixes go may still differ, but nothing can be told by them.
  return prefixes !== null && prefixes.every((prefix) => isConstant(prefix.codes))
}

function isConstant(held: ArrayLike<number>): boolean {
  for (let row = 1; row < held.length; row += 1) if (!Object.is(held[row], held[0])) return false
  return true
}

/** Far fewer values than rows need not be counted to know that they name no records. */
const ROWS_PER_VALUE = 10

function namesRecords({ kind, role, codes, values }: RecordColumn, records: number): boolean {
  if (role === 'call-id') return true
  if (codes === null || (kind !== 'category' && kind !== 'identifier')) return false
  if (values.length * ROWS_PER_VALUE < codes.length) return false
  // The dictionary may be of more rows than are looked at.
  const seen = new Uint8Array(values.length)
  let filled = 0
  for (const code of codes) {
    seen[code] = 1
    filled += code === 0 ? 0 : 1
  }
  const distinct = seen.subarray(1).reduce((sum, one) => sum + one, 0)
  return distinct > MOST_DISTINCT * records * (filled / codes.length)
}

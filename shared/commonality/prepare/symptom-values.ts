import type { Symptom } from '../../records/analysis.ts'
import type { RecordColumn, RecordTable } from '../record-table.ts'
import { balancedCuts } from './choose-cuts.ts'
import { rangeCodes } from './cuts.ts'
import type { RowSample } from './row-sample.ts'
import { countValues } from './value-counts.ts'

/** Nobody reads further; the text of an error may be different each time. */
const MOST_VALUES = 50

/**
 * Values of a symptom with their records on both sides, most failing ones first, blank as the empty text. Amounts with
 * many values are given as ranges by least and greatest: `12 … 40`.
 */
export function symptomValues(
  table: RecordTable,
  column: RecordColumn,
  sample: RowSample,
): Symptom['values'] {
  const { codes, values } = column.kind === 'number' ? amounts(table, column, sample) : column
  if (codes === null) return []
  const { failing, working } = countValues(table, codes, values.length)
  return values
    .map((value, code) => ({ value, failing: failing[code] ?? 0, working: working[code] ?? 0 }))
    .filter((counts) => counts.failing + counts.working > 0)
    .sort((a, b) => b.failing - a.failing || b.working - a.working)
    .slice(0, MOST_VALUES)
}

function amounts(
  table: RecordTable,
  column: RecordColumn,
  sample: RowSample,
): Pick<RecordColumn, 'codes' | 'values'> {
  if (column.codes !== null && column.values.length <= MOST_VALUES) return column
  if (column.numbers === null) return column
  const codes = rangeCodes(column.numbers, balancedCuts(table, column, sample))
  return { codes, values: ['', ...rangeTexts(column.numbers, codes)] }
}

/** Least and greatest number that each range has, in order of their codes. */
function rangeTexts(numbers: Float64Array, codes: Uint8Array): string[] {
  const least: number[] = []
  const greatest: number[] = []
  for (const [row, code] of codes.entries()) {
    if (code === 0) continue
    const number = numbers[row] ?? 0
    least[code - 1] = Math.min(least[code - 1] ?? Infinity, number)
    greatest[code - 1] = Math.max(greatest[code - 1] ?? -Infinity, number)
  }
  return Array.from(least, (from, place) =>
    from === greatest[place] ? `${from}` : `${from} … ${greatest[place]}`,
  )
}

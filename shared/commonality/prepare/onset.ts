import type { Conjunction } from '../case-table.ts'
import { insideRows, tallyOf } from '../findings/inside-rows.ts'
import type { RecordColumn } from '../record-table.ts'
import { evidenceOf, gainOf } from '../search/likelihood.ts'
import type { Tally } from '../search-result.ts'
import { finestRanges } from './finest-ranges.ts'
import type { Prepared } from './prepared.ts'
import { timeStep } from './range-ends.ts'
import { sharpenRun } from './sharpen-run.ts'

/** When a finding holds, as far as the records show it; UTC ms. */
export interface Onset {
  readonly column: string
  /** The first record of the time in which it holds; null where it held from the first record on. */
  readonly since: number | null
  /** When it was over; null where it holds to the last record. */
  readonly until: number | null
}

export interface OnsetOptions {
  /** How likely, at most, a change may be found where none is. */
  readonly alpha: number
  /** Scatter between rows beyond chance. */
  readonly dispersion: number
}

/** Less is no change that matters. */
const LEAST_RATIO = 1.5

/**
 * Since when a description fails: of its own records, the stretch of time in which they fail most, if they fail there at
 * least 1.5 times as often as at other times and this is proven against all stretches there were to choose from. Null
 * where it is not: the description fails all the time, or too few records tell. Its own window, if any, is not heeded.
 */
export function onsetOf(
  prepared: Prepared,
  conjunction: Conjunction,
  { alpha = 0.01, dispersion = 1 }: Partial<OnsetOptions> = {},
): Onset | null {
  const column = timeColumn(prepared)
  const finest = column === null ? null : finestRanges(prepared, column)
  if (column === null || finest === null) return null
  const { caseTable, views } = prepared
  const { numbers, codes, cuts } = finest
  const others = conjunction.filter(({ dimension }) => views[dimension]?.column !== column)
  const rows = insideRows(caseTable, others).filter((row) => !Number.isNaN(numbers[row] ?? Number.NaN))
  const ranges = cuts.length - 1
  const { failed, total } = caseTable
  const whole = tallyOf(caseTable, rows)
  if (whole.failed === 0) return null
  const scale = { numbers, codes, ranges, rows, failed, total }
  const { least, greatest, below, above, inside } = sharpenRun(scale, whole, { first: 0, last: ranges - 1 })
  const gain = gainOf(inside.failed, inside.total, whole.failed, whole.total) / dispersion
  const stretches = (rows.length * (rows.length + 1)) / 2
  if (ratioOf(inside, whole) < LEAST_RATIO || evidenceOf(gain) < Math.log(stretches / alpha)) return null
  return {
    column: column.name,
    since: below === -Infinity ? null : least,
    until: above === Infinity ? null : greatest + timeStep(numbers),
  }
}

/** Failing share inside over that outside. */
function ratioOf(inside: Tally, whole: Tally): number {
  const otherFailed = whole.failed - inside.failed
  const otherTotal = whole.total - inside.total
  return otherTotal === 0 ? 0 : (inside.failed * otherTotal) / (otherFailed * inside.total)
}

/** When records began, if a column says so, else the first time there is. */
function timeColumn({ table, views }: Prepared): RecordColumn | null {
  const searched = new Set(views.map(({ column }) => column))
  const times = table.columns.filter((column) => column.kind === 'time' && searched.has(column))
  return times.find(({ role }) => role === 'start') ?? times[0] ?? null
}

import type { Symptom } from '../../records/analysis.ts'
import type { ColumnRole } from '../../records/column-words.ts'
import type { RecordColumn, RecordTable } from '../record-table.ts'
import { rangeCuts } from './choose-cuts.ts'
import { hasFewNumbers } from './column-views.ts'
import { rangeCodes } from './cuts.ts'
import { isOutcomeWord, isSipCode, namedSign } from './outcome-words.ts'
import type { RowSample } from './row-sample.ts'
import { countSample, separationOf, sharesOfSide, sumOf, type ValueCounts } from './value-counts.ts'

/** What a record passes through or belongs to is chosen before it fails: it can be the cause however well it tells. */
const CHOSEN_BEFORE: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'calling-number',
  'called-number',
  'codec',
  'gateway',
  'carrier',
  'customer',
  'iccid',
  'imsi',
  'imei',
  'eid',
  'msisdn',
  'mno',
  'apn',
  'rate-plan',
  'location',
  'start',
])

/** What looks like a sign by name or values is one where it at least goes with failing. */
const LEAST_SEPARATION_OF_KNOWN = 0.3

/** With fewer records a side may lack a value by chance. */
const LEAST_RECORDS = 20

/**
 * Why a column is a sign of failing rather than a cause; null where it may be a cause.
 *
 * Knowledge goes before figures, because a cause may tell the sides apart as well as a sign does: a dead carrier has
 * every failing call and no working one. So a column is a symptom by its role, or by a name or values that say how a call
 * went, if it goes with failing at all. By figures alone it is one only in a shape that causes hardly have: working
 * records all have one value, which no failing one has, and failing ones have several (200 against 503, 408, 486); or it
 * is a measurement that is 0 wherever a record failed and nowhere else (octets, packets).
 */
export function symptomReason(
  table: RecordTable,
  column: RecordColumn,
  sample: RowSample,
): Symptom['reason'] | null {
  const { role, kind, name } = column
  if (role === 'sip-code' || role === 'release-cause' || role === 'duration') return 'role'
  // When a call ended follows from when it began and how it went.
  if (role === 'end' && table.columns.some((other) => other.role === 'start')) return 'role'
  if ((role !== null && CHOSEN_BEFORE.has(role)) || kind === 'digits' || kind === 'time') return null
  const sign = namedSign(name)
  if (kind === 'number' && sign === 'length') return 'role'
  if (isMeasurement(column) && sign === null)
    return isZeroWhereFailing(table, column, sample) ? 'separates' : null
  const counts = sampleCounts(table, column, sample)
  if (counts === null) return null
  const isKnown = sign === 'code' || hasOutcomeWords(column, counts) || hasSipCodes(column)
  if (isKnown && separationOf(counts) >= LEAST_SEPARATION_OF_KNOWN) return 'role'
  return hasShapeOfSign(counts) ? 'separates' : null
}

function sampleCounts(table: RecordTable, column: RecordColumn, sample: RowSample): ValueCounts | null {
  if (column.codes !== null) return countSample(table, sample, column.codes, column.values.length)
  const { numbers } = column
  if (numbers === null) return null
  const cuts = rangeCuts(table, column, sample)
  return countSample(table, sample, rangeCodes(numbers, cuts), cuts.length)
}

/** Ways a call can go; a column with more values says something else, and takes long to read. */
const MOST_OUTCOMES = 1_000

/** Most records of a side, blanks aside, carry a word for how it went, and there is more than one such word. */
function hasOutcomeWords({ codes, values }: RecordColumn, { failing, working }: ValueCounts): boolean {
  if (codes === null || values.length > MOST_OUTCOMES) return false
  const isWord = values.map((value, code) => code !== 0 && isOutcomeWord(value))
  const words = isWord.filter(Boolean).length
  if (words < 2 && words < values.length - 1) return false
  return [failing, working].some((counts) => {
    const named = sumOf(counts) - (counts[0] ?? 0)
    return named > 0 && sumOf(counts.filter((_, code) => isWord[code] === true)) >= named / 2
  })
}

/** A success among them: other numbers of three digits seldom are all of these. */
function hasSipCodes({ codes, values }: RecordColumn): boolean {
  const named = values.slice(1)
  return (
    codes !== null &&
    named.length > 2 &&
    named.length <= MOST_OUTCOMES &&
    named.includes('200') &&
    named.every(isSipCode)
  )
}

/** Working records have this much on their one value, failing ones at most the rest. */
const NEARLY_ALL = 0.98

/** Beside its commonest, other values have at least this much of the failing records. */
const LEAST_ON_OTHERS = 0.05

/**
 * Working records share one value (or blank) that failing ones do not have, and these have several. The other way
 * round, one value that fails among several that work, is what a cause looks like.
 */
function hasShapeOfSign({ failing, working }: ValueCounts): boolean {
  if (Math.min(sumOf(failing), sumOf(working)) < LEAST_RECORDS) return false
  const failingShares = sharesOfSide(failing)
  const workingShares = sharesOfSide(working)
  const usual = workingShares.reduce(
    (best, share, code) => (share > (workingShares[best] ?? 0) ? code : best),
    0,
  )
  if ((workingShares[usual] ?? 0) < NEARLY_ALL || (failingShares[usual] ?? 0) > 1 - NEARLY_ALL) return false
  // A blank among working ones is a value, among failing ones it says nothing.
  const onlyFailing = failingShares.filter(
    (share, code) => code !== 0 && code !== usual && share * (1 - NEARLY_ALL) >= (workingShares[code] ?? 0),
  )
  const most = onlyFailing.reduce((greatest, share) => Math.max(greatest, share), 0)
  const onOthers = sumOf(onlyFailing) - most
  return sumOf(onlyFailing) >= NEARLY_ALL - LEAST_ON_OTHERS && onOthers >= LEAST_ON_OTHERS
}

function isMeasurement(column: RecordColumn): boolean {
  return column.kind === 'number' && !hasFewNumbers(column)
}

/** Of the failing records so many are 0 or blank, of the working ones so many are not. */
const MOSTLY = 0.95

function isZeroWhereFailing(
  { failed, working }: RecordTable,
  { numbers }: RecordColumn,
  sample: RowSample,
): boolean {
  if (numbers === null) return false
  const amongFailing = shareOfNothing(numbers, sample.failing.rows, failed)
  return amongFailing >= MOSTLY && shareOfNothing(numbers, sample.working.rows, working) <= 1 - MOSTLY
}

function shareOfNothing(numbers: Float64Array, rows: Uint32Array, weights: Float64Array): number {
  let nothing = 0
  let all = 0
  for (const row of rows) {
    const weight = weights[row] ?? 0
    const number = numbers[row] ?? Number.NaN
    all += weight
    if (number === 0 || Number.isNaN(number)) nothing += weight
  }
  return nothing / all
}

import type { AnalysisResult } from '../../records/analysis.ts'
import { codeTallies } from '../findings/code-tallies.ts'
import { tallyOf } from '../findings/inside-rows.ts'
import type { RecordTime } from '../findings/likeness.ts'
import { prepareCase } from '../prepare/prepare-case.ts'
import type { PrepareOptions, Prepared } from '../prepare/prepared.ts'
import type { RecordTable } from '../record-table.ts'
import { searchExplanations } from '../search/search-explanations.ts'
import type { SearchAnswer, Tally } from '../search-result.ts'
import { defaultOrder } from './default-order.ts'
import { describeFinding, type DescribedFinding } from './describe-finding.ts'
import { withWholeWindows } from './whole-windows.ts'

export interface AnalyseOptions extends Partial<PrepareOptions> {
  /** Most attributes in one description; null: by the number of columns. */
  readonly maxOrder: number | null
  /** Whether the records are all there were, so that a risk means something. */
  readonly totalsKnown: boolean
}

/** An answer without what only the record set knows: texts of examples, sampling, an earlier time, the sides. */
export interface AnalyseAnswer extends Pick<
  AnalysisResult,
  'symptoms' | 'setAside' | 'unexplained' | 'dispersion' | 'done'
> {
  readonly findings: readonly DescribedFinding[]
}

/**
 * From records with both sides marked to what the failing ones share. Yields null now and then, so that whoever runs it
 * can stop, and answers that may still be revised; returns the last. The same records give the same answer.
 */
export function* analyse(
  table: RecordTable,
  options: AnalyseOptions,
): Generator<AnalyseAnswer | null, AnalyseAnswer> {
  let prepared = prepareCase(table, options)
  yield null
  const maxOrder = options.maxOrder ?? defaultOrder(prepared.caseTable)
  let found = yield* answers(prepared, maxOrder, options)
  // Windows and ranges are found in pieces; with whole ones to read, the search may say it shorter.
  const whole = withWholeWindows(
    prepared,
    found.explanations.filter(({ verdict }) => verdict === 'proven').map(({ conjunction }) => conjunction),
  )
  if (whole !== null) {
    prepared = whole
    found = yield* answers(prepared, maxOrder, options)
  }
  return answerOf(prepared, found, options, true)
}

/** Every answer of a search but the last, which may have to be looked at again. */
function* answers(
  prepared: Prepared,
  maxOrder: number,
  options: AnalyseOptions,
): Generator<AnalyseAnswer | null, SearchAnswer> {
  const search = searchExplanations(prepared.caseTable, { maxOrder })
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
    yield step.value === null ? null : answerOf(prepared, step.value, options, false)
  }
}

function answerOf(
  prepared: Prepared,
  { explanations, unexplained, dispersion }: SearchAnswer,
  { totalsKnown }: AnalyseOptions,
  done: boolean,
): AnalyseAnswer {
  const { caseTable, symptoms, setAside } = prepared
  const whole = tallyOf(caseTable)
  const context = {
    prepared,
    whole,
    totalsKnown,
    dispersion,
    time: recordTime(prepared.table),
    tallies: codeTallies(caseTable),
    conjunctions: explanations.map(({ conjunction }) => conjunction),
  }
  let left: Tally = whole
  const findings: DescribedFinding[] = []
  for (const explanation of explanations) {
    const finding = describeFinding(explanation, left, context)
    // Two views of a column may cover the very same records by the same words: that is said once.
    if (!findings.some(({ id }) => id === finding.id)) findings.push(finding)
    if (explanation.verdict === 'proven') left = without(left, explanation.remaining)
  }
  return { findings, symptoms: [...symptoms], setAside: [...setAside], unexplained, dispersion, done }
}

function without(left: Tally, { failed, total }: Tally): Tally {
  return { failed: Math.max(0, left.failed - failed), total: Math.max(0, left.total - total) }
}

/** When records began; else any instant they have. */
function recordTime({ columns }: RecordTable): RecordTime | null {
  const times = columns.filter(({ kind, numbers }) => kind === 'time' && numbers !== null)
  const column = times.find(({ role }) => role === 'start') ?? times[0]
  if (column === undefined || column.numbers === null) return null
  return { column: column.name, instants: column.numbers }
}

import { analyse, type AnalyseAnswer } from '../../../shared/commonality/analyse/analyse.ts'
import { provableHere } from '../../../shared/commonality/findings/provable-here.ts'
import { tallyParts, type PartTally } from '../../../shared/commonality/prepare/covered-rows.ts'
import { matchedSample } from '../../../shared/commonality/prepare/matched-sample.ts'
import { prepareCase } from '../../../shared/commonality/prepare/prepare-case.ts'
import { sidesSummary } from '../../../shared/commonality/prepare/sides-summary.ts'
import { trendOf } from '../../../shared/commonality/prepare/trend.ts'
import type { RecordTable } from '../../../shared/commonality/record-table.ts'
import { DEFAULT_SEARCH_OPTIONS } from '../../../shared/commonality/search/search-explanations.ts'
import type {
  AnalysisResult,
  ExampleRecord,
  Finding,
  SidesSummary,
} from '../../../shared/records/analysis.ts'
import type { AnalysisQuestion, FailingDefinition } from '../../../shared/records/analysis-question.ts'
import type { ConjunctionPart } from '../../../shared/records/conjunction-part.ts'
import { AnalysisProblem, type AnalysisStep } from './analyser.ts'
import { readSides } from './read-sides.ts'
import type { ReadableSet, ReadRecords } from './readable-set.ts'
import { totalsKnown } from './totals-known.ts'

/** Read, searched, told. */
const STAGES = 3

/**
 * Answers a question to an open record set, on the thread it is called on: the page's answers come from a worker, those
 * of the command line from here. Throws AnalysisProblem; stops at the next step once the signal is aborted.
 */
export async function* answerQuestion(
  set: ReadableSet,
  question: AnalysisQuestion,
  signal?: AbortSignal,
): AsyncGenerator<AnalysisStep> {
  yield { kind: 'progress', done: 0, total: STAGES }
  const sides = await readSides(question.definition, set)
  const records = await set.readTable(sides, signal)
  const table = matched(records.table, question.matchOn)
  const before = await recordsBefore(set, question, signal)
  yield { kind: 'progress', done: 1, total: STAGES }

  const options = {
    outcome: sides.outcomeColumns,
    counts: sides.countColumns,
    ignore: question.ignore,
    keep: question.keep,
    blankAsValue: question.blankAsValue,
    maxOrder: question.maxOrder,
    totalsKnown: totalsKnown(question),
  }
  const prepared = prepareCase(table, options)
  const summary = sidesSummary(prepared)
  const whole = { set, records, before, summary }
  const search = analyse(table, options)
  while (signal?.aborted !== true) {
    const step = search.next()
    if (step.value !== null) {
      const { dispersion } = step.value
      const provable = provableHere(prepared.caseTable, { alpha: DEFAULT_SEARCH_OPTIONS.alpha, dispersion })
      yield { kind: 'answer', answer: await answerOf(step.value, provable, whole) }
    } else if (step.done !== true) {
      await nextTurn()
    }
    if (step.done === true) return
  }
}

/** Counts a description, without any search. Throws AnalysisProblem. */
export async function countParts(
  set: ReadableSet,
  definition: FailingDefinition,
  parts: readonly ConjunctionPart[],
): Promise<PartTally> {
  const { table } = await set.readTable(await readSides(definition, set))
  return tallied(table, parts)
}

/** Both sides of a definition, without any search. Throws AnalysisProblem. */
export async function summariseSides(set: ReadableSet, definition: FailingDefinition): Promise<SidesSummary> {
  const sides = await readSides(definition, set)
  const { table } = await set.readTable(sides)
  return sidesSummary(prepareCase(table, { outcome: sides.outcomeColumns, counts: sides.countColumns }))
}

interface Whole {
  readonly set: ReadableSet
  readonly records: ReadRecords
  readonly before: RecordTable | null
  readonly summary: SidesSummary
}

async function answerOf(
  { findings, ...answer }: AnalyseAnswer,
  provable: AnalysisResult['provable'],
  { set, records, before, summary }: Whole,
): Promise<AnalysisResult> {
  const rowOf = (row: number) => records.rowNumbers[row] ?? row
  const wanted = findings.flatMap(({ examples }) =>
    examples.flatMap(({ failing, working }) => [rowOf(failing), rowOf(working)]),
  )
  const texts = new Map((await set.readRows([...new Set(wanted)])).map((record) => [record.row, record]))
  function recordOf(row: number): ExampleRecord {
    return texts.get(rowOf(row)) ?? { row: rowOf(row), values: {} }
  }
  return {
    ...answer,
    sides: summary,
    findings: findings.map((finding): Finding => ({
      ...finding,
      trend: before === null ? null : trendFrom(finding, before, answer.dispersion),
      examples: finding.examples.map(({ failing, working, differing }) => ({
        failing: recordOf(failing),
        working: recordOf(working),
        differing: [...differing],
      })),
    })),
    provable,
    sampling: records.sampling,
  }
}

/** A finding against the records of an earlier time; the time at which it holds now has no meaning there. */
function trendFrom(
  { parts, counts }: Pick<Finding, 'parts' | 'counts'>,
  before: RecordTable,
  dispersion: number,
): Finding['trend'] {
  const { failing, working } = counts
  const now: PartTally = {
    inside: { failed: failing.inside, total: failing.inside + working.inside },
    outside: {
      failed: failing.of - failing.inside,
      total: failing.of - failing.inside + working.of - working.inside,
    },
  }
  const lasting = parts.filter(({ kind }) => kind !== 'window')
  return lasting.length === 0 ? null : trendOf(now, tallied(before, lasting), dispersion).trend
}

async function recordsBefore(
  set: ReadableSet,
  { definition, baseline }: AnalysisQuestion,
  signal: AbortSignal | undefined,
): Promise<RecordTable | null> {
  if (baseline === null) return null
  const sides = await readSides({ ...definition, where: baseline }, set).catch((error: unknown) => {
    const isHere = error instanceof AnalysisProblem && error.place === 'where'
    throw isHere ? new AnalysisProblem('baseline', error.message) : error
  })
  return (await set.readTable(sides, signal)).table
}

function matched(table: RecordTable, columns: readonly string[]): RecordTable {
  if (columns.length === 0) return table
  try {
    return matchedSample(table, columns).table
  } catch (error) {
    throw error instanceof RangeError ? new AnalysisProblem('matchOn', error.message) : error
  }
}

function tallied(table: RecordTable, parts: readonly ConjunctionPart[]): PartTally {
  try {
    return tallyParts(table, parts)
  } catch (error) {
    throw error instanceof RangeError ? new AnalysisProblem('recordSetId', error.message) : error
  }
}

/** Lets a cancellation in. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}

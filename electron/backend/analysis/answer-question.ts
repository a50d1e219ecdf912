import type { RecordsAnswer } from '../../../shared/commonality/analyse/answer-records.ts'
import type { PartTally } from '../../../shared/commonality/prepare/covered-rows.ts'
import type { RecordTable } from '../../../shared/commonality/record-table.ts'
import type { AnalysisResult, ExampleRecord, SidesSummary } from '../../../shared/records/analysis.ts'
import type { AnalysisQuestion, FailingDefinition } from '../../../shared/records/analysis-question.ts'
import type { ConjunctionPart } from '../../../shared/records/conjunction-part.ts'
import { AnalysisProblem, type AnalysisStep } from './analyser.ts'
import type { AnalysisJob, AnalysisJobResult, DoJob } from './analysis-job.ts'
import { demandColumn } from './demand-column.ts'
import { readSides } from './read-sides.ts'
import type { ReadableSet, ReadRecords } from './readable-set.ts'
import { totalsKnown } from './totals-known.ts'

/** Read, searched, told. */
const STAGES = 3

/** A column written wrongly must not be left out in silence. */
const COLUMN_LISTS = ['ignore', 'keep', 'blankAsValue', 'matchOn'] as const

/** Answers a question to an open record set. Stop reading, or abort, to cancel. Throws AnalysisProblem. */
export async function* answerQuestion(
  set: ReadableSet,
  question: AnalysisQuestion,
  doJob: DoJob,
  signal?: AbortSignal,
): AsyncGenerator<AnalysisStep> {
  yield { kind: 'progress', done: 0, total: STAGES }
  for (const place of COLUMN_LISTS) {
    for (const name of question[place]) demandColumn(set.recordSet.columns, place, name)
  }
  const sides = await readSides(question.definition, set)
  const records = await set.readTable(sides, signal)
  const before = await recordsBefore(set, question, signal)
  yield { kind: 'progress', done: 1, total: STAGES }
  const job: AnalysisJob = {
    kind: 'answer',
    question: {
      table: records.table,
      before,
      matchOn: question.matchOn,
      options: {
        outcome: sides.outcomeColumns,
        counts: sides.countColumns,
        ignore: question.ignore,
        keep: question.keep,
        blankAsValue: question.blankAsValue,
        maxOrder: question.maxOrder,
        totalsKnown: totalsKnown(question),
      },
    },
  }
  for await (const result of refusedAt('matchOn', doJob(job, signal))) {
    if (result.kind === 'answer') yield { kind: 'answer', answer: await inWords(result.answer, set, records) }
  }
}

/** Counts a description, without any search. Throws AnalysisProblem. */
export async function countParts(
  set: ReadableSet,
  definition: FailingDefinition,
  parts: readonly ConjunctionPart[],
  doJob: DoJob,
): Promise<PartTally> {
  const { table } = await set.readTable(await readSides(definition, set))
  for await (const result of refusedAt('recordSetId', doJob({ kind: 'count', table, parts }))) {
    if (result.kind === 'count') return result.count
  }
  throw new Error('The records were not counted.')
}

/** Both sides of a definition, without any search. Throws AnalysisProblem. */
export async function summariseSides(
  set: ReadableSet,
  definition: FailingDefinition,
  doJob: DoJob,
): Promise<SidesSummary> {
  const sides = await readSides(definition, set)
  const { table } = await set.readTable(sides)
  const options = { outcome: sides.outcomeColumns, counts: sides.countColumns }
  for await (const result of doJob({ kind: 'sides', table, options })) {
    if (result.kind === 'sides') return result.sides
  }
  throw new Error('The sides were not summarised.')
}

/** Examples with the texts of their records. */
async function inWords(
  answer: RecordsAnswer,
  set: ReadableSet,
  { rowNumbers, sampling }: ReadRecords,
): Promise<AnalysisResult> {
  const rowOf = (row: number) => rowNumbers[row] ?? row
  const wanted = answer.findings.flatMap(({ examples }) =>
    examples.flatMap(({ failing, working }) => [rowOf(failing), rowOf(working)]),
  )
  const texts = new Map((await set.readRows([...new Set(wanted)])).map((record) => [record.row, record]))
  function recordOf(row: number): ExampleRecord {
    return texts.get(rowOf(row)) ?? { row: rowOf(row), values: {} }
  }
  return {
    ...answer,
    findings: answer.findings.map((finding) => ({
      ...finding,
      examples: finding.examples.map(({ failing, working, differing }) => ({
        failing: recordOf(failing),
        working: recordOf(working),
        differing: [...differing],
      })),
    })),
    sampling,
  }
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

/** What the pure part refuses, refused at the field it comes from. */
async function* refusedAt(
  place: string,
  results: AsyncGenerator<AnalysisJobResult>,
): AsyncGenerator<AnalysisJobResult> {
  try {
    yield* results
  } catch (error) {
    throw error instanceof RangeError ? new AnalysisProblem(place, error.message) : error
  }
}

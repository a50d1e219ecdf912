import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { AnalysisResult } from '../../../shared/records/analysis.ts'
import type { AnalysisQuestion } from '../../../shared/records/analysis-question.ts'
import type { RecordSet } from '../../../shared/records/record-set.ts'
import { AnalysisProblem } from '../../backend/analysis/analyser.ts'
import { doJobHere } from '../../backend/analysis/analysis-job.ts'
import { answerQuestion } from '../../backend/analysis/answer-question.ts'
import { zoneRefusal } from '../../backend/api/zone-refusal.ts'
import { RecordProblem } from '../../backend/records/record-problem.ts'
import { createRecordSets, type RecordSets } from '../../backend/records/record-sets.ts'
import { createWords } from '../../backend/words/create-words.ts'
import { CliProblem } from '../problem.ts'
import { analyseOutput } from './analyse-json.ts'
import { analyseText } from './analyse-text.ts'

export interface AnalyseOptions {
  readonly failed?: string
  readonly working?: string
  readonly where?: string
  readonly weight?: string
  readonly failedCount?: string
  readonly totalCount?: string
  readonly ignore?: readonly string[]
  readonly keep?: readonly string[]
  readonly maxOrder?: number
  readonly allRecords: boolean
  readonly zone: string
  readonly each: boolean
  readonly json: boolean
}

/** What the parts of a question are called here. */
const OPTIONS: Readonly<Record<string, string>> = {
  failed: '--failed',
  working: '--working',
  where: '--where',
  weightColumn: '--weight',
  failedCountColumn: '--failed-count',
  totalCountColumn: '--total-count',
}

interface Answered {
  readonly recordSet: RecordSet
  readonly result: AnalysisResult
}

/**
 * `analyse`: reads the files into a folder that goes with the process, searches and prints. Gives 1 where a file of
 * `--each` could not be answered (the others are), else 0. Throws CliProblem.
 */
export async function runAnalyse(files: readonly string[], options: AnalyseOptions): Promise<number> {
  const refusal = zoneRefusal(options.zone)
  if (refusal !== null) throw new CliProblem(`--zone: ${refusal.reason}.`)
  const directory = mkdtempSync(join(tmpdir(), 'meridian-analyse-'))
  const recordSets = await createRecordSets(directory, { now: Date.now })
  try {
    if (options.each) return await answerEach(files, recordSets, options)
    const { recordSet, result } = await answer(files, recordSets, options)
    if (options.json) {
      const read = { files: recordSet.files, refusedRows: recordSet.refusalCount }
      console.log(JSON.stringify(analyseOutput(result, read), null, 2))
    } else {
      console.log(analyseText(result, await createWords('en'), options.zone))
      tellRefusals(recordSet)
    }
    return 0
  } finally {
    await recordSets.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

/** One line per file; what cannot be answered is said in its line and does not stop the others. */
async function answerEach(
  files: readonly string[],
  recordSets: RecordSets,
  options: AnalyseOptions,
): Promise<number> {
  const words = await createWords('en')
  let exitCode = 0
  for (const file of files) {
    try {
      const { recordSet, result } = await answer([file], recordSets, options)
      const read = { files: recordSet.files, refusedRows: recordSet.refusalCount }
      const line = options.json
        ? JSON.stringify({ file, ...analyseOutput(result, read) })
        : `${file}: ${analyseText(result, words, options.zone).split('\n').filter(Boolean).join(' ')}`
      console.log(line)
    } catch (error) {
      if (!(error instanceof CliProblem)) throw error
      exitCode = 1
      console.log(
        options.json ? JSON.stringify({ file, problem: error.message }) : `${file}: ${error.message}`,
      )
    } finally {
      // A thousand files must not lie on the disk together, whether they were answered or not.
      for (const { id } of recordSets.list()) await recordSets.remove(id)
    }
  }
  return exitCode
}

async function answer(
  files: readonly string[],
  recordSets: RecordSets,
  options: AnalyseOptions,
): Promise<Answered> {
  try {
    const recordSet = await recordSets.import({
      name: files
        .map((file) => basename(file))
        .join(', ')
        .slice(0, 200),
      files: files.map((path) => ({ path, name: basename(path) })),
      timeZone: options.zone,
      layout: null,
      ownLayouts: [],
    })
    tellUnknown(recordSet, options)
    const set = await recordSets.open(recordSet.id)
    let result: AnalysisResult | null = null
    for await (const step of answerQuestion(set, questionOf(recordSet, options), doJobHere)) {
      if (step.kind === 'answer') result = step.answer
    }
    if (result === null) throw new Error('The analysis ended without an answer.')
    return { recordSet, result }
  } catch (error) {
    if (error instanceof RecordProblem) throw new CliProblem(error.message, error)
    if (error instanceof AnalysisProblem) {
      const reason = error.message.replace(/\.$/, '')
      throw new CliProblem(`${OPTIONS[error.place] ?? error.place}: ${reason}.`, error)
    }
    throw error
  }
}

/** Where the file counts and nobody said which columns do, those recognised are taken. */
function questionOf({ id, columns }: RecordSet, options: AnalyseOptions): AnalysisQuestion {
  const { failed, failedCount, totalCount } = options
  const nothingSaid = failed === undefined && failedCount === undefined && totalCount === undefined
  function recognised(role: 'failed-count' | 'total-count'): string | null {
    return nothingSaid ? (columns.find((column) => column.role === role)?.name ?? null) : null
  }
  const isColumn = (name: string) => columns.some((column) => column.name === name)
  return {
    recordSetId: id,
    definition: {
      failed: failed ?? null,
      working: options.working ?? null,
      where: options.where ?? null,
      weightColumn: options.weight ?? null,
      failedCountColumn: failedCount ?? recognised('failed-count'),
      totalCountColumn: totalCount ?? recognised('total-count'),
    },
    ignore: (options.ignore ?? []).filter(isColumn),
    keep: (options.keep ?? []).filter(isColumn),
    blankAsValue: [],
    maxOrder: options.maxOrder ?? null,
    baseline: null,
    allRecords: options.allRecords,
    matchOn: [],
  }
}

/** Files of one run need not all have the columns that are left out; a name written wrongly is seen all the same. */
function tellUnknown({ name, columns }: RecordSet, { ignore = [], keep = [] }: AnalyseOptions): void {
  const given = [...ignore.map((column) => ['--ignore', column]), ...keep.map((column) => ['--keep', column])]
  for (const [option, column] of given) {
    if (columns.some((held) => held.name === column)) continue
    console.error(`${option}: ${name} has no column "${column}".`)
  }
}

function tellRefusals({ refusals, refusalCount }: RecordSet): void {
  if (refusalCount === 0) return
  const rows =
    refusalCount === 1 ? '1 row could not be read and is' : `${refusalCount} rows could not be read and are`
  console.error(`${rows} in no count:`)
  for (const { file, line, reason } of refusals.slice(0, 5)) {
    console.error(`  ${file}${line === null ? '' : `, line ${line}`}: ${reason}`)
  }
}

import type { AnalysisResult, Finding } from '../../records/analysis.ts'
import { provableHere } from '../findings/provable-here.ts'
import type { Example } from '../findings/examples.ts'
import { tallyParts, type PartTally } from '../prepare/covered-rows.ts'
import { matchedSample } from '../prepare/matched-sample.ts'
import { prepareCase } from '../prepare/prepare-case.ts'
import { sidesSummary } from '../prepare/sides-summary.ts'
import { trendOf } from '../prepare/trend.ts'
import type { RecordTable } from '../record-table.ts'
import { DEFAULT_SEARCH_OPTIONS } from '../search/search-explanations.ts'
import { analyse, type AnalyseAnswer, type AnalyseOptions } from './analyse.ts'

export interface RecordsQuestion {
  readonly table: RecordTable
  /** Records of an earlier time with the same meaning of failing. */
  readonly before: RecordTable | null
  /** Columns in which working records are picked to equal failing ones. */
  readonly matchOn: readonly string[]
  readonly options: AnalyseOptions
}

/** Examples are rows of the table: their texts are with the record set. */
export interface RecordsAnswer extends Omit<AnalysisResult, 'findings' | 'sampling'> {
  readonly findings: readonly (Omit<Finding, 'examples'> & { readonly examples: readonly Example[] })[]
}

/**
 * The whole answer to a question about records, as far as the records themselves tell it. Yields null now and then, so
 * that whoever runs it can stop. Throws a RangeError for a column to match on that has no equals.
 */
export function* answerRecords(question: RecordsQuestion): Generator<RecordsAnswer | null, RecordsAnswer> {
  const { before, matchOn, options } = question
  const table = matchOn.length === 0 ? question.table : matchedSample(question.table, matchOn).table
  const prepared = prepareCase(table, options)
  yield null
  const sides = sidesSummary(prepared)
  yield null
  function whole(answer: AnalyseAnswer): RecordsAnswer {
    const { dispersion } = answer
    const provable = provableHere(prepared.caseTable, { alpha: DEFAULT_SEARCH_OPTIONS.alpha, dispersion })
    const findings = answer.findings.map((finding) => ({
      ...finding,
      trend: before === null ? null : trendFrom(finding, before, dispersion),
    }))
    return { ...answer, sides, findings, provable }
  }

  const search = analyse(table, options)
  for (;;) {
    const step = search.next()
    if (step.done === true) return whole(step.value)
    yield step.value === null ? null : whole(step.value)
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
  return lasting.length === 0 ? null : trendOf(now, tallyParts(before, lasting), dispersion).trend
}

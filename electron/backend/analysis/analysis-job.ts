import {
  answerRecords,
  type RecordsAnswer,
  type RecordsQuestion,
} from '../../../shared/commonality/analyse/answer-records.ts'
import { tallyParts, type PartTally } from '../../../shared/commonality/prepare/covered-rows.ts'
import { prepareCase } from '../../../shared/commonality/prepare/prepare-case.ts'
import type { PrepareOptions } from '../../../shared/commonality/prepare/prepared.ts'
import { sidesSummary } from '../../../shared/commonality/prepare/sides-summary.ts'
import type { RecordTable } from '../../../shared/commonality/record-table.ts'
import type { SidesSummary } from '../../../shared/records/analysis.ts'
import type { ConjunctionPart } from '../../../shared/records/conjunction-part.ts'

/** Work over records that takes longer than a server may stand still. Goes to a worker as it is. */
export type AnalysisJob =
  | { readonly kind: 'answer'; readonly question: RecordsQuestion }
  | { readonly kind: 'sides'; readonly table: RecordTable; readonly options: Partial<PrepareOptions> }
  | { readonly kind: 'count'; readonly table: RecordTable; readonly parts: readonly ConjunctionPart[] }

export type AnalysisJobResult =
  | { readonly kind: 'answer'; readonly answer: RecordsAnswer }
  | { readonly kind: 'sides'; readonly sides: SidesSummary }
  | { readonly kind: 'count'; readonly count: PartTally }

/** Yields null now and then, answers as they are found, and the last one at the end. Throws a RangeError. */
export function* doJob(job: AnalysisJob): Generator<AnalysisJobResult | null> {
  if (job.kind === 'sides') {
    yield { kind: 'sides', sides: sidesSummary(prepareCase(job.table, job.options)) }
    return
  }
  if (job.kind === 'count') {
    yield { kind: 'count', count: tallyParts(job.table, job.parts) }
    return
  }
  const answers = answerRecords(job.question)
  for (;;) {
    const { value, done } = answers.next()
    yield value === null ? null : { kind: 'answer', answer: value }
    if (done === true) return
  }
}

/** Does jobs somewhere: here, or in a worker. Stop reading, or abort, to cancel. Throws a RangeError. */
export type DoJob = (job: AnalysisJob, signal?: AbortSignal) => AsyncGenerator<AnalysisJobResult>

/** On this thread, in turns. */
export async function* doJobHere(job: AnalysisJob, signal?: AbortSignal): AsyncGenerator<AnalysisJobResult> {
  for (const result of doJob(job)) {
    signal?.throwIfAborted()
    if (result === null) await new Promise((resolve) => void setImmediate(resolve))
    else yield result
  }
}

import { RecordProblem } from '../records/record-problem.ts'
import type { OpenRecordSet, RecordSets } from '../records/record-sets.ts'
import { AnalysisProblem, type Analyser } from './analyser.ts'
import type { DoJob } from './analysis-job.ts'
import { answerQuestion, countParts, summariseSides } from './answer-question.ts'

/** Answers questions about the record sets of a hub; `doJob` says where the long work is done. */
export function createAnalyser(recordSets: Pick<RecordSets, 'open'>, doJob: DoJob): Analyser {
  async function open(recordSetId: string): Promise<OpenRecordSet> {
    try {
      return await recordSets.open(recordSetId)
    } catch (error) {
      throw error instanceof RecordProblem ? new AnalysisProblem('recordSetId', error.message) : error
    }
  }

  return {
    async *run(question, signal) {
      yield* answerQuestion(await open(question.recordSetId), question, doJob, signal)
    },
    sides: async (recordSetId, definition) => summariseSides(await open(recordSetId), definition, doJob),
    async tally(recordSetId, definition, parts) {
      const { inside, outside } = await countParts(await open(recordSetId), definition, parts, doJob)
      return { inside, others: outside }
    },
  }
}

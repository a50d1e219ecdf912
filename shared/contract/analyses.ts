import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { analysis, analysisResult } from '../records/analysis.ts'
import { analysisQuestion } from '../records/analysis-question.ts'
import { conjunctionPart } from '../records/conjunction-part.ts'
import { fixConfirmation } from '../records/fix-confirmation.ts'
import { forOperator, forViewer } from './base.ts'
import { progress } from './progress.ts'

const analysisId = z.object({ analysisId: z.string().min(1) })
const findingOf = { ...analysisId.shape, findingId: z.string().min(1) }

/** What a list shows of an analysis. */
const analysisSummary = z.object({
  ...analysis.omit({ result: true, question: true }).shape,
  recordSetId: z.string(),
  proven: z.int(),
  failing: z.number(),
  working: z.number(),
  unexplained: z.number(),
  /** The strongest finding; empty where nothing is proven. */
  best: z.array(conjunctionPart),
})
export type AnalysisSummary = z.infer<typeof analysisSummary>

const findingName = z.object({ id: z.string(), parts: z.array(conjunctionPart), failing: z.number() })

const comparison = z.object({
  same: z.array(z.object({ first: findingName, second: findingName, ratioChange: z.number().nullable() })),
  onlyFirst: z.array(findingName),
  onlySecond: z.array(findingName),
})
export type AnalysisComparison = z.infer<typeof comparison>

/** Commonality: what failing records share and working ones do not. */
export const analysesContract = {
  /** Answers come as they are found, each in full; the last is kept. Stop reading to cancel: nothing is kept then. */
  run: forOperator
    .route({ method: 'POST', path: '/analyses', summary: 'Search a record set' })
    .input(
      z.object({
        question: analysisQuestion,
        /** Empty: named by what it asks. */
        name: z.string().max(200).default(''),
        ticketId: z.string().nullable().default(null),
      }),
    )
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          progress,
          z.object({ kind: z.literal('answer'), answer: analysisResult }),
          z.object({ kind: z.literal('result'), analysis }),
        ]),
      ),
    ),
  list: forViewer
    .route({
      method: 'GET',
      path: '/analyses',
      summary: 'Analyses that were made, pinned first, then newest',
    })
    .input(z.object({ ticketId: z.string().optional(), recordSetId: z.string().optional() }))
    .output(z.array(analysisSummary)),
  get: forViewer
    .route({ method: 'GET', path: '/analyses/{analysisId}', summary: 'One analysis with its findings' })
    .input(analysisId)
    .output(analysis),
  change: forOperator
    .route({ method: 'PUT', path: '/analyses/{analysisId}', summary: 'Pin, name, attach to a ticket' })
    .input(
      z.object({
        ...analysisId.shape,
        name: z.string().min(1).max(200),
        pinned: z.boolean(),
        ticketId: z.string().nullable(),
      }),
    )
    .output(analysis),
  remove: forOperator
    .route({ method: 'DELETE', path: '/analyses/{analysisId}', summary: 'Forget an analysis' })
    .input(analysisId)
    .output(z.void()),
  compare: forViewer
    .route({
      method: 'GET',
      path: '/analyses/{first}/compare/{second}',
      summary: 'What two analyses have in common',
    })
    .input(z.object({ first: z.string().min(1), second: z.string().min(1) }))
    .output(comparison),
  examples: forViewer
    .route({
      method: 'GET',
      path: '/analyses/{analysisId}/examples/{findingId}',
      summary: 'The A/B examples of a finding as a small file for the carrier',
    })
    .input(z.object(findingOf))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() })),

  confirmFix: forOperator
    .route({
      method: 'POST',
      path: '/analyses/{analysisId}/confirmations/{findingId}',
      summary: 'Try a finding again on fresh records',
    })
    .input(
      z.object({
        ...findingOf,
        /** The fresh records. */
        recordSetId: z.string().min(1),
        /** Looks only at records that meet it, e.g. those after the fix. */
        where: z.string().nullable().default(null),
      }),
    )
    .output(fixConfirmation),
  confirmations: forViewer
    .route({ method: 'GET', path: '/fix-confirmations', summary: 'Fix confirmations, newest first' })
    .input(z.object({ ticketId: z.string().optional(), analysisId: z.string().optional() }))
    .output(z.array(fixConfirmation)),
}

import { setTimeout as wait } from 'node:timers/promises'
import type { Implementation, MeridianRouter } from '../../electron/backend/api/implementation.ts'
import type { AnalysisSummary } from '../../shared/contract/analyses.ts'
import type { Analysis, AnalysisResult, Finding } from '../../shared/records/analysis.ts'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import type { FixConfirmation } from '../../shared/records/fix-confirmation.ts'
import { fakeResult } from './fake-findings.ts'

/** A search takes this long, so that its progress can be seen and it can be cancelled. */
const SEARCH = { steps: 24, stepMs: 60, combinations: 4060 }

export interface FakeAnalyses {
  readonly router: MeridianRouter['analyses']
  /** Kept, newest first. */
  readonly analyses: Map<string, Analysis>
}

/** Analyses of a made-up hub: what is found follows from the question alone, and is kept in memory. */
export function createFakeAnalyses({ analyses: subject }: Implementation, now: () => number): FakeAnalyses {
  const kept = new Map<string, Analysis>()
  const confirmations: FixConfirmation[] = []
  for (const analysis of fakeHistory(now())) kept.set(analysis.id, analysis)

  const router: MeridianRouter['analyses'] = {
    run: subject.run.handler(async function* ({ input, context, signal }) {
      const result = fakeResult(input.question, now())
      const { steps, stepMs, combinations } = SEARCH
      for (let step = 0; step < steps; step += 1) {
        const done = Math.round((combinations * step) / steps)
        yield { kind: 'progress' as const, done, total: combinations }
        // The first answer knows the single attributes, the second puts another one above them.
        if (step === 8) yield { kind: 'answer' as const, answer: partOf(result, 1) }
        if (step === 16) yield { kind: 'answer' as const, answer: partOf(result, 2) }
        await wait(stepMs)
        if (signal?.aborted === true) return
      }
      const id = `analysis-${kept.size + 1}`
      const analysis: Analysis = {
        id,
        name: input.name === '' ? nameOf(input.question) : input.name,
        question: input.question,
        recordSetName: 'calls-2026-11-20.csv',
        ticketId: input.ticketId,
        pinned: false,
        createdAt: now(),
        createdBy: context.caller.name,
        result,
      }
      kept.set(id, analysis)
      yield { kind: 'result' as const, analysis }
    }),
    list: subject.list.handler(({ input }) =>
      [...kept.values()]
        .filter(({ ticketId }) => input.ticketId === undefined || ticketId === input.ticketId)
        .filter(
          ({ question }) => input.recordSetId === undefined || question.recordSetId === input.recordSetId,
        )
        .toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || b.createdAt - a.createdAt)
        .map(summaryOf),
    ),
    get: subject.get.handler(({ input, errors }) => {
      const analysis = kept.get(input.analysisId)
      if (analysis === undefined) throw errors.NOT_FOUND()
      return analysis
    }),
    change: subject.change.handler(({ input: { analysisId, ...change }, errors }) => {
      const analysis = kept.get(analysisId)
      if (analysis === undefined) throw errors.NOT_FOUND()
      const changed = { ...analysis, ...change }
      kept.set(analysisId, changed)
      return changed
    }),
    remove: subject.remove.handler(({ input, errors }) => {
      if (!kept.delete(input.analysisId)) throw errors.NOT_FOUND()
    }),
    compare: subject.compare.handler(({ input, errors }) => {
      const first = kept.get(input.first)?.result.findings
      const second = kept.get(input.second)?.result.findings
      if (first === undefined || second === undefined) throw errors.NOT_FOUND()
      const secondById = new Map(second.map((finding) => [finding.id, finding]))
      const firstIds = new Set(first.map(({ id }) => id))
      return {
        same: first.flatMap((finding) => {
          const other = secondById.get(finding.id)
          return other === undefined
            ? []
            : [{ first: nameOfFinding(finding), second: nameOfFinding(other), ratioChange: 1.5 }]
        }),
        onlyFirst: first.filter(({ id }) => !secondById.has(id)).map(nameOfFinding),
        onlySecond: second.filter(({ id }) => !firstIds.has(id)).map(nameOfFinding),
      }
    }),
    examples: subject.examples.handler(({ input, errors }) => {
      const findings = kept.get(input.analysisId)?.result.findings
      const finding = findings?.find(({ id }) => id === input.findingId)
      if (finding === undefined) throw errors.NOT_FOUND()
      return {
        fileName: 'examples.csv',
        mediaType: 'text/csv',
        text: finding.examples.map(({ failing }) => failing.values['call_id']).join('\r\n'),
      }
    }),
    confirmFix: subject.confirmFix.handler(({ input, context, errors }) => {
      const analysis = kept.get(input.analysisId)
      const finding = analysis?.result.findings.find(({ id }) => id === input.findingId)
      if (analysis === undefined || finding === undefined) throw errors.NOT_FOUND()
      const confirmation: FixConfirmation = {
        id: `confirmation-${confirmations.length + 1}`,
        analysisId: analysis.id,
        findingId: finding.id,
        ticketId: analysis.ticketId,
        signature: { parts: finding.parts, definition: analysis.question.definition },
        recordSetId: input.recordSetId,
        recordSetName: 'calls-2026-11-21.csv',
        // A condition stands for a later, shorter time: too short to tell.
        ...(input.where === null ? NOT_FIXED : TOO_FEW),
        before: { failed: 93, total: 97 },
        others: { failed: 7, total: 103 },
        at: now(),
        by: context.caller.name,
      }
      confirmations.unshift(confirmation)
      return confirmation
    }),
    confirmations: subject.confirmations.handler(({ input }) =>
      confirmations
        .filter(({ ticketId }) => input.ticketId === undefined || ticketId === input.ticketId)
        .filter(({ analysisId }) => input.analysisId === undefined || analysisId === input.analysisId),
    ),
  }
  return { router, analyses: kept }
}

const NOT_FIXED = { verdict: 'reduced', after: { failed: 22, total: 80 }, needed: null } as const
const TOO_FEW = { verdict: 'too-few', after: { failed: 0, total: 6 }, needed: 12 } as const

/** What is known of an answer earlier: at first not even its strongest finding. */
function partOf(result: AnalysisResult, findings: number): AnalysisResult {
  const known = findings === 1 ? result.findings.slice(1, 2) : result.findings.slice(0, findings)
  const covered = known.reduce((sum, { counts }) => sum + counts.failing.inside, 0)
  return { ...result, findings: known, symptoms: [], unexplained: 100 - covered, done: false }
}

function summaryOf({ result, question, ...analysis }: Analysis): AnalysisSummary {
  const proven = result.findings.filter(({ verdict }) => verdict === 'proven')
  return {
    ...analysis,
    recordSetId: question.recordSetId,
    proven: proven.length,
    failing: result.sides.failing.records,
    working: result.sides.working.records,
    unexplained: result.unexplained,
    best: proven[0]?.parts ?? [],
  }
}

function nameOfFinding({ id, parts, counts }: Finding) {
  return { id, parts, failing: counts.failing.inside }
}

function nameOf({ definition }: AnalysisQuestion): string {
  return [definition.failed ?? 'failed counts', definition.where].filter((text) => text !== null).join(' · ')
}

/** Two analyses of other days, the older one pinned and made for a case. */
function fakeHistory(now: number): Analysis[] {
  const question: AnalysisQuestion = {
    recordSetId: 'calls',
    definition: {
      failed: 'sip_code >= 400',
      working: null,
      where: null,
      weightColumn: null,
      failedCountColumn: null,
      totalCountColumn: null,
    },
    ignore: [],
    keep: [],
    blankAsValue: [],
    maxOrder: null,
    baseline: null,
    allRecords: false,
    matchOn: [],
  }
  const day = 86_400_000
  const monday: Analysis = {
    id: 'monday',
    name: 'Calls that fail on Monday',
    question,
    recordSetName: 'calls-2026-11-16.csv',
    ticketId: 'fake-desk:1000',
    pinned: true,
    createdAt: now - 3 * day,
    createdBy: 'ana',
    result: fakeResult(question, now - 3 * day),
  }
  const quiet = { ...question, definition: { ...question.definition, failed: 'duration = 0' } }
  return [
    monday,
    {
      ...monday,
      id: 'quiet',
      name: 'Calls without a second of talk',
      question: quiet,
      ticketId: null,
      pinned: false,
      createdAt: now - day,
      createdBy: 'bram',
      result: fakeResult(quiet, now - day),
    },
  ]
}

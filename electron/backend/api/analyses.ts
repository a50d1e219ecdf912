import { randomUUID } from 'node:crypto'
import { compareAnalyses } from '../../../shared/commonality/findings/compare-analyses.ts'
import { confirmFix } from '../../../shared/commonality/findings/confirm-fix.ts'
import { signatureOf } from '../../../shared/commonality/findings/signature.ts'
import type { AnalysisComparison } from '../../../shared/contract/analyses.ts'
import type { Analysis, AnalysisResult, Finding } from '../../../shared/records/analysis.ts'
import type { FixConfirmation } from '../../../shared/records/fix-confirmation.ts'
import { AnalysisProblem, type Analyser, type AnalysisStep } from '../analysis/analyser.ts'
import { exampleFile } from '../analysis/example-file.ts'
import { recordsBefore } from '../analysis/records-before.ts'
import type { RecordSets } from '../records/record-sets.ts'
import type { AnalysisStore, ConfirmationStore, TicketStore } from '../store/store.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'

export interface AnalysisParts {
  readonly analyser: Analyser
  readonly recordSets: Pick<RecordSets, 'get'>
  readonly analyses: AnalysisStore
  readonly confirmations: ConfirmationStore
  readonly tickets: Pick<TicketStore, 'get'>
  /** A fix was confirmed or found not to hold: the ticket's row follows. */
  readonly fixTried: (ticketId: string) => void
  readonly now: () => number
}

const NO_TICKET = { place: 'ticketId', reason: 'there is no such ticket' }

export function implementAnalyses(
  { analyses: subject }: Implementation,
  parts: AnalysisParts,
): MeridianRouter['analyses'] {
  const { analyser, recordSets, analyses, confirmations, tickets, now } = parts

  function isTicket(ticketId: string | null): boolean {
    return ticketId === null || tickets.get(ticketId) !== null
  }

  return {
    run: subject.run.handler(async function* ({ input, errors, context, signal }) {
      const { question, name, ticketId } = input
      const set = recordSets.get(question.recordSetId)
      if (set === null) throw errors.NOT_FOUND()
      if (!isTicket(ticketId)) throw errors.REFUSED({ data: NO_TICKET })
      let last: AnalysisResult | null = null
      const steps = guarded(analyser.run(question, signal), (data) => errors.REFUSED({ data }))
      for await (const step of steps) {
        yield step
        if (step.kind === 'answer') last = step.answer
      }
      if (signal?.aborted === true) return
      if (last === null || !last.done) throw new Error('The analysis ended without an answer.')
      const analysis: Analysis = {
        id: randomUUID(),
        name: name.trim() === '' ? set.name : name.trim(),
        question,
        recordSetName: set.name,
        ticketId,
        pinned: false,
        createdAt: now(),
        createdBy: context.caller.name,
        result: last,
      }
      analyses.add(analysis)
      yield { kind: 'result' as const, analysis }
    }),

    list: subject.list.handler(({ input }) => analyses.list(input)),

    get: subject.get.handler(({ input, errors }) => {
      const analysis = analyses.get(input.analysisId)
      if (analysis === null) throw errors.NOT_FOUND()
      return analysis
    }),

    change: subject.change.handler(({ input, errors }) => {
      const { analysisId, ...change } = input
      if (analyses.get(analysisId) === null) throw errors.NOT_FOUND()
      if (!isTicket(change.ticketId)) throw errors.REFUSED({ data: NO_TICKET })
      analyses.change(analysisId, change)
      const changed = analyses.get(analysisId)
      if (changed === null) throw errors.NOT_FOUND()
      return changed
    }),

    remove: subject.remove.handler(({ input }) => analyses.remove(input.analysisId)),

    compare: subject.compare.handler(({ input, errors }) => {
      const [first, second] = [analyses.get(input.first), analyses.get(input.second)]
      if (first === null || second === null) throw errors.NOT_FOUND()
      return comparisonOf(first, second)
    }),

    examples: subject.examples.handler(({ input, errors }) => {
      const analysis = analyses.get(input.analysisId)
      const finding = analysis?.result.findings.find(({ id }) => id === input.findingId)
      if (finding === undefined) throw errors.NOT_FOUND()
      return exampleFile(finding)
    }),

    confirmFix: subject.confirmFix.handler(async ({ input, errors, context }) => {
      const analysis = analyses.get(input.analysisId)
      const finding = analysis?.result.findings.find(({ id }) => id === input.findingId)
      const set = recordSets.get(input.recordSetId)
      if (analysis === null || finding === undefined || set === null) throw errors.NOT_FOUND()
      const definition = { ...analysis.question.definition, where: input.where }
      // The time in which it was found is over: fresh records are asked for what lasts.
      const lasting = finding.parts.filter(({ kind }) => kind !== 'window')
      if (lasting.length === 0) {
        const reason = 'this finding is only a time, and that is over: fresh records cannot confirm it'
        throw errors.REFUSED({ data: { place: 'findingId', reason } })
      }
      const { inside, others } = await analyser
        .tally(input.recordSetId, definition, lasting)
        .catch((error: unknown) => {
          throw error instanceof AnalysisProblem ? errors.REFUSED({ data: refusalOf(error) }) : error
        })
      const before = recordsBefore(finding, analysis.question)
      const { dispersion } = analysis.result
      const { verdict, needed } = confirmFix({ before, after: inside, others, dispersion })
      const confirmation: FixConfirmation = {
        id: randomUUID(),
        analysisId: analysis.id,
        findingId: finding.id,
        ticketId: analysis.ticketId,
        signature: signatureOf(lasting, definition),
        recordSetId: set.id,
        recordSetName: set.name,
        verdict,
        before: before.inside,
        after: inside,
        others,
        needed,
        at: now(),
        by: context.caller.name,
      }
      confirmations.add(confirmation)
      if (analysis.ticketId !== null) parts.fixTried(analysis.ticketId)
      return confirmation
    }),

    confirmations: subject.confirmations.handler(({ input }) => confirmations.list(input)),
  }
}

/** What a question is refused for becomes the refusal of the operation. */
async function* guarded(
  steps: AsyncGenerator<AnalysisStep>,
  refused: (data: { place: string; reason: string }) => Error,
): AsyncGenerator<AnalysisStep> {
  try {
    yield* steps
  } catch (error) {
    throw error instanceof AnalysisProblem ? refused(refusalOf(error)) : error
  }
}

function refusalOf({ place, message }: AnalysisProblem): { place: string; reason: string } {
  return { place, reason: message }
}

function comparisonOf(first: Analysis, second: Analysis): AnalysisComparison {
  const { same, onlyFirst, onlySecond } = compareAnalyses(provenOf(first), provenOf(second))
  return {
    same: same.map((pair) => ({
      first: nameOf(pair.first),
      second: nameOf(pair.second),
      ratioChange: pair.ratioChange,
    })),
    onlyFirst: onlyFirst.map(nameOf),
    onlySecond: onlySecond.map(nameOf),
  }
}

function provenOf({ result }: Analysis): Finding[] {
  return result.findings.filter(({ verdict }) => verdict === 'proven')
}

function nameOf({ id, parts, counts }: Finding): AnalysisComparison['onlyFirst'][number] {
  return { id, parts, failing: counts.failing.inside }
}

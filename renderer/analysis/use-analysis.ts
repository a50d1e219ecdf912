import { useMemo, useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Analysis } from '../../shared/records/analysis.ts'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import { useClient } from '../app/client.tsx'
import { analysisPath, type AnalysisPlace, analysisPlace, paths, ticketAnalysisPath } from '../app/paths.ts'
import { type Query, useQuery } from '../app/use-query.ts'
import { emptyQuestion } from './empty-question.ts'
import { type ShownResult, shownResult } from './shown-result.ts'
import { type SearchControl, useSearch } from './use-search.ts'

/** In what order the findings of an analysis were read while it was searched for. */
interface HeldOrder {
  readonly analysisId: string
  readonly order: readonly string[]
}

export interface AnalysisControl {
  readonly place: AnalysisPlace
  /** The analysis the address names, once it is known. */
  readonly analysis: Analysis | null
  readonly query: Query<Analysis>
  /** The answer so far of a search under way, else what the analysis found. */
  readonly shown: ShownResult | null
  /** Puts the findings in the order of the answer. */
  readonly rank: () => void
  readonly recordSetId: string | null
  readonly choose: (recordSetId: string | null) => void
  /** What is asked next; at first what the analysis on screen asked. */
  readonly question: AnalysisQuestion
  readonly ask: (question: AnalysisQuestion) => void
  readonly control: SearchControl
  /** Searches for the question as it stands, or for another one, which then stands. */
  readonly run: (question?: AnalysisQuestion) => void
  /** Takes back what was changed in the question since it was answered. */
  readonly askAgain: () => void
  /** Takes the analysis on screen as the hub has it now: renamed, pinned, attached. */
  readonly keep: (analysis: Analysis) => void
  /** The case to which the next analysis belongs. */
  readonly ticketId: string | null
}

const NO_ORDER: readonly string[] = []

/** The analysis that the address names, and the question for the next one. */
export function useAnalysis(): AnalysisControl {
  const client = useClient()
  const [location, navigate] = useHashLocation()
  const place = analysisPlace(location)
  const [known, setKnown] = useState<Analysis | null>(null)
  const [recordSetId, setRecordSetId] = useState<string | null>(null)
  const [held, setHeld] = useState<HeldOrder | null>(null)
  const [question, ask] = useState<AnalysisQuestion>(() => emptyQuestion(null))
  // The analysis whose question stands on the left, so that what is edited there is not overwritten.
  const [asked, setAsked] = useState<string | null>(null)
  const isKnown = known !== null && known.id === place.analysisId
  const query = useQuery(
    place.analysisId === null || isKnown ? null : `analysis ${place.analysisId}`,
    (signal) => client.analyses.get({ analysisId: place.analysisId ?? '' }, { signal }),
  )
  const analysis = isKnown ? known : (query.data ?? null)
  const ticketId = place.ticketId ?? analysis?.ticketId ?? null

  if (analysis !== null && analysis.id !== asked) {
    setAsked(analysis.id)
    setRecordSetId(analysis.question.recordSetId)
    ask(analysis.question)
  }

  const control = useSearch((found, order) => {
    setKnown(found)
    setHeld({ analysisId: found.id, order })
    navigate(analysisPath(found.id))
  })

  const { search } = control
  const order = held !== null && held.analysisId === analysis?.id ? held.order : NO_ORDER
  const shown = useMemo(() => {
    if (search.kind !== 'running') return analysis === null ? null : shownResult(analysis.result, order)
    return search.answer === null ? null : shownResult(search.answer, search.order)
  }, [search, analysis, order])

  function choose(chosen: string | null): void {
    setRecordSetId(chosen)
    ask(emptyQuestion(chosen))
    setAsked(null)
    control.clear()
    if (place.analysisId !== null) {
      navigate(ticketId === null ? paths.analysis : ticketAnalysisPath(ticketId))
    }
  }

  function run(other?: AnalysisQuestion): void {
    const wanted = other ?? question
    if (other !== undefined) ask(other)
    control.start({ ...wanted, recordSetId: recordSetId ?? wanted.recordSetId }, ticketId)
  }

  return {
    place,
    analysis,
    query,
    shown,
    rank: () => setHeld(null),
    recordSetId,
    choose,
    question,
    ask,
    control,
    run,
    askAgain: () => {
      if (analysis !== null) ask(analysis.question)
    },
    keep: (changed) => {
      if (changed.id === place.analysisId) setKnown(changed)
    },
    ticketId,
  }
}

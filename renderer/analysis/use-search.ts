import { useEffect, useRef, useState } from 'react'
import type { Analysis, AnalysisResult } from '../../shared/records/analysis.ts'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import { useClient } from '../app/client.tsx'
import { arrangeFindings } from './arrange-findings.ts'

export type Search =
  | { readonly kind: 'none' | 'cancelled' }
  | {
      readonly kind: 'running'
      readonly done: number
      /** 0 until the hub says. */
      readonly total: number
      /** The answer so far: it may still be revised. */
      readonly answer: AnalysisResult | null
      /** Its findings by id as they stand on screen: newer answers move none of them. */
      readonly order: readonly string[]
    }
  | { readonly kind: 'failed'; readonly error: unknown }

type Running = Extract<Search, { kind: 'running' }>

export interface SearchControl {
  readonly search: Search
  readonly start: (question: AnalysisQuestion, ticketId: string | null) => void
  readonly cancel: () => void
  /** Forgets what became of the last search. */
  readonly clear: () => void
}

/** One search at a time. To stop reading is to cancel, and then the hub keeps nothing. */
export function useSearch(onFound: (analysis: Analysis, order: readonly string[]) => void): SearchControl {
  const client = useClient()
  const [search, setSearch] = useState<Search>({ kind: 'none' })
  const controller = useRef<AbortController | null>(null)
  useEffect(() => () => controller.current?.abort(), [])

  async function read(
    question: AnalysisQuestion,
    ticketId: string | null,
    signal: AbortSignal,
  ): Promise<void> {
    let running: Running = { kind: 'running', done: 0, total: 0, answer: null, order: [] }
    function show(next: Running): void {
      running = next
      if (!signal.aborted) setSearch(next)
    }
    show(running)
    try {
      for await (const item of await client.analyses.run({ question, ticketId }, { signal })) {
        if (signal.aborted) return
        if (item.kind === 'result') {
          setSearch({ kind: 'none' })
          onFound(item.analysis, running.order)
          return
        }
        if (item.kind === 'answer') show(withAnswer(running, item.answer))
        else show({ ...running, done: item.done, total: item.total })
      }
      throw new Error('The search ended without a result.')
    } catch (error) {
      if (!signal.aborted) setSearch({ kind: 'failed', error })
    }
  }

  function start(question: AnalysisQuestion, ticketId: string | null): void {
    controller.current?.abort()
    const begun = new AbortController()
    controller.current = begun
    void read(question, ticketId, begun.signal)
  }

  function cancel(): void {
    controller.current?.abort()
    setSearch({ kind: 'cancelled' })
  }

  return { search, start, cancel, clear: () => setSearch({ kind: 'none' }) }
}

function withAnswer(running: Running, answer: AnalysisResult): Running {
  const order = arrangeFindings(running.order, answer.findings).map(({ id }) => id)
  return { ...running, answer, order }
}

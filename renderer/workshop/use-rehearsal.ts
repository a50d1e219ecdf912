import { useEffect, useRef, useState } from 'react'
import type { Rehearsal } from '../../shared/contract/policies.ts'
import { useClient, useHub } from '../app/client.tsx'
import { dateFieldOf, type Span, type SpanChoice, spanOf } from './rehearsal-span.ts'

export type RehearsalRun =
  | { readonly kind: 'none' | 'cancelled' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly text: string; readonly result: Rehearsal }
  | { readonly kind: 'failed'; readonly error: unknown }

export type RehearsalScope = 'all' | 'contract'

export interface RehearsalControl {
  readonly choice: SpanChoice
  readonly choose: (change: Partial<SpanChoice>) => void
  readonly scope: RehearsalScope
  readonly setScope: (scope: RehearsalScope) => void
  /** Null while own dates make no span. */
  readonly span: Span | null
  readonly run: RehearsalRun
  readonly start: (text: string) => void
  readonly cancel: () => void
}

const MONTH_MS = 30 * 86_400_000

/**
 * Rehearses a text on past tickets, one run at a time; to stop reading is to cancel. `policyId` is the contract that
 * "only those under it" means, null where the hub has it no more. It stands above the tabs: a run goes on while another tab is looked at.
 */
export function useRehearsal(policyId: string | null): RehearsalControl {
  const client = useClient()
  const { time } = useHub()
  const [choice, setChoice] = useState<SpanChoice>(() => ({
    name: 'month',
    first: dateFieldOf(time.now() - MONTH_MS),
    last: dateFieldOf(time.now()),
  }))
  // A contract is rehearsed on its own tickets first; those of other contracts would only differ for being others'.
  const [chosen, setScope] = useState<RehearsalScope>('contract')
  const scope = policyId === null ? 'all' : chosen
  const [run, setRun] = useState<RehearsalRun>({ kind: 'none' })
  const controller = useRef<AbortController | null>(null)
  useEffect(() => () => controller.current?.abort(), [])

  async function read(text: string, span: Span, signal: AbortSignal): Promise<void> {
    function show(next: RehearsalRun): void {
      if (!signal.aborted) setRun(next)
    }
    try {
      const input = { text, ...span, policyId: scope === 'all' ? null : policyId }
      for await (const item of await client.policies.rehearse(input, { signal })) {
        if (item.kind === 'result') {
          show({ kind: 'result', text, result: item })
          return
        }
        show({ kind: 'running', done: item.done, total: item.total })
      }
      show({ kind: 'failed', error: new Error('The rehearsal ended without a result.') })
    } catch (error) {
      show({ kind: 'failed', error })
    }
  }

  function start(text: string): void {
    const span = spanOf(choice, time.now())
    if (span === null) return
    controller.current?.abort()
    const begun = new AbortController()
    controller.current = begun
    setRun({ kind: 'running', done: 0, total: 0 })
    void read(text, span, begun.signal)
  }

  function cancel(): void {
    controller.current?.abort()
    setRun({ kind: 'cancelled' })
  }

  return {
    choice,
    choose: (change) => setChoice((held) => ({ ...held, ...change })),
    scope,
    setScope,
    span: spanOf(choice, time.now()),
    run,
    start,
    cancel,
  }
}

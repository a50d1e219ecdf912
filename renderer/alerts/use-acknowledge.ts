import { useCallback, useMemo, useState } from 'react'
import type { Alert } from '../../shared/contract/alerts.ts'
import { useAppInfo, useClient, useHub, useLive } from '../app/client.tsx'
import {
  addPending,
  dropPending,
  type PendingAcknowledgements,
  withPending,
} from './pending-acknowledgements.ts'

/** As many as one call of the contract takes. */
const MOST_AT_ONCE = 5_000

/** What could not be acknowledged, and why. */
export interface FailedAcknowledgement {
  readonly alerts: readonly Alert[]
  readonly error: unknown
}

export interface Acknowledging {
  /** All alerts that stand; what was acknowledged here looks so at once. */
  readonly alerts: readonly Alert[]
  readonly isLoading: boolean
  readonly acknowledge: (alerts: readonly Alert[]) => void
  /** The last try that failed; those alerts stand again as before. */
  readonly failed: FailedAcknowledgement | null
  readonly forgetFailure: () => void
}

/** The live alerts, acknowledged without waiting for the hub, and put back where the hub did not take it. */
export function useAcknowledge(): Acknowledging {
  const client = useClient()
  const { live, time } = useHub()
  const { values, state } = useLive('alerts')
  const name = useAppInfo()?.caller.name ?? ''
  const [pending, setPending] = useState<PendingAcknowledgements>(() => new Map())
  const [failed, setFailed] = useState<FailedAcknowledgement | null>(null)
  const alerts = useMemo(() => withPending(values, pending), [values, pending])

  const acknowledge = useCallback(
    (wanted: readonly Alert[]) => {
      const fresh = wanted.filter((alert) => alert.acknowledged === null)
      async function send(): Promise<void> {
        for (let from = 0; from < fresh.length; from += MOST_AT_ONCE) {
          const part = fresh.slice(from, from + MOST_AT_ONCE)
          try {
            await client.alerts.acknowledge({ alertIds: part.map(({ id }) => id) })
          } catch (error) {
            const rest = fresh.slice(from)
            const ids = rest.map(({ id }) => id)
            setPending((held) => dropPending(held, ids))
            setFailed({ alerts: rest, error })
            return
          }
        }
      }
      if (fresh.length === 0) return
      setFailed(null)
      setPending((held) => addPending(held, fresh, live.alerts.getView().byKey, name, time.now()))
      void send()
    },
    [client, live, time, name],
  )
  const forgetFailure = useCallback(() => setFailed(null), [])

  return { alerts, isLoading: state === 'loading', acknowledge, failed, forgetFailure }
}

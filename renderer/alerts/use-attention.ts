import { useCallback } from 'react'
import type { Attention } from '../../shared/contract/alerts.ts'
import { DEFAULT_ATTENTION } from '../../shared/shifts/attention.ts'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'

export interface AttentionSetting {
  /** How this person wants to be told; null until the hub has said. */
  readonly attention: Attention | null
  readonly error: unknown
  /** Rejects where the hub refuses it. */
  readonly save: (attention: Attention) => Promise<void>
}

export function useAttention(): AttentionSetting {
  const client = useClient()
  const { data, error, reload } = useQuery('attention', (signal) =>
    client.alerts.attention(undefined, { signal }),
  )
  const save = useCallback(
    async (wanted: Attention) => {
      await client.alerts.setAttention(wanted)
      reload()
    },
    [client, reload],
  )
  // A hub that cannot say is no reason to stay silent: then everything is told, without sound.
  return { attention: data ?? (error === null ? null : DEFAULT_ATTENTION), error, save }
}

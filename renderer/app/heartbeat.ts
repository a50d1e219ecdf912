import type { AppInfoStore } from './app-info.ts'
import type { Connection } from './connection.ts'

const BEAT_MS = 5_000
/** A computer that slept counts this much more on its wall clock than on its monotone one. */
const SLEEP_MS = 2_000

/**
 * Notices what nobody reports: a pulled cable leaves a socket "open" for minutes, and a laptop that slept has lost the
 * time. `probe` resolves to whether the backend can be reached at all.
 *
 * The probe is not an operation of the contract on purpose: those keep a sign-in alive, and an unattended page must
 * not.
 */
export function startHeartbeat(
  connection: Connection,
  info: AppInfoStore,
  probe: () => Promise<boolean>,
): () => void {
  let difference = Date.now() - performance.now()

  async function beat(): Promise<void> {
    if (connection.getState().kind !== 'connected') return
    const present = Date.now() - performance.now()
    const hasSlept = Math.abs(present - difference) > SLEEP_MS
    difference = present
    const isReachable = await probe()
    if (!isReachable) connection.drop()
    else if (hasSlept) await info.refresh().catch(connection.drop)
  }

  const timer = setInterval(() => void beat(), BEAT_MS)
  return () => clearInterval(timer)
}

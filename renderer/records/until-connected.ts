import type { Connection } from '../app/connection.ts'

/** A link that has just broken is noticed within this time. */
const NOTICE_MS = 500

/** Resolves once there is a connection again. Rejects when the signal aborts. */
export async function untilConnected(connection: Connection, signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, NOTICE_MS))
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  function look(): void {
    if (connection.getState().kind === 'connected') resolve()
  }
  function giveUp(): void {
    reject(signal.reason instanceof Error ? signal.reason : new Error('Given up.'))
  }
  const unsubscribe = connection.subscribe(look)
  signal.addEventListener('abort', giveUp)
  try {
    look()
    if (signal.aborted) giveUp()
    await promise
  } finally {
    unsubscribe()
    signal.removeEventListener('abort', giveUp)
  }
}

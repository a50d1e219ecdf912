import { useState } from 'react'
import { useAppInfo, useHub } from './client.tsx'
import { closeSession } from './session.ts'

export interface SignOut {
  /** Null for a caller who never signed in: the desktop, this machine, a wall. */
  readonly run: (() => void) | null
  /** The last try did not reach the hub, so the session goes on. */
  readonly hasFailed: boolean
  readonly dismiss: () => void
}

export function useSignOut(): SignOut {
  const isSession = useAppInfo()?.caller.via === 'session'
  const { connection } = useHub()
  const [hasFailed, setFailed] = useState(false)

  async function signOut(): Promise<void> {
    const isClosed = await closeSession()
    setFailed(!isClosed)
    // The next link is refused, and the page asks who comes next.
    if (isClosed) connection.retryNow()
  }

  return {
    run: isSession ? () => void signOut() : null,
    hasFailed,
    dismiss: () => setFailed(false),
  }
}

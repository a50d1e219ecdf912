import { createORPCClient } from '@orpc/client'
import type { MeridianClient } from '../../shared/contract/index.ts'
import { DisconnectedError, type Link, type OpenLink, SignedOutError, type Transport } from './transport.ts'

/** Where the way to the backend stands. `since` is in the backend's time. */
export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected' }
  | { readonly kind: 'reconnecting'; readonly since: number }
  | { readonly kind: 'signed-out' }

export interface Connection {
  /** Stays the same for the life of the page, whatever happens to the link under it. */
  readonly client: MeridianClient
  readonly getState: () => ConnectionState
  readonly subscribe: (listener: () => void) => () => void
  /** Gives up the present link, if any, and tries at once: after signing in, or when the network is back. */
  readonly retryNow: () => void
  /** The link is silent: treat it as gone and try again. */
  readonly drop: () => void
  readonly close: () => void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000

/** Doubles from half a second to ten seconds; `chance` in 0..1 spreads many walls over the second half of each wait. */
export function waitBeforeTry(failures: number, chance: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1))
  return full / 2 + (full / 2) * chance
}

/** Keeps one link to the backend open. `now` gives the backend's time as far as it is known. */
export function createConnection(transport: Transport, now: () => number): Connection {
  const listeners = new Set<() => void>()
  let state: ConnectionState = { kind: 'connecting' }
  let open: OpenLink | null = null
  let attempt: Promise<void> | null = null
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  function enter(next: ConnectionState): void {
    state = next
    for (const listener of listeners) listener()
  }

  function lost(): void {
    open = null
    if (isClosed) return
    if (state.kind === 'connected') enter({ kind: 'reconnecting', since: now() })
    tryLater()
  }

  function tryLater(): void {
    clearTimeout(timer)
    failures += 1
    timer = setTimeout(tryNow, waitBeforeTry(failures, Math.random()))
  }

  function tryNow(): void {
    if (attempt !== null || open !== null || isClosed) return
    clearTimeout(timer)
    attempt = openLink().finally(() => {
      attempt = null
    })
  }

  async function openLink(): Promise<void> {
    try {
      open = await transport.open(lost)
      failures = 0
      enter({ kind: 'connected' })
    } catch (error) {
      if (error instanceof SignedOutError) enter({ kind: 'signed-out' })
      else tryLater()
    }
  }

  const link: Link = {
    /** A call made while a link is being opened waits for the outcome; between attempts it fails at once. */
    async call(path, input, options) {
      if (open === null && attempt !== null) await attempt
      if (open === null) throw new DisconnectedError('There is no connection to the backend.')
      return open.link.call(path, input, options)
    },
  }

  tryNow()

  return {
    client: createORPCClient<MeridianClient>(link),
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    retryNow() {
      open?.close()
      clearTimeout(timer)
      tryNow()
    },
    drop() {
      open?.close()
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      open?.close()
    },
  }
}

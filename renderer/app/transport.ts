import type { ClientContext, ClientLink } from '@orpc/client'

export type Link = ClientLink<ClientContext>

/** One open way to the backend. */
export interface OpenLink {
  readonly link: Link
  readonly close: () => void
}

/** How this page reaches the backend: a port under Electron, a socket in a browser. */
export interface Transport {
  /**
   * Resolves once messages can be sent. `onLost` is called at most once, when an opened link is gone.
   * Rejects with `SignedOutError` where the backend wants to know first who asks; anything else is worth a retry.
   */
  readonly open: (onLost: () => void) => Promise<OpenLink>
  /** Whether the backend can be reached at all, asked beside the link. */
  readonly probe: () => Promise<boolean>
}

export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

export class DisconnectedError extends Error {
  override readonly name = 'DisconnectedError'
}

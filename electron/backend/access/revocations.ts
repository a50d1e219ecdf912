/** Whose right to be connected ended. A shell closes the connections it made for them. */
export type Revocation = { readonly userName: string } | { readonly wallTokenId: string }

/** Tells shells at once, so that a revoked wall goes dark now and not at its next request. */
export interface Revocations {
  announce(revocation: Revocation): void
  /** The returned function ends the subscription. */
  subscribe(listener: (revocation: Revocation) => void): () => void
}

export function createRevocations(): Revocations {
  const listeners = new Set<(revocation: Revocation) => void>()
  return {
    announce(revocation) {
      for (const listener of listeners) listener(revocation)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

import type { Caller } from '../backend/access/caller.ts'
import type { Revocation } from '../backend/access/revocations.ts'
import type { Proof } from './prove-caller.ts'

/** Something open in a caller's name: a socket or an answer still being written. */
interface LiveConnection {
  readonly caller: Caller
  readonly proof: Proof
  close(): void
}

export interface LiveConnections {
  /** The returned function forgets the connection, once it has ended by itself. */
  add(connection: LiveConnection): () => void
  /** Closes what a revocation names, now. */
  revoke(revocation: Revocation): void
  /** Closes every connection whose right no longer holds: another process may have changed users or tokens. */
  check(stillHolds: (connection: LiveConnection) => boolean): void
  /** Closes those opened with this session. */
  endSession(text: string): void
}

export function createLiveConnections(): LiveConnections {
  const open = new Set<LiveConnection>()

  function closeWhere(ends: (connection: LiveConnection) => boolean): void {
    for (const connection of open) {
      if (!ends(connection)) continue
      open.delete(connection)
      connection.close()
    }
  }

  return {
    add(connection) {
      open.add(connection)
      return () => open.delete(connection)
    },
    revoke: (revocation) =>
      closeWhere(({ caller, proof }) =>
        'userName' in revocation
          ? proof.kind === 'session' && caller.name === revocation.userName
          : proof.kind === 'wall-token' && proof.id === revocation.wallTokenId,
      ),
    check: (stillHolds) => closeWhere((connection) => !stillHolds(connection)),
    endSession: (text) => closeWhere(({ proof }) => proof.kind === 'session' && proof.text === text),
  }
}

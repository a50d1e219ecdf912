import { randomUUID } from 'node:crypto'
import type { WallToken } from '../../../shared/contract/access.ts'
import type { AccessStore, StoredWallToken } from '../store/store.ts'
import type { Caller } from './caller.ts'
import { hashToken, newTokenText } from './token-text.ts'

/** `lastUsedAt` moves in steps: a wall that polls must not write to the database each time. */
const USE_STEP_MS = 60_000

/** Makes a read-only token. Its text is returned here and kept nowhere. */
export function issueWallToken(
  access: AccessStore,
  label: string,
  now: number,
): { token: string; wallToken: WallToken } {
  const token = newTokenText()
  const stored = { id: randomUUID(), label, tokenHash: hashToken(token), createdAt: now, lastUsedAt: null }
  access.saveWallToken(stored)
  return { token, wallToken: publicPart(stored) }
}

/** The viewer a token's text stands for, and its id; null once revoked. */
export function wallTokenCaller(
  access: AccessStore,
  text: string,
  now: number,
): { caller: Caller; id: string } | null {
  const stored = access.wallToken(hashToken(text))
  if (stored === null) return null
  if (stored.lastUsedAt === null || now - stored.lastUsedAt >= USE_STEP_MS) {
    access.saveWallToken({ ...stored, lastUsedAt: now })
  }
  return { caller: { name: stored.label, role: 'viewer', via: 'wall-token' }, id: stored.id }
}

/** A stored token without its hash. */
export function publicPart({ id, label, createdAt, lastUsedAt }: StoredWallToken): WallToken {
  return { id, label, createdAt, lastUsedAt }
}

import type { AccessStore } from '../store/store.ts'
import type { Caller } from './caller.ts'
import { verifyPassword } from './passwords.ts'
import { hashToken, newTokenText } from './token-text.ts'

/** A long shift with its handover; after it one signs in again. */
export const SESSION_LIFETIME_MS = 14 * 3_600_000

/** Opens a session for a right name and password and gives the cookie's text; null for a wrong pair. */
export async function signIn(
  access: AccessStore,
  credentials: { name: string; password: string },
  now: number,
): Promise<string | null> {
  const user = access.user(credentials.name)
  const right = await verifyPassword(credentials.password, user?.passwordHash ?? null)
  if (!right || user === null) return null
  access.removeExpiredSessions(now)
  const text = newTokenText()
  access.saveSession({
    tokenHash: hashToken(text),
    userName: user.name,
    createdAt: now,
    expiresAt: now + SESSION_LIFETIME_MS,
  })
  return text
}

/** Who a cookie's text stands for, with the role the user has now; null when it is unknown or over. */
export function sessionCaller(access: AccessStore, text: string, now: number): Caller | null {
  const session = access.session(hashToken(text))
  if (session === null || session.expiresAt <= now) return null
  const user = access.user(session.userName)
  return user === null ? null : { name: user.name, role: user.role, via: 'session' }
}

export function signOut(access: AccessStore, text: string): void {
  access.removeSession(hashToken(text))
}

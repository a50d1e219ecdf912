import type { AccessStore } from '../store/store.ts'
import type { Caller } from './caller.ts'
import { verifyPassword } from './passwords.ts'
import { hashToken, newTokenText } from './token-text.ts'

/** Unused for longer than a shift, or older than a week: one signs in again. */
const SESSION_IDLE_MS = 12 * 3_600_000
export const SESSION_LONGEST_MS = 7 * 24 * 3_600_000
/** The end moves in steps: a page that asks often must not write to the database each time. */
const USE_STEP_MS = 5 * 60_000

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
    expiresAt: now + SESSION_IDLE_MS,
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

/** Notes that a person used the session, which moves its end. */
export function keepSession(access: AccessStore, text: string, now: number): void {
  const session = access.session(hashToken(text))
  if (session === null || session.expiresAt <= now) return
  const expiresAt = Math.min(now + SESSION_IDLE_MS, session.createdAt + SESSION_LONGEST_MS)
  if (expiresAt - session.expiresAt >= USE_STEP_MS) access.saveSession({ ...session, expiresAt })
}

export function signOut(access: AccessStore, text: string): void {
  access.removeSession(hashToken(text))
}

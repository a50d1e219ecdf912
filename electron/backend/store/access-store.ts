import type Database from 'better-sqlite3'
import { durably } from './durably.ts'
import type { AccessStore, StoredSession, StoredUser, StoredWallToken } from './store.ts'

const USER = 'name, role, password_hash AS passwordHash, created_at AS createdAt'
const SESSION =
  'token_hash AS tokenHash, user_name AS userName, created_at AS createdAt, expires_at AS expiresAt'
const WALL_TOKEN = 'id, label, token_hash AS tokenHash, created_at AS createdAt, last_used_at AS lastUsedAt'

export function createAccessStore(db: Database.Database): AccessStore {
  const selectUsers = db.prepare<[], StoredUser>(`SELECT ${USER} FROM users ORDER BY name`)
  const selectUser = db.prepare<[string], StoredUser>(`SELECT ${USER} FROM users WHERE name = ?`)
  const upsertUser = db.prepare<[StoredUser]>(
    `INSERT INTO users (name, role, password_hash, created_at)
     VALUES (:name, :role, :passwordHash, :createdAt)
     ON CONFLICT (name) DO UPDATE SET role = excluded.role, password_hash = excluded.password_hash`,
  )
  const deleteUser = db.prepare<[string]>('DELETE FROM users WHERE name = ?')

  const selectSession = db.prepare<[string], StoredSession>(
    `SELECT ${SESSION} FROM sessions WHERE token_hash = ?`,
  )
  const upsertSession = db.prepare<[StoredSession]>(
    `INSERT INTO sessions (token_hash, user_name, created_at, expires_at)
     VALUES (:tokenHash, :userName, :createdAt, :expiresAt)
     ON CONFLICT (token_hash) DO UPDATE SET expires_at = excluded.expires_at`,
  )
  const deleteSession = db.prepare<[string]>('DELETE FROM sessions WHERE token_hash = ?')
  const deleteSessionsOf = db.prepare<[string]>('DELETE FROM sessions WHERE user_name = ?')
  const deleteExpired = db.prepare<[number]>('DELETE FROM sessions WHERE expires_at <= ?')

  const selectWallTokens = db.prepare<[], StoredWallToken>(
    `SELECT ${WALL_TOKEN} FROM wall_tokens ORDER BY created_at, id`,
  )
  const selectWallToken = db.prepare<[string], StoredWallToken>(
    `SELECT ${WALL_TOKEN} FROM wall_tokens WHERE token_hash = ?`,
  )
  const upsertWallToken = db.prepare<[StoredWallToken]>(
    `INSERT INTO wall_tokens (id, label, token_hash, created_at, last_used_at)
     VALUES (:id, :label, :tokenHash, :createdAt, :lastUsedAt)
     ON CONFLICT (id) DO UPDATE SET label = excluded.label, last_used_at = excluded.last_used_at`,
  )
  const deleteWallToken = db.prepare<[string]>('DELETE FROM wall_tokens WHERE id = ?')

  return {
    users: () => selectUsers.all(),
    user: (name) => selectUser.get(name) ?? null,
    saveUser(user) {
      durably(db, () => {
        const held = selectUser.get(user.name)
        upsertUser.run(user)
        // A new password is set because the old one may be known: whoever signed in with it goes.
        if (held !== undefined && held.passwordHash !== user.passwordHash) deleteSessionsOf.run(user.name)
      })
    },
    removeUser(name) {
      durably(db, () => deleteUser.run(name))
    },
    session: (tokenHash) => selectSession.get(tokenHash) ?? null,
    // A session lost in a power cut costs one sign-in; a sign-out that came back would be worse.
    saveSession: (session) => void upsertSession.run(session),
    removeSession(tokenHash) {
      durably(db, () => deleteSession.run(tokenHash))
    },
    removeExpiredSessions: (now) => void deleteExpired.run(now),
    wallTokens: () => selectWallTokens.all(),
    wallToken: (tokenHash) => selectWallToken.get(tokenHash) ?? null,
    saveWallToken(token) {
      durably(db, () => upsertWallToken.run(token))
    },
    removeWallToken(id) {
      durably(db, () => deleteWallToken.run(id))
    },
  }
}

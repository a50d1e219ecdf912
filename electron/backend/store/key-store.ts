import type Database from 'better-sqlite3'
import { durably } from './durably.ts'
import type { KeyStore, StoredKey } from './store.ts'

export function createKeyStore(db: Database.Database): KeyStore {
  const select = db.prepare<[string], StoredKey>(
    `SELECT public_key AS publicKey, sealed_private_key AS sealedPrivateKey, created_at AS createdAt
     FROM hub_keys WHERE purpose = ?`,
  )
  const insert = db.prepare<[string, string, string, number]>(
    `INSERT INTO hub_keys (purpose, public_key, sealed_private_key, created_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (purpose) DO NOTHING`,
  )
  return {
    get: (purpose) => select.get(purpose) ?? null,
    save(purpose, key) {
      durably(db, () => insert.run(purpose, key.publicKey, key.sealedPrivateKey, key.createdAt))
    },
  }
}

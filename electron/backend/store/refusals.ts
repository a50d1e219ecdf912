import type Database from 'better-sqlite3'
import type { Refusal } from '../../../shared/records/source.ts'

/** A source that refuses more than this is told apart by its newest ones; the list would help nobody. */
export const MOST_REFUSALS_KEPT = 10_000

export interface RefusalWriter {
  /** Lists them beside those held; one held already is moved to its new time. */
  add(sourceId: string, refusals: readonly Refusal[]): void
  /** Lists these and no others. */
  replace(sourceId: string, refusals: readonly Refusal[]): void
}

/** Writes within the caller's transaction. */
export function createRefusalWriter(db: Database.Database): RefusalWriter {
  const insert = db.prepare<[string, string, string, number]>(
    `INSERT INTO refusals (source_id, place, reason, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (source_id, place, reason) DO UPDATE SET at = excluded.at`,
  )
  const forgetOldest = db.prepare<[string, string, number]>(
    `DELETE FROM refusals WHERE source_id = ? AND id <= (
       SELECT id FROM refusals WHERE source_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?
     )`,
  )
  const forgetAll = db.prepare<[string]>('DELETE FROM refusals WHERE source_id = ?')

  function add(sourceId: string, refusals: readonly Refusal[]): void {
    if (refusals.length === 0) return
    for (const refusal of refusals) insert.run(sourceId, refusal.place, refusal.reason, refusal.at)
    forgetOldest.run(sourceId, sourceId, MOST_REFUSALS_KEPT)
  }

  return {
    add,
    replace(sourceId, refusals) {
      forgetAll.run(sourceId)
      add(sourceId, refusals)
    },
  }
}

import type Database from 'better-sqlite3'
import type { ProviderPage } from '../../../shared/contract/status.ts'
import type { StatusSnapshot } from '../../../shared/records/status-page.ts'
import { fromJson, toJson, type JsonText } from './json-column.ts'
import type { StatusStore } from './store.ts'

interface PageRow {
  readonly sourceId: string
  readonly name: string
  readonly snapshot: JsonText<StatusSnapshot>
  readonly checkedAt: number
  readonly changedAt: number
}

const PAGE = `
  SELECT source_id AS sourceId, sources.name, snapshot, checked_at AS checkedAt, changed_at AS changedAt
  FROM status_pages JOIN sources ON sources.id = source_id`

export function createStatusStore(db: Database.Database): StatusStore {
  const selectPages = db.prepare<[], PageRow>(`${PAGE} ORDER BY sources.name, source_id`)
  const selectPage = db.prepare<[string], PageRow>(`${PAGE} WHERE source_id = ?`)
  const selectSnapshot = db
    .prepare<[string], JsonText<StatusSnapshot>>('SELECT snapshot FROM status_pages WHERE source_id = ?')
    .pluck()
  const moveCheckedAt = db.prepare<[number, string]>(
    'UPDATE status_pages SET checked_at = ? WHERE source_id = ?',
  )
  const upsert = db.prepare<[string, JsonText<StatusSnapshot>, number, number]>(
    `INSERT INTO status_pages (source_id, snapshot, checked_at, changed_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (source_id) DO UPDATE SET
       snapshot = excluded.snapshot, checked_at = excluded.checked_at, changed_at = excluded.changed_at`,
  )
  const saveCursor = db.prepare<[string, string]>(
    `INSERT INTO source_runs (source_id, cursor) VALUES (?, ?)
     ON CONFLICT (source_id) DO UPDATE SET cursor = excluded.cursor`,
  )

  return {
    saveReading(sourceId, snapshot, cursor, now) {
      return db
        .transaction(() => {
          const held = selectSnapshot.get(sourceId)
          if (snapshot === 'unchanged' && held === undefined) {
            throw new Error(`Source ${sourceId} said "unchanged", but nothing of it is held.`)
          }
          saveCursor.run(sourceId, toJson(cursor))
          const text = snapshot === 'unchanged' ? held : toJson(snapshot)
          if (text === undefined || text === held) {
            moveCheckedAt.run(now, sourceId)
            return { changed: false }
          }
          upsert.run(sourceId, text, now, now)
          return { changed: true }
        })
        .immediate()
    },
    pages: () => selectPages.all().map(toPage),
    page(sourceId) {
      const row = selectPage.get(sourceId)
      return row === undefined ? null : toPage(row)
    },
  }
}

function toPage(row: PageRow): ProviderPage {
  return { ...row, snapshot: fromJson(row.snapshot) }
}

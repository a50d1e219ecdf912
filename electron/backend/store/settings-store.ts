import type Database from 'better-sqlite3'
import {
  settings as settingsSchema,
  type SavedView,
  type Settings,
} from '../../../shared/contract/settings.ts'
import { durably } from './durably.ts'
import { fromJson, toJson, type JsonText } from './json-column.ts'
import type { SettingsStore } from './store.ts'

const FIRST_SETTINGS: Settings = { defaultPolicyId: null, policyAssignments: [], desks: [] }

export function createSettingsStore(db: Database.Database): SettingsStore {
  const selectSettings = db.prepare<[], string>('SELECT document FROM settings WHERE id = 1').pluck()
  const upsertSettings = db.prepare<[string]>(
    `INSERT INTO settings (id, document) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET document = excluded.document`,
  )
  const selectViews = db.prepare<[], { id: string; name: string; state: JsonText<SavedView['state']> }>(
    'SELECT id, name, state FROM saved_views ORDER BY name, id',
  )
  const upsertView = db.prepare<[string, string, string]>(
    `INSERT INTO saved_views (id, name, state) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, state = excluded.state`,
  )
  const deleteView = db.prepare<[string]>('DELETE FROM saved_views WHERE id = ?')

  return {
    get() {
      const document = selectSettings.get()
      // Parsed with its schema: an older version may have written it, and it decides every clock.
      return document === undefined ? FIRST_SETTINGS : settingsSchema.parse(JSON.parse(document))
    },
    save(settings) {
      durably(db, () => upsertSettings.run(toJson(settings)))
    },
    views() {
      return selectViews.all().map((row) => ({ id: row.id, name: row.name, state: fromJson(row.state) }))
    },
    saveView(view) {
      durably(db, () => upsertView.run(view.id, view.name, toJson(view.state)))
    },
    removeView(id) {
      durably(db, () => deleteView.run(id))
    },
  }
}

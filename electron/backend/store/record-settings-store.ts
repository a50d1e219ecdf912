import type Database from 'better-sqlite3'
import type { RecordFolder } from '../../../shared/contract/records.ts'
import type { ColumnProfile } from '../../../shared/records/record-set.ts'
import { durably } from './durably.ts'
import { fromJson, toJson, type JsonText } from './json-column.ts'
import type { ReadFiles, RecordSettingsStore } from './store.ts'

interface FolderRow {
  readonly document: JsonText<RecordFolder>
  readonly readFiles: JsonText<ReadFiles>
  readonly lastImportAt: number | null
}

export function createRecordSettingsStore(db: Database.Database): RecordSettingsStore {
  const selectProfiles = db.prepare<[], { document: JsonText<ColumnProfile> }>(
    'SELECT document FROM column_profiles ORDER BY id',
  )
  const upsertProfile = db.prepare<[string, string]>(
    'INSERT INTO column_profiles (id, document) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET document = excluded.document',
  )
  const deleteProfile = db.prepare<[string]>('DELETE FROM column_profiles WHERE id = ?')
  const selectFolders = db.prepare<[], FolderRow>(
    `SELECT document, read_files AS readFiles, last_import_at AS lastImportAt FROM record_folders ORDER BY id`,
  )
  const upsertFolder = db.prepare<[string, string]>(
    `INSERT INTO record_folders (id, document, read_files) VALUES (?, ?, '{}')
     ON CONFLICT (id) DO UPDATE SET document = excluded.document`,
  )
  const updateRead = db.prepare<[string, number | null, string]>(
    'UPDATE record_folders SET read_files = ?, last_import_at = coalesce(?, last_import_at) WHERE id = ?',
  )
  const deleteFolder = db.prepare<[string]>('DELETE FROM record_folders WHERE id = ?')

  return {
    profiles: () => selectProfiles.all().map(({ document }) => fromJson(document)),
    saveProfile(profile) {
      durably(db, () => upsertProfile.run(profile.id, toJson(profile)))
    },
    removeProfile(id) {
      durably(db, () => deleteProfile.run(id))
    },
    folders: () =>
      selectFolders.all().map(({ document, readFiles, lastImportAt }) => ({
        folder: fromJson(document),
        readFiles: fromJson(readFiles),
        lastImportAt,
      })),
    saveFolder(folder) {
      durably(db, () => upsertFolder.run(folder.id, toJson(folder)))
    },
    saveRead(folderId, readFiles, at) {
      durably(db, () => updateRead.run(toJson(readFiles), at, folderId))
    },
    removeFolder(id) {
      durably(db, () => deleteFolder.run(id))
    },
  }
}

import { existsSync } from 'node:fs'
import { createAccessStore } from './access-store.ts'
import { backUp } from './backup.ts'
import { dataFiles } from './data-files.ts'
import { openSound } from './database.ts'
import { createKeyStore } from './key-store.ts'
import { latestVersion, schemaVersion } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'
import type { Store } from './store.ts'
import { StoreProblem } from './store-problem.ts'

/**
 * Opens the database that another Meridian holds, for the little that two processes may do at once: users, sessions,
 * wall tokens, keys and a backup. Nothing is created or migrated. Throws StoreProblem.
 */
export function openBeside(dataDirectory: string): Pick<Store, 'access' | 'keys' | 'backup' | 'close'> {
  const files = dataFiles(dataDirectory)
  if (!existsSync(files.database)) throw starting(dataDirectory)
  const db = openSound(files, migrations)
  if (schemaVersion(db) !== latestVersion(migrations)) {
    db.close()
    throw starting(dataDirectory)
  }
  return {
    access: createAccessStore(db),
    keys: createKeyStore(db),
    backup: (toFile, progress) => backUp(db, toFile, progress),
    close: () => void db.close(),
  }
}

function starting(dataDirectory: string): StoreProblem {
  return new StoreProblem(
    'locked',
    `Another Meridian, just starting or an older one, is using the data directory ${dataDirectory}. Nothing was changed. ` +
      'Try again in a moment, or stop it first.',
    { dataDirectory },
  )
}

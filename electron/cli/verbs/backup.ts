import { resolve } from 'node:path'
import { withSharedStore } from '../shared-store.ts'

/** `backup FILE`: a complete copy of the database, also while a server runs. Throws StoreProblem. */
export async function runBackup(file: string, { dataDir }: { dataDir: string }): Promise<void> {
  const target = resolve(file)
  await withSharedStore(dataDir, (store) => store.backup(target))
  console.log(
    `The database was copied to ${target}; keep ${resolve(dataDir, 'secret.key')} elsewhere, it opens the stored passwords.`,
  )
}

import { openBeside } from '../backend/store/open-beside.ts'
import { openStore } from '../backend/store/open-store.ts'
import type { Store } from '../backend/store/store.ts'
import { StoreProblem } from '../backend/store/store-problem.ts'

/** What may be used while a server holds the same data directory; the server notices within a second. */
export type SharedStore = Pick<Store, 'access' | 'backup' | 'close'>

/** Runs `work` on the data directory, beside a running Meridian if there is one. Throws StoreProblem. */
export async function withSharedStore<T>(
  dataDirectory: string,
  work: (store: SharedStore) => T | Promise<T>,
): Promise<T> {
  const store = openShared(dataDirectory)
  try {
    return await work(store)
  } finally {
    store.close()
  }
}

function openShared(dataDirectory: string): SharedStore {
  try {
    return openStore({ dataDirectory, now: Date.now })
  } catch (error) {
    if (!(error instanceof StoreProblem) || error.code !== 'locked') throw error
    return openBeside(dataDirectory)
  }
}

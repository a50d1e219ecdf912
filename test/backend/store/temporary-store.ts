import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openStore } from '../../../electron/backend/store/open-store.ts'
import type { Store, StoredSource } from '../../../electron/backend/store/store.ts'
import { MONDAY } from './made-pages.ts'

/** A directory of its own for the running test. */
export function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'meridian-test-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** An open store with one ticket source `desk`, closed after the running test. */
export function temporaryStore(dataDirectory: string = temporaryDirectory()): Store {
  const store = openStore({ dataDirectory, now: () => MONDAY })
  onTestFinished(() => store.close())
  if (store.sources.get('desk') === null) store.sources.save(ticketSource('desk'))
  return store
}

export function ticketSource(id: string, change: Partial<StoredSource> = {}): StoredSource {
  return {
    id,
    kind: 'scripted',
    role: 'tickets',
    name: `Help desk ${id}`,
    enabled: true,
    pollSeconds: 60,
    config: {},
    sealedSecrets: {},
    ...change,
  }
}

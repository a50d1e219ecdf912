import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { RecordSet } from '../../../shared/records/record-set.ts'
import {
  createRecordSets,
  type RecordImport,
  type RecordSets,
} from '../../../electron/backend/records/record-sets.ts'
import { temporaryDirectory } from '../store/temporary-store.ts'

export const IMPORTED_AT = Date.UTC(2026, 0, 5)

const open: RecordSets[] = []

afterEach(async () => {
  for (const sets of open.splice(0)) await sets.close()
})

export interface RecordDesk {
  readonly directory: string
  readonly sets: RecordSets
  /** Writes a file to read. */
  readonly file: (name: string, content: string | Uint8Array) => { path: string; name: string }
  /** Reads files in with what a test says beside. */
  readonly read: (
    files: readonly { path: string; name: string }[],
    options?: Partial<RecordImport>,
  ) => Promise<RecordSet>
}

/** Record sets in a directory of their own; closed after the test. */
export async function recordDesk(): Promise<RecordDesk> {
  const directory = temporaryDirectory()
  const files = join(directory, 'files')
  mkdirSync(files)
  const sets = await createRecordSets(join(directory, 'sets'), { now: () => IMPORTED_AT, threads: 1 })
  open.push(sets)
  return {
    directory,
    sets,
    file(name, content) {
      const path = join(files, name)
      writeFileSync(path, content)
      return { path, name }
    },
    read: (given, options = {}) =>
      sets.import({ name: 'calls', files: given, timeZone: 'UTC', layout: null, ownLayouts: [], ...options }),
  }
}

/** What an import left in the directory of the sets, apart from DuckDB's own scratch. */
export function leftIn({ directory }: RecordDesk): string[] {
  return readdirSync(join(directory, 'sets')).filter((name) => name !== 'duckdb.part')
}

/** All records of a set as texts, in order. */
export async function recordsOf({ sets }: RecordDesk, id: string): Promise<Record<string, string>[]> {
  const set = await sets.open(id)
  return (await set.findRows(null, 100_000)).map(({ values }) => values)
}

import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { GivenFile } from './plain-file.ts'
import { readRecordSetFile, type RecordSetFile } from './record-set-file.ts'

/** What ends so is not whole: an import under way, or a set on its way out. */
export const UNFINISHED = '.part'

/** A small table in large blocks is mostly air: every column has one of its own at least. */
const SMALL_FILES_BYTES = 32 * 1024 * 1024

/** How large DuckDB's blocks are to be for these files. */
export async function blockBytes(files: readonly GivenFile[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(({ path }) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0) < SMALL_FILES_BYTES ? 16_384 : 262_144
}

/** The sets of a directory. What is not whole, or named by no set, is cleared away. */
export async function recover(directory: string): Promise<Map<string, RecordSetFile>> {
  const sets = new Map<string, RecordSetFile>()
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.name.endsWith(UNFINISHED)) await rm(path, { recursive: true, force: true })
    if (!entry.isDirectory() || entry.name.endsWith(UNFINISHED)) continue
    const file = await readRecordSetFile(path)
    // A set of a newer program, or damaged: it stays, but cannot be shown.
    if (file === null) continue
    await keepOnly(path, file.data, 'record-set.json')
    sets.set(file.recordSet.id, file)
  }
  return sets
}

/** Removes all else in a directory. */
export async function keepOnly(directory: string, ...names: readonly string[]): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!names.includes(name)) await rm(join(directory, name), { recursive: true, force: true })
  }
}

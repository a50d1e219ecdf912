import { stat } from 'node:fs/promises'
import { rowsOf } from './duckdb-session.ts'
import { changedFile, importProblem, isMixedLineEnds } from './import-problem.ts'
import { withLineFeeds } from './line-ends.ts'
import { fileStamp, type GivenFile, type PlainFile, plainFile } from './plain-file.ts'
import {
  type ImportedRecords,
  type ImportOptions,
  type ImportPlace,
  readPlainFiles,
} from './read-plain-files.ts'
import { literal } from './sql-text.ts'

/**
 * Reads files of one shape into the table `cells`. Throws RecordProblem, or the signal's reason; what the database holds
 * then is of no use.
 */
export async function importRecords(
  files: readonly GivenFile[],
  place: ImportPlace,
  options: ImportOptions,
): Promise<ImportedRecords> {
  const { connection, workDirectory } = place
  const { signal } = options
  const stamps = await Promise.all(files.map(fileStamp))
  const bytes = (await Promise.all(files.map(({ path }) => stat(path)))).reduce(
    (sum, { size }) => sum + size,
    0,
  )
  async function refuseChanged(): Promise<void> {
    for (const [index, file] of files.entries()) {
      if ((await fileStamp(file)) !== stamps[index]) throw changedFile(file)
    }
  }
  const [memory] = await rowsOf(connection, "SELECT current_setting('memory_limit')")
  await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false')
  await connection.run(`SET TimeZone = ${literal(options.timeZone)}`)
  try {
    const plain: PlainFile[] = []
    for (const file of files) plain.push(await plainFile(file, workDirectory, signal))
    const imported = await readPlainFiles(plain, place, options, bytes).catch(async (error: unknown) => {
      if (!isMixedLineEnds(error)) throw error
      const even: PlainFile[] = []
      for (const file of plain) {
        even.push(file.format === 'text' ? await withLineFeeds(file, workDirectory, signal) : file)
      }
      return readPlainFiles(even, place, options, bytes)
    })
    await refuseChanged()
    return imported
  } catch (error) {
    signal?.throwIfAborted()
    // A file that was changed or cut while it was read fails in many ways; this is the true reason.
    await refuseChanged()
    throw importProblem(error, files)
  } finally {
    await connection.run(`SET memory_limit = ${literal(String(memory?.[0]))}`)
  }
}

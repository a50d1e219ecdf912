import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { InvalidSpreadsheetError, readSheet } from 'read-excel-file/node'
import { newPath, type PlainFile } from './plain-file.ts'
import { RecordProblem } from './record-problem.ts'

/** The first sheet of an Excel file as a table in text. Throws RecordProblem. */
export async function xlsxAsText(
  file: PlainFile,
  workDirectory: string,
  signal?: AbortSignal,
): Promise<PlainFile> {
  const rows = await readSheet(file.path).catch((error: unknown) => {
    const what =
      error instanceof InvalidSpreadsheetError
        ? 'is a zip file, but no Excel file'
        : 'is a damaged Excel file'
    throw new RecordProblem('broken', `${file.name} ${what}. Export it as CSV.`, { file: file.name }, error)
  })
  signal?.throwIfAborted()
  if (rows.length === 0)
    throw new RecordProblem('empty', `${file.name} has nothing on its first sheet.`, { file: file.name })
  const target = newPath(workDirectory, 'csv')
  await pipeline(
    Readable.from(rows),
    stringify({ cast: { date: wallTime, boolean: String } }),
    createWriteStream(target),
    { signal },
  )
  return { ...file, path: target, format: 'text' }
}

/** Excel keeps dates without a zone; they are given as if they were UTC. */
function wallTime(date: Date): string {
  return date.toISOString().slice(0, 23).replace('T', ' ')
}

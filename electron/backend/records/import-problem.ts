import { jsonProblem } from './json-source.ts'
import type { GivenFile } from './plain-file.ts'
import { diskFull, RecordProblem } from './record-problem.ts'

export function changedFile({ name }: GivenFile): RecordProblem {
  return new RecordProblem(
    'changed',
    `${name} changed while it was read, so what was read is not of one moment. Nothing of it was kept. Try again once it is written, or read a copy.`,
    { file: name },
  )
}

export function isMixedLineEnds(error: unknown): boolean {
  return error instanceof Error && error.message.includes('state machine reached an invalid state')
}

export function importProblem(error: unknown, files: readonly GivenFile[]): unknown {
  if (!(error instanceof Error) || error instanceof RecordProblem) return error
  const file = files.length === 1 ? (files[0]?.name ?? '') : `${files.length} files`
  if (/No space left|not enough space|disk full|max_temp_directory_size/i.test(error.message))
    return diskFull(file, error)
  if (error.message.startsWith('Out of Memory')) {
    return new RecordProblem(
      'too-large',
      `${file} needs more memory than the hub gives to records. Read a part of it.`,
      { file },
      error,
    )
  }
  if (error.message.includes('JSON')) return jsonProblem(file, error)
  if (error.message.startsWith('Invalid Input Error')) {
    const line = Number(/Line: (\d+)/.exec(error.message)?.[1] ?? Number.NaN)
    const place = Number.isNaN(line) ? {} : { line }
    const where = Number.isNaN(line) ? '' : `, line ${line}`
    return new RecordProblem(
      'broken',
      `${file}${where} cannot be read as a table. Export it again.`,
      { file, ...place },
      error,
    )
  }
  return error
}

export function noRecords(plain: readonly GivenFile[]): RecordProblem {
  const [file = ''] = plain.map(({ name }) => name)
  const what =
    plain.length === 1
      ? `${file} has a header, but no records`
      : `None of the ${plain.length} files has records`
  return new RecordProblem('no-records', `${what}.`, { file })
}

export type RecordProblemCode =
  | 'missing'
  | 'unreadable'
  | 'empty'
  | 'no-records'
  | 'unknown-format'
  | 'broken'
  | 'ragged'
  | 'changed'
  | 'different-shape'
  | 'too-large'
  | 'disk-full'
  | 'unknown-set'
  | 'unknown-column'

/** Where in a file; both from 1. */
export interface RecordPlace {
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/**
 * Records cannot be read or kept. `message` is for a person: what happened, to what, what to do. Nothing of the files is
 * kept when this is thrown, and what was there before is as it was.
 */
export class RecordProblem extends Error {
  readonly code: RecordProblemCode
  readonly place: RecordPlace

  constructor(code: RecordProblemCode, message: string, place: RecordPlace = {}, cause?: unknown) {
    super(message, { cause })
    this.name = 'RecordProblem'
    this.code = code
    this.place = place
  }
}

/** An error of the file system in words; anything else as it is. */
export function fileProblem(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof RecordProblem) return error
  const { code } = error
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new RecordProblem('missing', `${file} is not there. Check its name.`, { file }, error)
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(file, error)
  if (code === 'EACCES' || code === 'EPERM') {
    return new RecordProblem(
      'unreadable',
      `${file} may not be read by this user. Allow it, or copy it.`,
      { file },
      error,
    )
  }
  if (code === 'EISDIR') {
    return new RecordProblem('unreadable', `${file} is a folder. Choose the files in it.`, { file }, error)
  }
  if (typeof code === 'string' && code.startsWith('E')) {
    return new RecordProblem('unreadable', `${file} cannot be read (${code}).`, { file }, error)
  }
  return error
}

export function diskFull(file: string, cause: unknown): RecordProblem {
  return new RecordProblem(
    'disk-full',
    `There is no room on the disk to read in ${file}. Nothing of it was kept. Free some room, about as much as the file has, and try again.`,
    { file },
    cause,
  )
}

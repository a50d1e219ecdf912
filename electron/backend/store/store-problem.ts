export type StoreProblemCode = 'damaged' | 'newer-version' | 'locked' | 'unwritable'

/**
 * The data directory cannot be used. `message` is for a person: what happened, what still exists, what to do.
 * Nothing has been changed or emptied when this is thrown.
 */
export class StoreProblem extends Error {
  readonly code: StoreProblemCode
  readonly dataDirectory: string
  /** Paths of the backups that could be restored, newest first. */
  readonly backups: readonly string[]

  constructor(
    code: StoreProblemCode,
    message: string,
    place: { dataDirectory: string; backups?: readonly string[]; cause?: unknown },
  ) {
    super(message, { cause: place.cause })
    this.name = 'StoreProblem'
    this.code = code
    this.dataDirectory = place.dataDirectory
    this.backups = place.backups ?? []
  }
}

const MOST_LISTED = 5

/** The clause about backups that every problem of a lost or unreadable database ends with. */
export function describeBackups(backups: readonly string[], backupDirectory: string): string {
  if (backups.length === 0) {
    return `There are no backups in ${backupDirectory}; if you keep one elsewhere, restore it.`
  }
  const listed = backups.slice(0, MOST_LISTED).join(', ')
  const rest = backups.length > MOST_LISTED ? ` and ${backups.length - MOST_LISTED} older ones` : ''
  return `Restore a backup, newest first: ${listed}${rest}.`
}

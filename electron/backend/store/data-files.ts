import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { StoreProblem } from './store-problem.ts'

/** Tickets hold customers' words and the database sealed secrets: nobody but the owner reads them. */
export const DIRECTORY_MODE = 0o700
export const FILE_MODE = 0o600

/** Where things lie in a data directory. */
export interface DataFiles {
  readonly directory: string
  readonly database: string
  /** A first database or a restored one, until it is complete and takes the name `database`. */
  readonly newDatabase: string
  readonly lock: string
  /** Made together with the database: this folder without a database means that one was taken away. */
  readonly backups: string
}

export function dataFiles(dataDirectory: string): DataFiles {
  return {
    directory: dataDirectory,
    database: join(dataDirectory, 'meridian.db'),
    newDatabase: join(dataDirectory, 'meridian.db.new'),
    lock: join(dataDirectory, 'lock.db'),
    backups: join(dataDirectory, 'backups'),
  }
}

/** Makes the directory, private to its owner. Throws StoreProblem `unwritable`. */
export function prepareDirectory(dataDirectory: string): void {
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: DIRECTORY_MODE })
    chmodSync(dataDirectory, DIRECTORY_MODE)
  } catch (cause) {
    throw unwritable(dataDirectory, cause)
  }
}

export function unwritable(dataDirectory: string, cause: unknown): StoreProblem {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StoreProblem(
    'unwritable',
    `The data directory ${dataDirectory} cannot be written (${reason}). Nothing was changed. ` +
      'Make it a directory that belongs to you, with room on its disk, or choose another one.',
    { dataDirectory, cause },
  )
}

/**
 * Makes an empty private file where there is none, for SQLite to fill; its -wal and -shm take over the mode.
 * An existing file is never opened here: closing it would drop the locks SQLite holds on it in this process
 * (https://sqlite.org/howtocorrupt.html, 2.2).
 */
export function createPrivateFile(path: string): void {
  if (existsSync(path)) {
    chmodSync(path, FILE_MODE)
    return
  }
  closeSync(openSync(path, 'wx', FILE_MODE))
}

/** Waits until the disk holds the file. Only for files that no connection of this process has open. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Waits until the disk holds the directory's names, after a rename. Windows has no such call and needs none. */
export function flushDirectory(path: string): void {
  if (process.platform === 'win32') return
  const directory = openSync(path, 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
}

/** Paths of the backups in the data directory, newest first. */
export function listBackups(files: DataFiles): string[] {
  if (!existsSync(files.backups)) return []
  return readdirSync(files.backups)
    .filter((name) => name.endsWith('.db'))
    .map((name) => join(files.backups, name))
    .map((path) => ({ path, changedAt: statSync(path).mtimeMs }))
    .sort((a, b) => b.changedAt - a.changedAt)
    .map(({ path }) => path)
}

/** An instant as it can stand in a file name on every system, e.g. 20260102T030405Z. */
export function fileStamp(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '')
}

import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DIRECTORY_MODE, FILE_MODE } from '../store/data-files.ts'

/** A file that a page sent in parts, whole. */
export interface Upload {
  readonly id: string
  readonly fileName: string
  readonly path: string
}

/** Why a part or a file is not taken; a sentence for the person. */
export class UploadProblem extends Error {}

/** Files on their way from a page. They lie in one directory until they were read, and nowhere after. */
export interface Uploads {
  /** Throws UploadProblem. */
  begin(fileName: string, bytes: number): Promise<string>
  /** Appends a part that begins at `offset`; one that is held already is not kept twice. Throws UploadProblem. */
  append(id: string, offset: number, part: Uint8Array): Promise<number>
  /** The whole files, in this order. Throws UploadProblem. */
  whole(ids: readonly string[]): Upload[]
  /** Forgets the file; unknown ids are fine. */
  remove(id: string): Promise<void>
  close(): void
}

interface Held {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  readonly path: string
  received: number
  touchedAt: number
  /** Parts of one file are written one after the other. */
  writing: Promise<unknown>
}

/** A page that went away in the middle leaves its file for this long. */
const IDLE_MS = 60 * 60 * 1000

/** More than any person sends at once. */
const MOST_UPLOADS = 100

/** `directory` is emptied: what lies in it was sent to a hub that is no more. */
export function createUploads(directory: string, now: () => number): Uploads {
  rmSync(directory, { recursive: true, force: true })
  const held = new Map<string, Held>()

  function find(id: string): Held {
    const upload = held.get(id)
    if (upload === undefined) {
      throw new UploadProblem('This file is not being sent any more: choose it again.')
    }
    return upload
  }

  async function remove(id: string): Promise<void> {
    const upload = held.get(id)
    if (upload === undefined) return
    held.delete(id)
    await upload.writing.catch(() => {})
    await rm(join(directory, id), { recursive: true, force: true })
  }

  async function removeIdle(): Promise<void> {
    const idle = [...held.values()].filter(({ touchedAt }) => now() - touchedAt > IDLE_MS)
    await Promise.all(idle.map(({ id }) => remove(id)))
  }

  async function write(upload: Held, offset: number, part: Uint8Array): Promise<number> {
    if (offset > upload.received) {
      throw new UploadProblem(`A part of ${upload.fileName} is missing: send the file again.`)
    }
    const fresh = part.subarray(upload.received - offset)
    if (upload.received + fresh.length > upload.bytes) {
      throw new UploadProblem(
        `${upload.fileName} is longer than it was said to be: it changed while it was sent.`,
      )
    }
    try {
      const file = await open(upload.path, 'a', FILE_MODE)
      try {
        await file.writeFile(fresh)
      } finally {
        await file.close()
      }
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new UploadProblem(`${upload.fileName} cannot be kept here (${why}): make room on the disk.`, {
        cause,
      })
    }
    upload.received += fresh.length
    return upload.received
  }

  return {
    async begin(fileName, bytes) {
      await removeIdle()
      if (held.size >= MOST_UPLOADS) {
        throw new UploadProblem(`${MOST_UPLOADS} files are being sent already: wait for them.`)
      }
      const id = randomUUID()
      // The name decides nothing but what people read: no part of a path of somebody else's making is used.
      const name = basename(fileName.replaceAll('\\', '/')) || 'records'
      await mkdir(join(directory, id), { recursive: true, mode: DIRECTORY_MODE })
      const path = join(directory, id, 'file')
      held.set(id, {
        id,
        fileName: name,
        bytes,
        path,
        received: 0,
        touchedAt: now(),
        writing: Promise.resolve(),
      })
      return id
    },
    async append(id, offset, part) {
      const upload = find(id)
      upload.touchedAt = now()
      const written = upload.writing.catch(() => {}).then(() => write(upload, offset, part))
      upload.writing = written
      return written
    },
    whole(ids) {
      return ids.map((id) => {
        const upload = find(id)
        if (upload.received < upload.bytes) {
          throw new UploadProblem(
            `Of ${upload.fileName} only ${upload.received} of ${upload.bytes} bytes arrived: send it again.`,
          )
        }
        return { id, fileName: upload.fileName, path: upload.path }
      })
    },
    remove,
    close() {
      held.clear()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

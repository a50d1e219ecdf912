import { open, stat } from 'node:fs/promises'
import { wideEncodingOf } from '../../encoding/wide-encoding.ts'
import { SourceFault } from '../source-fault.ts'

/** A file that can be read several times from its start, in pieces. */
export interface FileBytes {
  readonly name: string
  chunks(): AsyncIterable<Uint8Array>
}

const CHUNK_BYTES = 256 * 1024

/** A file on disk. Reading throws SourceFault `file-missing` or `file-unreadable`. */
export function fileOnDisk(path: string): FileBytes {
  async function* chunks(): AsyncIterable<Uint8Array> {
    const file = await open(path, 'r').catch((error: unknown) => {
      throw fileFault(path, error)
    })
    try {
      for (;;) {
        const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(CHUNK_BYTES) })
        if (bytesRead === 0) return
        yield buffer.subarray(0, bytesRead)
      }
    } catch (error) {
      throw fileFault(path, error)
    } finally {
      await file.close()
    }
  }
  return { name: path, chunks }
}

/** A file somebody sent. */
export function fileInMemory(name: string, bytes: Uint8Array): FileBytes {
  async function* chunks(): AsyncIterable<Uint8Array> {
    for (let from = 0; from < bytes.length; from += CHUNK_BYTES)
      yield bytes.subarray(from, from + CHUNK_BYTES)
  }
  return { name, chunks }
}

/** What tells one state of a file from the next. Throws like reading. */
export async function fileStamp(path: string): Promise<string> {
  const found = await stat(path).catch((error: unknown) => {
    throw fileFault(path, error)
  })
  if (!found.isFile())
    throw new SourceFault('file-unreadable', 'the path is a folder or a device, not a file')
  return `${found.size}/${found.mtimeMs}/${found.ino}`
}

function fileFault(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const name = path.split(/[\\/]/).at(-1) ?? ''
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return new SourceFault('file-missing', `${name} is not there`, { cause: error })
  }
  return new SourceFault('file-unreadable', `${name} cannot be read (${String(error.code)})`, {
    cause: error,
  })
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The text in pieces, without a byte order mark: UTF-8, UTF-16 by its mark or its zeros, else Latin-1. */
export async function* textOf(file: FileBytes): AsyncIterable<string> {
  const decoder = new TextDecoder(await encodingOf(file))
  for await (const chunk of file.chunks()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** Reads all of it: one letter of Latin-1 may stand on the last line. */
async function encodingOf(file: FileBytes): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    for await (const chunk of file.chunks()) {
      const wide = isFirst ? wideEncodingOf(chunk) : null
      if (wide !== null) return wide
      isFirst = false
      strict.decode(chunk, { stream: true })
    }
    strict.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof SourceFault) throw error
    return 'windows-1252'
  }
}

import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, link, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { RecordNote } from '../../../shared/records/record-set.ts'
import { fileProblem, RecordProblem } from './record-problem.ts'
import { wideEncodingOf } from '../encoding/wide-encoding.ts'
import { decodeText, narrowEncodingOf } from './text-encoding.ts'

export type FileFormat = 'text' | 'parquet' | 'xlsx'

/** A file that somebody gave: one that was sent lies under another name than it has. */
export interface GivenFile {
  readonly path: string
  /** As a person knows it, without its folders. */
  readonly name: string
}

/** A file as the readers take it: not compressed, texts in UTF-8. */
export interface PlainFile extends GivenFile {
  readonly format: FileFormat
  readonly notes: readonly RecordNote[]
}

const CHUNK_BYTES = 1024 * 1024

/** A small gzip can hold more than any disk. */
const MOST_UNPACKED_BYTES = 64 * 1024 ** 3

/**
 * Makes a file readable, in `workDirectory` where it is compressed or written in another encoding. Throws RecordProblem
 * for what is no file of records.
 */
export async function plainFile(
  { path, name }: GivenFile,
  workDirectory: string,
  signal?: AbortSignal,
): Promise<PlainFile> {
  try {
    const head = await headOf(path, name)
    const unpacked = isGzip(head)
      ? await unpack(path, name, workDirectory, signal)
      : await withoutPattern(path, workDirectory)
    const plainHead = isGzip(head) ? await headOf(unpacked, name) : head
    const format = formatOf(plainHead, name)
    if (format !== 'text') return { name, path: unpacked, format, notes: [] }
    return await utf8File({ name, path: unpacked, head: plainHead }, workDirectory, signal)
  } catch (error) {
    signal?.throwIfAborted()
    throw fileProblem(name, error)
  }
}

/** DuckDB takes `calls[1].csv` for a pattern of many files: such a file is read under another name. */
async function withoutPattern(path: string, workDirectory: string): Promise<string> {
  if (!/[*?[\]{}]/.test(path)) return path
  const target = newPath(workDirectory, 'plain')
  // A second name costs nothing, but cannot lie on another disk.
  await link(path, target).catch(() => copyFile(path, target))
  return target
}

let paths = 0

/** A path in the work directory that nothing has yet. */
export function newPath(workDirectory: string, ending: string): string {
  paths += 1
  return join(workDirectory, `${paths}.${ending}`)
}

/** What tells one state of a file from the next. */
export async function fileStamp({ path, name }: GivenFile): Promise<string> {
  try {
    const found = await stat(path)
    return `${found.size}/${found.mtimeMs}/${found.ino}`
  } catch (error) {
    throw fileProblem(name, error)
  }
}

async function headOf(path: string, name: string): Promise<Uint8Array> {
  const found = await stat(path)
  if (!found.isFile()) {
    throw new RecordProblem(
      'unreadable',
      `${name} is a folder or a device, not a file. Choose the files in it.`,
      {
        file: name,
      },
    )
  }
  if (found.size === 0) throw new RecordProblem('empty', `${name} is empty.`, { file: name })
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096), position: 0 })
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

async function unpack(
  path: string,
  name: string,
  workDirectory: string,
  signal?: AbortSignal,
): Promise<string> {
  const target = newPath(workDirectory, 'unpacked')
  let bytes = 0
  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > MOST_UNPACKED_BYTES) {
        throw new RecordProblem(
          'too-large',
          `${name} holds more than 64 GB when unpacked. Send a part of it.`,
          {
            file: name,
          },
        )
      }
      yield chunk
    }
  }
  try {
    await pipeline(
      createReadStream(path, { highWaterMark: CHUNK_BYTES }),
      createGunzip(),
      counted,
      createWriteStream(target),
      {
        signal,
      },
    )
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('Z_')) throw error
    const ended = error.code === 'Z_BUF_ERROR'
    const what = ended ? 'ends before its data do' : 'is a damaged gzip file'
    throw new RecordProblem('broken', `${name} ${what}. Copy or export it again.`, { file: name }, error)
  }
  if (bytes === 0) throw new RecordProblem('empty', `${name} is empty when unpacked.`, { file: name })
  return target
}

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly is: string }[] = [
  { bytes: [0x50, 0x41, 0x52, 0x31], is: 'parquet' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], is: 'xlsx' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], is: 'an Excel file of before 2007' },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: 'a PDF' },
  { bytes: [0x1f, 0x8b], is: 'compressed twice' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], is: 'compressed with Zstandard' },
  { bytes: [0x42, 0x5a, 0x68], is: 'compressed with bzip2' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], is: 'compressed with xz' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], is: 'a 7z archive' },
]

/** By content: names lie. */
function formatOf(head: Uint8Array, name: string): FileFormat {
  const known = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))
  if (known?.is === 'parquet' || known?.is === 'xlsx') return known.is
  const what = known?.is ?? (wideEncodingOf(head) === null && head.includes(0) ? 'no text' : null)
  if (what === null) return 'text'
  throw new RecordProblem(
    'unknown-format',
    `${name} is ${what}: records are read from CSV, JSON, Parquet and XLSX files, also gzipped. Export it as one of these.`,
    { file: name },
  )
}

interface TextFile {
  readonly name: string
  readonly path: string
  readonly head: Uint8Array
}

async function utf8File(
  { name, path, head }: TextFile,
  workDirectory: string,
  signal?: AbortSignal,
): Promise<PlainFile> {
  const encoding = wideEncodingOf(head) ?? (await narrowEncodingOf(chunksOf(path, signal)))
  if (encoding === 'utf-8') return { name, path, format: 'text', notes: [] }
  const target = newPath(workDirectory, 'utf8')
  const { text, replaced } = decodeText(chunksOf(path, signal), encoding)
  await pipeline(Readable.from(text), createWriteStream(target), { signal })
  const notes: RecordNote[] = []
  if (encoding !== 'mixed')
    notes.push({ file: name, kind: 're-encoded', detail: { encoding: encoding.toUpperCase() } })
  if (replaced() > 0) {
    notes.push({ file: name, kind: 'characters-replaced', detail: { count: String(replaced()) } })
  }
  return { name, path: target, format: 'text', notes }
}

function chunksOf(path: string, signal?: AbortSignal): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: CHUNK_BYTES, signal })
}

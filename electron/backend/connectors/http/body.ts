import type { Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { SourceFault } from '../source-fault.ts'
import { errorCode } from './network-faults.ts'

/**
 * The whole body, unpacked. Counts the unpacked bytes while they arrive, so that a small archive of gigabytes is
 * given up at `maxBytes`. Throws `too-large`, `truncated`, `unreadable`.
 */
export async function readBody(
  body: Readable,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
): Promise<Uint8Array> {
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  // Giving up destroys the body, which then reports that; the loop below has already said why.
  body.on('error', () => undefined)
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    const unpacker = unpackerFor(encoding)
    if (unpacker === null && Number(headers['content-length']) > maxBytes) throw tooLarge(maxBytes)
    for await (const chunk of unpacker === null ? body : pipeInto(body, unpacker)) {
      if (!(chunk instanceof Uint8Array)) throw new SourceFault('internal', 'body chunk is not bytes')
      length += chunk.length
      if (length > maxBytes) throw tooLarge(maxBytes)
      chunks.push(chunk)
    }
  } catch (error) {
    body.destroy()
    throw bodyFault(error, encoding)
  }
  return Buffer.concat(chunks, length)
}

function unpackerFor(encoding: string): Transform | null {
  switch (encoding) {
    case '':
    case 'identity':
      return null
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new SourceFault('unreadable', `the answer is packed in an unknown way (${encoding.slice(0, 40)})`)
  }
}

function pipeInto(body: Readable, unpacker: Transform): Transform {
  body.on('error', (error) => unpacker.destroy(error))
  unpacker.on('close', () => body.destroy())
  return body.pipe(unpacker)
}

function tooLarge(maxBytes: number): SourceFault {
  return new SourceFault('too-large', `the answer is longer than ${Math.round(maxBytes / 1024)} kB`)
}

/** After the head has arrived, every broken connection means half an answer. */
function bodyFault(error: unknown, encoding: string): unknown {
  const code = errorCode(error)
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') {
    return new SourceFault('truncated', 'the answer is shorter than its Content-Length', { cause: error })
  }
  if (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE' || code === 'Z_BUF_ERROR') {
    return new SourceFault('truncated', 'the connection ended in the middle of the answer', { cause: error })
  }
  if (code?.startsWith('HPE_') === true) {
    return new SourceFault('truncated', 'the answer breaks off or is framed wrongly', { cause: error })
  }
  if (code?.startsWith('Z_') === true || code?.startsWith('ERR_') === true) {
    return new SourceFault('unreadable', `the ${encoding} packing of the answer is damaged`, { cause: error })
  }
  return error
}

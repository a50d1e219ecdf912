import { isAscii, isUtf8 } from 'node:buffer'

/** What a text file is written in; `mixed` is UTF-8 with places that are not. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mixed'

const LINE_FEED = 0x0a

/**
 * Whether text that is not UTF-16 is UTF-8 throughout, nowhere (then it is taken for windows-1252, the superset of
 * Latin-1 that programs write), or in places.
 */
export async function narrowEncodingOf(chunks: AsyncIterable<Uint8Array>): Promise<TextEncoding> {
  let rest: Uint8Array = new Uint8Array()
  let hasUtf8 = false
  let hasOther = false
  function look(bytes: Uint8Array): void {
    if (isUtf8(bytes)) {
      hasUtf8 ||= !isAscii(bytes)
      return
    }
    for (const line of linesOf(bytes)) {
      if (!isUtf8(line)) hasOther = true
      else hasUtf8 ||= !isAscii(line)
    }
  }
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = wholeCharacters(bytes)
    look(bytes.subarray(0, end))
    // A copy: the stream may use its memory again.
    rest = Uint8Array.from(bytes.subarray(end))
    if (hasUtf8 && hasOther) return 'mixed'
  }
  look(rest)
  if (!hasOther) return 'utf-8'
  return hasUtf8 ? 'mixed' : 'windows-1252'
}

/** Length without a last character of UTF-8 that has only begun. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return bytes.length - back
  }
  return bytes.length
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0
  while (from < bytes.length) {
    const end = bytes.indexOf(LINE_FEED, from)
    const to = end === -1 ? bytes.length : end + 1
    yield bytes.subarray(from, to)
    from = to
  }
}

const REPLACEMENT = '\uFFFD'

export interface DecodedText {
  readonly text: AsyncIterable<string>
  /** Characters that could not be read so far. */
  readonly replaced: () => number
}

/** Text in pieces without a byte order mark. */
export function decodeText(chunks: AsyncIterable<Uint8Array>, encoding: TextEncoding): DecodedText {
  let replaced = 0
  const decoder = new TextDecoder(encoding === 'mixed' ? 'utf-8' : encoding)
  function count(text: string): string {
    for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, at + 1)) replaced += 1
    return text
  }
  async function* decode(): AsyncIterable<string> {
    for await (const chunk of chunks) yield count(decoder.decode(chunk, { stream: true }))
    yield count(decoder.decode())
  }
  return { text: decode(), replaced: () => replaced }
}

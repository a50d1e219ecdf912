const BYTE_ORDER_MARKS: readonly { bytes: readonly number[]; label: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
]

/**
 * Bytes of a document to text. Precedence as browsers and RFC 7303 have it: byte order mark, HTTP charset, XML
 * declaration, UTF-8; only for UTF-16 the bytes are believed above any label. Never throws: what cannot be decoded
 * becomes U+FFFD, so one bad byte does not lose a page. ISO-8859-1 is read as windows-1252 (the WHATWG label rule),
 * which is what its senders mean.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const label =
    markedEncoding(bytes) ?? wideEncoding(bytes) ?? httpCharset(contentType) ?? declaredEncoding(bytes)
  if (label !== null) return decodeAs(bytes, label)
  // Nothing declared and not valid UTF-8: western senders that declare nothing write windows-1252.
  return decodeStrictly(bytes, 'utf-8') ?? decodeAs(bytes, 'windows-1252')
}

function markedEncoding(bytes: Uint8Array): string | null {
  const mark = BYTE_ORDER_MARKS.find((candidate) =>
    candidate.bytes.every((byte, index) => bytes[index] === byte),
  )
  return mark?.label ?? null
}

/** A document starts with an ASCII character: a zero byte beside it tells the width and the order. */
function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes.length < 2 || (bytes[0] === 0) === (bytes[1] === 0)) return null
  return bytes[0] === 0 ? 'utf-16be' : 'utf-16le'
}

function httpCharset(contentType: string | null): string | null {
  return narrowLabel(/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1])
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024))
  return narrowLabel(/<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1])
}

/** The bytes are not wide, so a label of UTF-16 is untrue; XML calls for UTF-8 then. */
function narrowLabel(label: string | undefined): string | null {
  const known = knownLabel(label)
  return known?.startsWith('utf-16') === true ? 'utf-8' : known
}

function knownLabel(label: string | undefined): string | null {
  if (label === undefined) return null
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null // A label nobody knows declares nothing.
  }
}

function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeAs(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes)
}

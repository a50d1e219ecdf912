import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** The bytes that stand for a value: RFC 8785, JSON with sorted keys, one way to write each number and no spaces. */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('There is no JSON for this value.')
  return Buffer.from(text, 'utf8')
}

/** Hexadecimal, as everybody's tools print it. */
export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A document as a file: the canonical order of keys, with line breaks for people. */
export function fileText(document: unknown): string {
  return `${JSON.stringify(JSON.parse(canonicalBytes(document).toString('utf8')), null, 2)}\n`
}

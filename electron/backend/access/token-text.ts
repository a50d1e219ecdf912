import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits: nothing to guess, so a plain hash of it may be stored. */
export function newTokenText(): string {
  return randomBytes(32).toString('base64url')
}

export function hashToken(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

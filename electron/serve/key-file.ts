import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SecretKeeper } from '../backend/secret-keeper.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const FORMAT = 'key-file-1'

/** The secret keeper of a machine without a desktop key store: AES-256-GCM under a key only its owner can read. */
export function createKeyFileKeeper(dataDirectory: string): SecretKeeper {
  const file = join(dataDirectory, 'secret.key')
  const key = existsSync(file) ? readKey(file) : makeKey(file)

  return {
    async seal(text) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${FORMAT}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    async open(sealed) {
      const [format, packed] = sealed.split('.')
      if (format !== FORMAT || packed === undefined) {
        throw new Error('This secret was sealed by another installation: enter it again.')
      }
      const bytes = Buffer.from(packed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}

function makeKey(file: string): Buffer {
  const key = randomBytes(KEY_BYTES)
  // wx: two starts at once must not overwrite each other's key.
  writeFileSync(file, key.toString('base64'), { mode: 0o600, flag: 'wx' })
  return key
}

function readKey(file: string): Buffer {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new Error(
      `Others can read the key of the stored passwords: run "chmod 600 ${file}" and start again.`,
    )
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (key.length !== KEY_BYTES) {
    throw new Error(
      `${file} is not a key: put back the one that was there, or remove it and enter the sources' passwords again.`,
    )
  }
  return key
}

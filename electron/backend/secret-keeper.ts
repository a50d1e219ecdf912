import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { chmod, link, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FILE_MODE } from './store/data-files.ts'

/**
 * Seals secrets before they reach the database. The Electron shell gives one over safeStorage; the Node shell one
 * over a key file readable by its owner only. `open` throws where the key no longer fits.
 */
export interface SecretKeeper {
  seal(text: string): Promise<string>
  open(sealed: string): Promise<string>
}

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Marks how a text was sealed, so that a later way can stand beside it. */
const SEALED_BY_KEY_FILE = 'key-file-1:'

/**
 * A keeper over `secret.key` in the data directory, made at the first sealing. It keeps secrets out of copies of the
 * database; whoever can read both files can read the secrets.
 */
export function createKeyFileSecretKeeper(dataDirectory: string): SecretKeeper {
  const path = join(dataDirectory, 'secret.key')

  return {
    async seal(text) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, (await readKey(path)) ?? (await createKey(path)), nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return SEALED_BY_KEY_FILE + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
    },
    async open(sealed) {
      if (!isSealedByKeyFile(sealed)) throw new Error('This secret was not sealed by a key file.')
      const key = await readKey(path)
      if (key === null) throw new Error(`The key ${path} is gone; the secrets sealed with it cannot be read.`)
      const bytes = Buffer.from(sealed.slice(SEALED_BY_KEY_FILE.length), 'base64')
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}

/** Whether a key file's keeper sealed the text: the desktop's key store seals otherwise. */
export function isSealedByKeyFile(sealed: string): boolean {
  return sealed.startsWith(SEALED_BY_KEY_FILE)
}

async function readKey(path: string): Promise<Buffer | null> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
  const key = Buffer.from(text, 'base64')
  if (key.length !== KEY_BYTES) throw new Error(`The key ${path} is damaged.`)
  // A copy from a backup may have come back readable by everybody.
  await chmod(path, FILE_MODE)
  return key
}

async function createKey(path: string): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES)
  const draft = `${path}.${randomBytes(4).toString('hex')}`
  // On the disk and whole before it takes its name; a link, unlike a rename, never replaces another's key.
  await writeFile(draft, key.toString('base64'), { flag: 'wx', mode: FILE_MODE, flush: true })
  try {
    await link(draft, path)
    return key
  } catch (error) {
    const made = hasCode(error, 'EEXIST') ? await readKey(path) : null
    if (made === null) throw error
    return made
  } finally {
    await unlink(draft)
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** OWASP's scrypt figures (2^17, 8, 1): about 128 MiB and a third of a second per guess. */
const COST: Cost = { N: 2 ** 17, r: 8, p: 1 }
const KEY_BYTES = 32
const SALT_BYTES = 16

/** `scrypt$N$r$p$salt$key`, base64url: the figures travel with the hash, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(password, salt, KEY_BYTES, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/**
 * Whether the password is the hashed one. A null hash (no such user) costs the same time and is never right, so that
 * an answer's delay does not tell which names exist. Throws on a hash that is not ours: a damaged database.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  if (hash === null) {
    await derive(password, Buffer.alloc(SALT_BYTES), KEY_BYTES, COST)
    return false
  }
  const { cost, salt, key } = readHash(hash)
  return timingSafeEqual(await derive(password, salt, key.length, cost), key)
}

function readHash(hash: string): { cost: Cost; salt: Buffer; key: Buffer } {
  const [scheme, N, r, p, salt, key] = hash.split('$')
  if (scheme !== 'scrypt' || !N || !r || !p || !salt || !key) throw new Error('Unreadable password hash.')
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  }
}

function derive(password: string, salt: Buffer, bytes: number, cost: Cost): Promise<Buffer> {
  // Node's default ceiling is 32 MiB; scrypt needs 128 * N * r, and a little for itself.
  const maxmem = 128 * cost.N * cost.r + 2 ** 20 * 32
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  // One spelling of a password whatever the keyboard composed (RFC 8265).
  scrypt(password.normalize('NFC'), salt, bytes, { ...cost, maxmem }, (error, key) =>
    error ? reject(error) : resolve(key),
  )
  return promise
}

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { promisify } from 'node:util'
import type { SecretKeeper } from '../secret-keeper.ts'
import type { KeyStore } from '../store/store.ts'

/** The hub's own key, ready to sign, or why it has none. */
export type EvidenceKey =
  | {
      /** SHA-256 of the public key (SubjectPublicKeyInfo), hexadecimal. */
      readonly fingerprint: string
      /** PEM. */
      readonly publicKey: string
      /** Ed25519, hexadecimal. */
      sign(bytes: Buffer): string
      readonly unsigned?: never
    }
  | { readonly unsigned: string; readonly fingerprint?: never }

export interface EvidenceKeyParts {
  readonly keys: KeyStore
  readonly secretKeeper: SecretKeeper
  readonly now: () => number
}

/** Opens the hub's key, made at the first use. A shell that keeps no secrets gets evidence without a signature. */
export async function openEvidenceKey({ keys, secretKeeper, now }: EvidenceKeyParts): Promise<EvidenceKey> {
  try {
    const held = keys.get('evidence') ?? (await makeKey({ keys, secretKeeper, now }))
    const privateKey = createPrivateKey(await secretKeeper.open(held.sealedPrivateKey))
    const publicKey = createPublicKey(privateKey)
    return {
      fingerprint: fingerprintOf(publicKey),
      publicKey: pemOf(publicKey),
      sign: (bytes) => sign(null, bytes, privateKey).toString('hex'),
    }
  } catch (error) {
    return { unsigned: error instanceof Error ? error.message : String(error) }
  }
}

async function makeKey({ keys, secretKeeper, now }: EvidenceKeyParts) {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const sealedPrivateKey = await secretKeeper.seal(pem)
  const made = { publicKey: pemOf(publicKey), sealedPrivateKey, createdAt: now() }
  keys.save('evidence', made)
  // Two exports at once both make one; the first that was kept is the hub's.
  return keys.get('evidence') ?? made
}

/** Whether a signature is this key's. Null where the PEM is not an Ed25519 key in the form in which we write it. */
export function checkSignature(
  signature: { readonly publicKey: string; readonly value: string },
  bytes: Buffer,
): { readonly fingerprint: string; readonly holds: boolean } | null {
  let publicKey: KeyObject
  try {
    publicKey = createPublicKey(signature.publicKey)
  } catch {
    return null
  }
  if (publicKey.asymmetricKeyType !== 'ed25519' || pemOf(publicKey) !== signature.publicKey) return null
  const holds = verify(null, bytes, publicKey, Buffer.from(signature.value, 'hex'))
  return { fingerprint: fingerprintOf(publicKey), holds }
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString()
}

function fingerprintOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

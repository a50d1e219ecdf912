import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkSignature, openEvidenceKey } from '../../../electron/backend/evidence/evidence-key.ts'
import { createKeyFileSecretKeeper } from '../../../electron/backend/secret-keeper.ts'
import { temporaryDirectory, temporaryStore } from '../store/temporary-store.ts'

const now = (): number => 0
const BYTES = Buffer.from('what was promised')

describe("a hub's key", () => {
  test('is made at the first use, sealed, and is the same from then on', async () => {
    const directory = temporaryDirectory()
    const { keys } = temporaryStore(directory)
    const secretKeeper = createKeyFileSecretKeeper(directory)
    const [first, second] = await Promise.all([
      openEvidenceKey({ keys, secretKeeper, now }),
      openEvidenceKey({ keys, secretKeeper, now }),
    ])
    const later = await openEvidenceKey({ keys, secretKeeper, now })
    expect(first.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect([second.fingerprint, later.fingerprint]).toEqual([first.fingerprint, first.fingerprint])
    expect(keys.get('evidence')?.sealedPrivateKey).not.toContain('PRIVATE')
  })

  test('signs so that its public part alone shows it', async () => {
    const directory = temporaryDirectory()
    const secretKeeper = createKeyFileSecretKeeper(directory)
    const key = await openEvidenceKey({ keys: temporaryStore(directory).keys, secretKeeper, now })
    if (key.unsigned !== undefined) throw new Error(key.unsigned)
    const signature = { publicKey: key.publicKey, value: key.sign(BYTES) }
    expect(checkSignature(signature, BYTES)).toEqual({ fingerprint: key.fingerprint, holds: true })
    expect(checkSignature(signature, Buffer.from('something else'))?.holds).toBe(false)
    expect(checkSignature({ ...signature, publicKey: 'no key' }, BYTES)).toBeNull()
    // Another way to write the same key would be a change that nobody notices.
    expect(checkSignature({ ...signature, publicKey: `${key.publicKey}\n` }, BYTES)).toBeNull()
  })

  test('that the shell refuses to keep is none, and the reason is the shell’s', async () => {
    const { keys } = temporaryStore()
    const refused = new Error('This desktop has no key store.')
    const secretKeeper = { seal: () => Promise.reject(refused), open: () => Promise.reject(refused) }
    expect(await openEvidenceKey({ keys, secretKeeper, now })).toEqual({ unsigned: refused.message })
    expect(keys.get('evidence')).toBeNull()
  })

  test('that can no longer be opened is not replaced by another', async () => {
    const directory = temporaryDirectory()
    const { keys } = temporaryStore(directory)
    const secretKeeper = createKeyFileSecretKeeper(directory)
    await openEvidenceKey({ keys, secretKeeper, now })
    const held = keys.get('evidence')
    rmSync(join(directory, 'secret.key'))
    const lost = await openEvidenceKey({ keys, secretKeeper, now })
    expect(lost.unsigned).toContain('is gone')
    expect(keys.get('evidence')).toEqual(held)
  })
})

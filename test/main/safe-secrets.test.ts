import type { SafeStorage } from 'electron'
import { describe, expect, test } from 'vitest'
import { createSafeSecrets } from '../../electron/main/safe-secrets.ts'
import { safeStorage } from '../fakes/electron.ts'

const refusals = { refused: 'No key store.', unavailable: 'Key store silent.' }

function secretsWith(
  state: { backend: string; available: boolean },
  platform: NodeJS.Platform,
  allowPlain: boolean,
) {
  Object.assign(safeStorage, state)
  return createSafeSecrets(safeStorage as unknown as SafeStorage, platform, allowPlain, refusals)
}

describe('secrets through the key store', () => {
  test('what is sealed opens again and is not the text', async () => {
    const secret = secretsWith({ backend: 'gnome_libsecret', available: true }, 'linux', false)
    const sealed = await secret('seal', 'hunter2')
    expect(sealed).not.toContain('hunter2')
    expect(await secret('open', sealed)).toBe('hunter2')
  })

  test('refuses readable text on Linux without a key store', async () => {
    const secret = secretsWith({ backend: 'basic_text', available: true }, 'linux', false)
    await expect(secret('seal', 'hunter2')).rejects.toThrow('No key store.')
  })

  test('takes it once the operator has accepted', async () => {
    const secret = secretsWith({ backend: 'basic_text', available: true }, 'linux', true)
    expect(await secret('open', await secret('seal', 'hunter2'))).toBe('hunter2')
  })

  test('says when the key store does not answer', async () => {
    const secret = secretsWith({ backend: 'unknown', available: false }, 'darwin', true)
    await expect(secret('seal', 'hunter2')).rejects.toThrow('Key store silent.')
  })
})

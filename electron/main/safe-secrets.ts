import type { SafeStorage } from 'electron'

/** What the two refusals say; the shell passes them from the catalogue. */
export interface SecretRefusals {
  readonly refused: string
  readonly unavailable: string
}

/**
 * Seals and opens secrets with the desktop's key store. On Linux without one Electron falls back to a fixed
 * password (`basic_text`), which is readable text in disguise: refused unless the operator accepted it.
 * Throws an Error whose message is one sentence for the person.
 */
export function createSafeSecrets(
  safeStorage: SafeStorage,
  platform: NodeJS.Platform,
  allowPlain: boolean,
  refusals: SecretRefusals,
): (operation: 'seal' | 'open', text: string) => Promise<string> {
  async function demandKeyStore(): Promise<void> {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) throw new Error(refusals.unavailable)
    if (platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text' && !allowPlain) {
      throw new Error(refusals.refused)
    }
  }

  return async function secret(operation, text) {
    await demandKeyStore()
    if (operation === 'seal') return (await safeStorage.encryptStringAsync(text)).toString('base64')
    return (await safeStorage.decryptStringAsync(Buffer.from(text, 'base64'))).result
  }
}

/**
 * Seals secrets before they reach the database. The Electron shell gives one over safeStorage; the Node shell one
 * over a key file readable by its owner only. `open` throws where the key no longer fits.
 */
export interface SecretKeeper {
  seal(text: string): Promise<string>
  open(sealed: string): Promise<string>
}

import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createKeyFileSecretKeeper } from '../../electron/backend/secret-keeper.ts'
import { temporaryDirectory } from './store/temporary-store.ts'

const secret = 'hunter2 · пароль · 🔑'

test('opens what it sealed, also after a restart, and never shows it', async () => {
  const directory = temporaryDirectory()
  const sealed = await createKeyFileSecretKeeper(directory).seal(secret)
  expect(sealed).not.toContain('hunter2')
  expect(Buffer.from(sealed, 'base64').includes('hunter2')).toBe(false)
  expect(await createKeyFileSecretKeeper(directory).open(sealed)).toBe(secret)
  expect(await createKeyFileSecretKeeper(directory).seal(secret)).not.toBe(sealed)
  expect(
    await createKeyFileSecretKeeper(directory).open(await createKeyFileSecretKeeper(directory).seal('')),
  ).toBe('')
})

test('many first sealings at once share one key', async () => {
  const directory = temporaryDirectory()
  const sealed = await Promise.all(
    Array.from({ length: 20 }, () => createKeyFileSecretKeeper(directory).seal(secret)),
  )
  const keeper = createKeyFileSecretKeeper(directory)
  expect(new Set(await Promise.all(sealed.map((text) => keeper.open(text))))).toEqual(new Set([secret]))
  expect(readdirSync(directory)).toEqual(['secret.key'])
})

test.skipIf(process.platform === 'win32')(
  'keeps the key to its owner, also after a careless copy',
  async () => {
    const directory = temporaryDirectory()
    const keeper = createKeyFileSecretKeeper(directory)
    const sealed = await keeper.seal(secret)
    const path = join(directory, 'secret.key')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    chmodSync(path, 0o644)
    await keeper.open(sealed)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  },
)

test('refuses another key, a changed text, a damaged or missing key, and makes no new one to open', async () => {
  const directory = temporaryDirectory()
  const keeper = createKeyFileSecretKeeper(directory)
  const sealed = await keeper.seal(secret)
  const other = await createKeyFileSecretKeeper(temporaryDirectory()).seal(secret)
  await expect(keeper.open(other)).rejects.toThrow('authenticate')
  const flipped = `${sealed.slice(0, -4)}${sealed.at(-4) === 'A' ? 'B' : 'A'}${sealed.slice(-3)}`
  await expect(keeper.open(flipped)).rejects.toThrow('authenticate')
  await expect(keeper.open('plain text')).rejects.toThrow('not sealed by a key file')
  await expect(keeper.open(sealed.slice(0, 20))).rejects.toThrow('tag')
  const path = join(directory, 'secret.key')
  const key = readFileSync(path)
  writeFileSync(path, key.subarray(0, 10))
  await expect(keeper.open(sealed)).rejects.toThrow('damaged')
  await expect(keeper.seal(secret)).rejects.toThrow('damaged')
  rmSync(path)
  await expect(keeper.open(sealed)).rejects.toThrow('is gone')
  expect(readdirSync(directory)).toEqual([])
})

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../electron/backend/store/open-store.ts'
import { meridian, temporaryDirectory } from './support/meridian.ts'

function dataWithUser(): string {
  const data = join(temporaryDirectory(), 'data')
  const store = openStore({ dataDirectory: data, now: Date.now })
  store.access.saveUser({ name: 'lena', role: 'admin', passwordHash: '', createdAt: 0 })
  store.close()
  return data
}

test('a backup is made beside a running Meridian and restored later', async () => {
  const data = dataWithUser()
  const file = join(data, '..', 'copy.db')
  const running = openStore({ dataDirectory: data, now: Date.now })
  const made = await meridian(['backup', file, '--data-dir', data])
  expect([made.code, made.stderr]).toEqual([0, ''])
  expect(made.stdout).toContain(file)
  running.access.removeUser('lena')
  running.close()

  const again = await meridian(['backup', file, '--data-dir', data])
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('exists already')])

  const restored = await meridian(['check', '--restore', file, '--data-dir', data])
  expect(restored.stdout).toContain('was restored. The database that stood there is kept as')
  const store = openStore({ dataDirectory: data, now: Date.now })
  expect(store.access.user('lena')?.role).toBe('admin')
  store.close()
})

test('check says what it found sound, a sentence each, and reads only', async () => {
  const data = dataWithUser()
  const before = readFileSync(join(data, 'meridian.db'))
  const { code, stdout, stderr } = await meridian(['check', '--data-dir', data])
  expect(stderr).toBe('')
  expect(stdout).toContain('The database is sound: 0 tickets, 0 events.')
  expect(stdout).toMatch(/policies can be used: /)
  expect(code).toBe(0)
  expect(readFileSync(join(data, 'meridian.db'))).toEqual(before)
  expect(existsSync(join(data, 'secret.key'))).toBe(false)
})

test('check names a source whose connector, settings or password no longer fit', async () => {
  const data = dataWithUser()
  const store = openStore({ dataDirectory: data, now: Date.now })
  const source = { role: 'tickets', enabled: true, pollSeconds: 60, config: {}, sealedSecrets: {} } as const
  store.sources.save({ ...source, id: 'gone', kind: 'no-such-connector', name: 'Gone' })
  store.close()
  const { code, stdout } = await meridian(['check', '--data-dir', data])
  expect(code).toBe(1)
  expect(stdout).toContain('The source Gone needs the connector no-such-connector')
})

test('check finds a damaged database, a damaged policy and a missing database', async () => {
  const data = dataWithUser()
  const file = join(data, 'meridian.db')
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 4096, 12_288)
  writeFileSync(file, bytes)
  const damaged = await meridian(['check', '--data-dir', data])
  expect(damaged.code).toBe(1)
  expect(damaged.stdout).toContain('is damaged')

  const none = await meridian(['check', '--data-dir', join(data, 'none')])
  expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('There is no database in')])
  expect(existsSync(join(data, 'none'))).toBe(false)

  const notOurs = await meridian(['check', '--restore', join(data, 'secret.txt'), '--data-dir', data])
  expect([notOurs.code, notOurs.stderr]).toEqual([1, expect.stringContaining('cannot be restored')])
})

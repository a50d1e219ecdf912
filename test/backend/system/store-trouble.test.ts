import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openStore } from '../../../electron/backend/store/open-store.ts'
import { lines, meridian, temporaryDirectory } from '../../cli/support/meridian.ts'
import { serving } from '../../cli/support/serving.ts'

/** A data directory that somebody has worked with. */
function usedDirectory(): { data: string; database: string } {
  const data = join(temporaryDirectory(), 'data')
  const store = openStore({ dataDirectory: data, now: Date.now })
  store.access.saveUser({ name: 'lena', role: 'admin', passwordHash: '', createdAt: 0 })
  store.close()
  return { data, database: join(data, 'meridian.db') }
}

function fillWithOtherBytes(database: string): void {
  const bytes = readFileSync(database)
  bytes.fill(0x5a, 4096, 12_288)
  writeFileSync(database, bytes)
}

function cutInHalf(database: string): void {
  const bytes = readFileSync(database)
  writeFileSync(database, bytes.subarray(0, bytes.length / 2))
}

function markAsNewer(database: string): void {
  const db = new Database(database)
  db.pragma('user_version = 9999')
  // Leaves one file, as a Meridian that was closed does.
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

test.each([
  ['damaged', fillWithOtherBytes, 'is damaged'],
  ['cut in half', cutInHalf, 'is damaged'],
  ['empty', (file: string) => writeFileSync(file, ''), 'is damaged'],
  ['no database', (file: string) => writeFileSync(file, 'Dear diary. '.repeat(1_000)), 'is damaged'],
  ['of a newer Meridian', markAsNewer, 'was written by a newer Meridian'],
])(
  'serve over a database that is %s: one sentence, exit 1, not a byte changed',
  async (_name, harm, said) => {
    const { data, database } = usedDirectory()
    harm(database)
    const before = readFileSync(database)
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { code, stdout, stderr } = await meridian(['serve', '--port', '0', '--data-dir', data])
      expect([code, stdout]).toEqual([1, ''])
      expect(lines(stderr)).toEqual([expect.stringContaining(said)])
      expect(stderr).toContain(database)
      expect(readFileSync(database).equals(before)).toBe(true)
    }
  },
)

test('serve where the database was taken away says so and makes no empty one', async () => {
  const { data, database } = usedDirectory()
  rmSync(database)
  const { code, stdout, stderr } = await meridian(['serve', '--port', '0', '--data-dir', data])
  expect([code, stdout]).toEqual([1, ''])
  expect(lines(stderr)).toEqual([expect.stringContaining('missing')])
  expect(existsSync(database)).toBe(false)
})

test('serve into a file instead of a directory says so and leaves the file', async () => {
  const file = join(temporaryDirectory(), 'notes.txt')
  writeFileSync(file, 'mine')
  const { code, stdout, stderr } = await meridian(['serve', '--port', '0', '--data-dir', file])
  expect([code, stdout]).toEqual([1, ''])
  expect(lines(stderr)).toEqual([expect.stringContaining(file)])
  expect(readFileSync(file, 'utf8')).toBe('mine')
})

test('a second one bars nobody: the first goes on and its data are whole', async () => {
  const { data } = usedDirectory()
  const first = await serving(['serve', '--port', '0', '--data-dir', data])
  const second = await meridian(['serve', '--port', '0', '--data-dir', data])
  expect(second.code).toBe(1)
  expect((await fetch(`${first.address}api/app`)).status).toBe(200)
  expect((await first.stop()).code).toBe(0)
  const store = openStore({ dataDirectory: data, now: Date.now })
  expect(store.access.user('lena')?.role).toBe('admin')
  store.close()
})

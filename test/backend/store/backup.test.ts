import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../../electron/backend/store/open-store.ts'
import { restoreBackup } from '../../../electron/backend/store/restore-backup.ts'
import type { Store } from '../../../electron/backend/store/store.ts'
import { StoreProblem } from '../../../electron/backend/store/store-problem.ts'
import { madeNote, madePage, madeTicket, MONDAY } from './made-pages.ts'
import { temporaryDirectory, temporaryStore } from './temporary-store.ts'

function fill(store: Store, from: number, count: number): void {
  const entries = Array.from({ length: count }, (_, index) => ({
    ticket: madeTicket(String(from + index)),
    events: [madeNote('1', `note ${from + index} `.repeat(60))],
  }))
  store.tickets.applyPage('desk', madePage(entries, { cursor: { at: from + count } }), { now: MONDAY })
}

function closed(directory: string): { tickets: number; events: number; cursor: unknown } {
  const store = openStore({ dataDirectory: directory, now: () => MONDAY })
  const { tickets, events } = store.tickets.count()
  const { cursor } = store.sources.run('desk')
  store.close()
  return { tickets, events, cursor }
}

test('copies one moment of the database while it is written', async () => {
  const directory = temporaryDirectory()
  const store = temporaryStore(directory)
  fill(store, 0, 8_000)
  const steps: [number, number][] = []
  let written = 8_000
  await store.backup(join(directory, 'copy.db'), (done, total) => {
    steps.push([done, total])
    fill(store, written, 100)
    written += 100
  })
  expect(steps.length).toBeGreaterThan(1)
  expect(steps.every(([done, total]) => done <= total)).toBe(true)
  expect(store.tickets.count().tickets).toBe(written)
  store.close()

  const elsewhere = temporaryDirectory()
  expect(restoreBackup(elsewhere, join(directory, 'copy.db'), MONDAY)).toEqual({ setAside: null })
  expect(closed(elsewhere)).toEqual({ tickets: 8_000, events: 8_000, cursor: { at: 8_000 } })
})

test('a backup is one private file and replaces none', async () => {
  const directory = temporaryDirectory()
  const store = temporaryStore(directory)
  const folder = join(directory, 'kept')
  const file = join(folder, 'copy.db')
  await store.backup(file)
  expect(readdirSync(folder)).toEqual(['copy.db'])
  // Windows has no such rights and says 0666 of every file.
  expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  const before = readFileSync(file)
  await expect(store.backup(file)).rejects.toThrow('exists already')
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a backup that cannot be written is said and leaves nothing', async () => {
  const directory = temporaryDirectory()
  const store = temporaryStore(directory)
  writeFileSync(join(directory, 'a-file'), '')
  await expect(store.backup(join(directory, 'a-file', 'copy.db'))).rejects.toThrow(StoreProblem)
  expect(existsSync(join(directory, 'a-file', 'copy.db.partial'))).toBe(false)
})

test('restoring keeps the database that stood there', async () => {
  const directory = temporaryDirectory()
  const store = temporaryStore(directory)
  fill(store, 0, 10)
  const backup = join(directory, 'backups', 'ten.db')
  await store.backup(backup)
  fill(store, 10, 5)
  store.close()
  writeFileSync(join(directory, 'meridian.db-wal'), 'what a killed process left')

  const { setAside } = restoreBackup(directory, backup, MONDAY)
  expect(setAside).toBe(join(directory, 'meridian.db.set-aside-20260105T090000Z'))
  expect(existsSync(`${setAside}-wal`)).toBe(true)
  expect(closed(directory)).toEqual({ tickets: 10, events: 10, cursor: { at: 10 } })
  expect(existsSync(backup)).toBe(true)
})

test('restoring mends a damaged directory', async () => {
  const directory = temporaryDirectory()
  const store = temporaryStore(directory)
  fill(store, 0, 10)
  const backup = join(directory, 'backups', 'ten.db')
  await store.backup(backup)
  store.close()
  writeFileSync(join(directory, 'meridian.db'), 'damaged')
  expect(() => closed(directory)).toThrow(StoreProblem)
  restoreBackup(directory, backup, MONDAY)
  expect(closed(directory).tickets).toBe(10)
})

test('refuses to restore what is no sound backup, or over a running Meridian', async () => {
  const directory = temporaryDirectory()
  const store = temporaryStore(directory)
  fill(store, 0, 500)
  const backup = join(directory, 'backups', 'sound.db')
  await store.backup(backup)
  expect(() => restoreBackup(directory, backup, MONDAY)).toThrow('Another Meridian')
  store.close()

  const bytes = readFileSync(backup)
  for (let at = 8 * 4096; at < 8 * 4096 + 64; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff
  const harmed = join(directory, 'backups', 'harmed.db')
  writeFileSync(harmed, bytes)
  mkdirSync(join(directory, 'backups', 'folder.db'))
  for (const file of [harmed, join(directory, 'nowhere.db'), join(directory, 'lock.db')]) {
    expect(() => restoreBackup(directory, file, MONDAY)).toThrow('cannot be restored')
  }
  expect(() => restoreBackup(directory, join(directory, 'backups', 'folder.db'), MONDAY)).toThrow(
    StoreProblem,
  )
  expect(closed(directory).tickets).toBe(500)
  expect(readdirSync(directory).filter((name) => name.includes('.new'))).toEqual([])
})

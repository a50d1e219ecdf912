import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { Migration } from '../../../electron/backend/store/migrations/migration.ts'
import { migrations } from '../../../electron/backend/store/migrations/migrations.ts'
import { openStore } from '../../../electron/backend/store/open-store.ts'
import { StoreProblem } from '../../../electron/backend/store/store-problem.ts'
import { madePage, madeReply, madeTicket, MONDAY } from './made-pages.ts'
import { temporaryDirectory, temporaryStore, ticketSource } from './temporary-store.ts'

function open(dataDirectory: string, steps?: readonly Migration[]) {
  return openStore({
    dataDirectory,
    now: () => MONDAY,
    ...(steps === undefined ? {} : { migrations: steps }),
  })
}

function problemOf(act: () => unknown): StoreProblem {
  try {
    act()
  } catch (error) {
    if (error instanceof StoreProblem) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

/** A closed data directory with some tickets in it. */
function filledDirectory(): string {
  const directory = temporaryDirectory()
  const store = open(directory)
  store.sources.save(ticketSource('desk'))
  const entries = Array.from({ length: 300 }, (_, index) => ({
    ticket: madeTicket(String(index)),
    events: [madeReply('1', `text ${index} `.repeat(20))],
  }))
  store.tickets.applyPage('desk', madePage(entries), { now: MONDAY })
  store.close()
  return directory
}

const withWatchers: Migration = {
  version: migrations.length + 1,
  name: 'watchers',
  sql: "CREATE TABLE watchers (name TEXT PRIMARY KEY) STRICT; INSERT INTO watchers VALUES ('first');",
}

test.skipIf(process.platform === 'win32')('keeps directory and files to their owner', () => {
  const parent = temporaryDirectory()
  const directory = join(parent, 'data')
  temporaryStore(directory).tickets.applyPage('desk', madePage([]), { now: MONDAY })
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  const modes = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [name, (statSync(join(directory, name)).mode & 0o777).toString(8)])
  expect(modes.map(([name]) => name)).toContain('meridian.db-wal')
  expect(modes.filter(([, mode]) => mode !== '600')).toEqual([])
})

test('holds what it held when it is opened again', () => {
  const store = open(filledDirectory())
  expect(store.tickets.count()).toEqual({ tickets: 300, open: 300, events: 300 })
  store.close()
})

test('refuses a directory that is in use, in the same process', () => {
  const directory = temporaryDirectory()
  temporaryStore(directory)
  const problem = problemOf(() => open(directory))
  expect(problem.code).toBe('locked')
  expect(problem.message).toContain('Another Meridian')
  expect(problem.message).toContain(directory)
  // A refused start must not free the lock of the one that runs.
  expect(problemOf(() => open(directory)).code).toBe('locked')
})

test('refuses a directory another process uses, until that one is killed', async () => {
  const directory = temporaryDirectory()
  const program = `
    import { openStore } from ${JSON.stringify(new URL('../../../electron/backend/store/open-store.ts', import.meta.url).href)}
    const store = openStore({ dataDirectory: process.argv[1], now: Date.now })
    process.stdout.write('open')
    setInterval(() => store.tickets.count(), 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  expect(problemOf(() => open(directory)).code).toBe('locked')
  child.kill('SIGKILL')
  await once(child, 'exit')
  open(directory).close()
})

test('says that a damaged file is damaged, names the backups and leaves it as it is', async () => {
  const directory = filledDirectory()
  const store = open(directory)
  const backup = join(directory, 'backups', 'monday.db')
  await store.backup(backup)
  store.close()
  const file = join(directory, 'meridian.db')
  const bytes = readFileSync(file)
  // The heads of the pages of tables and indexes: every fourth page's first bytes are turned over.
  for (let page = 4096; page < bytes.length; page += 4 * 4096) {
    for (let at = page; at < page + 16; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff
  }
  writeFileSync(file, bytes)

  const problem = problemOf(() => open(directory))
  expect(problem.code).toBe('damaged')
  expect(problem.backups).toEqual([backup])
  expect(problem.message).toContain(backup)
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test.each([
  ['text instead of a database', (file: string) => writeFileSync(file, 'not a database '.repeat(1_000))],
  ['an empty file', (file: string) => truncateSync(file, 0)],
  ['half a file', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096)],
])('never starts empty over %s', (_, harm) => {
  const directory = filledDirectory()
  const file = join(directory, 'meridian.db')
  harm(file)
  const size = statSync(file).size
  expect(problemOf(() => open(directory)).code).toBe('damaged')
  expect(statSync(file).size).toBe(size)
})

test('never starts empty where the database was taken away', () => {
  const directory = filledDirectory()
  rmSync(join(directory, 'meridian.db'))
  const problem = problemOf(() => open(directory))
  expect(problem.code).toBe('damaged')
  expect(problem.message).toContain('missing')
  expect(existsSync(join(directory, 'meridian.db'))).toBe(false)
})

test('refuses the database of another program', () => {
  const directory = filledDirectory()
  const file = join(directory, 'meridian.db')
  rmSync(file)
  const other = new Database(file)
  other.exec('CREATE TABLE notes (text TEXT)')
  other.close()
  expect(problemOf(() => open(directory)).message).toContain('not a Meridian database')
})

test('refuses a database of a newer version and leaves it as it is', () => {
  const directory = filledDirectory()
  open(directory, [...migrations, withWatchers]).close()
  const problem = problemOf(() => open(directory))
  expect(problem.code).toBe('newer-version')
  expect(problem.backups).toHaveLength(1)
  open(directory, [...migrations, withWatchers]).close()
})

test('says that a directory cannot be written', () => {
  const file = join(temporaryDirectory(), 'a-file')
  writeFileSync(file, '')
  const problem = problemOf(() => open(join(file, 'data')))
  expect(problem.code).toBe('unwritable')
})

test('copies an existing database before a migration', () => {
  const directory = filledDirectory()
  const store = open(directory, [...migrations, withWatchers])
  expect(store.tickets.count().tickets).toBe(300)
  store.close()
  const [copy] = readdirSync(join(directory, 'backups'))
  const held = migrations.length
  expect(copy).toBe(`before-version-${held + 1}-from-${held}-20260105T090000Z.db`)
  const before = new Database(join(directory, 'backups', String(copy)), { readonly: true })
  expect(before.pragma('user_version', { simple: true })).toBe(held)
  expect(before.prepare('SELECT count(*) FROM ticket_events').pluck().get()).toBe(300)
  before.close()
})

test('a migration that fails leaves the database at the step before', () => {
  const directory = filledDirectory()
  const failing: Migration = {
    version: withWatchers.version + 1,
    name: 'fails',
    sql: 'DROP TABLE watchers; INSERT INTO nowhere VALUES (1);',
  }
  const problem = problemOf(() => open(directory, [...migrations, withWatchers, failing]))
  expect(problem.message).toContain(`stands at schema ${withWatchers.version}`)
  const db = new Database(join(directory, 'meridian.db'), { readonly: true })
  expect(db.pragma('user_version', { simple: true })).toBe(withWatchers.version)
  expect(db.prepare('SELECT name FROM watchers').pluck().all()).toEqual(['first'])
  db.close()
})

test('migrations are numbered without gaps', () => {
  expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1))
})

test('a crash while the first database was made leaves a directory that can be used', () => {
  const directory = temporaryDirectory()
  writeFileSync(join(directory, 'meridian.db.new'), 'half of something')
  open(directory).close()
  expect(readdirSync(directory)).not.toContain('meridian.db.new')
})

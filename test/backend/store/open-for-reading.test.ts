import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Migration } from '../../../electron/backend/store/migrations/migration.ts'
import { migrations } from '../../../electron/backend/store/migrations/migrations.ts'
import { openForReading } from '../../../electron/backend/store/open-for-reading.ts'
import { openStore } from '../../../electron/backend/store/open-store.ts'
import { StoreProblem } from '../../../electron/backend/store/store-problem.ts'
import { madePage, madeTicket, MONDAY } from './made-pages.ts'
import { temporaryDirectory, temporaryStore, ticketSource } from './temporary-store.ts'

function refusalOf(directory: string): string {
  try {
    openForReading(directory).close()
  } catch (error) {
    if (error instanceof StoreProblem) return error.message
    throw error
  }
  throw new Error('Nothing was refused.')
}

/** A closed data directory of the schema that these steps make. */
function directoryOf(steps: readonly Migration[]): string {
  const directory = temporaryDirectory()
  openStore({ dataDirectory: directory, now: () => MONDAY, migrations: steps }).close()
  return directory
}

describe('a data directory opened for reading', () => {
  test('is read beside the one that writes, and finds a number in every help desk', () => {
    const directory = temporaryDirectory()
    const writing = temporaryStore(directory)
    writing.sources.save(ticketSource('other'))
    for (const source of ['desk', 'other']) {
      const entries = [{ ticket: { ...madeTicket('1'), caseNumber: 'C-1' }, events: [] }]
      writing.tickets.applyPage(source, madePage(entries), { now: MONDAY })
    }
    const reading = openForReading(directory)
    try {
      expect(reading.ticketsOfCase('C-1').map(({ ticketId }) => ticketId)).toEqual(['desk:1', 'other:1'])
      expect(reading.ticketsOfCase('C-2')).toEqual([])
      expect(reading.tickets.get('other:1')?.ticket.caseNumber).toBe('C-1')
      expect(reading.settings.get()).toEqual(writing.settings.get())
      writing.tickets.applyPage('desk', madePage([{ ticket: madeTicket('2'), events: [] }]), { now: MONDAY })
      expect(reading.tickets.get('desk:2')).not.toBeNull()
    } finally {
      reading.close()
    }
  })

  test('is refused in one sentence where it cannot be read, and nothing is made or migrated', () => {
    const none = join(temporaryDirectory(), 'none')
    expect(refusalOf(none)).toMatch(/^There is no database in .*none: /)
    expect(existsSync(none)).toBe(false)

    const damaged = directoryOf(migrations)
    writeFileSync(join(damaged, 'meridian.db'), 'not a database at all, and longer than a header'.repeat(40))
    expect(refusalOf(damaged)).toMatch(/is damaged .*meridian check/)

    const later = {
      version: migrations.length + 1,
      name: 'later',
      sql: 'CREATE TABLE later (x TEXT) STRICT;',
    }
    expect(refusalOf(directoryOf([...migrations, later]))).toContain('written by a newer Meridian')

    const older = directoryOf(migrations)
    const db = new Database(join(older, 'meridian.db'))
    db.pragma(`user_version = ${migrations.length - 1}`)
    db.close()
    expect(refusalOf(older)).toContain('of an older Meridian')
  })
})

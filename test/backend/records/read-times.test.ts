import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { recordDesk } from './record-import.ts'

const ALL_FAIL = {
  failed: { sql: 'true', parameters: [] },
  working: null,
  where: null,
  weightColumn: null,
  failedCountColumn: null,
  totalCountColumn: null,
}

/** The instants of a column of texts, as an import in a zone reads them. */
async function instantsOf(texts: readonly string[], timeZone: string, name = 'start'): Promise<number[]> {
  const desk = await recordDesk()
  const rows = texts.map((text, index) => `"${text}",${index}`).join('\n')
  const set = await desk.read([desk.file('calls.csv', `${name},place\n${rows}\n`)], { timeZone })
  const open = await desk.sets.open(set.id)
  const { table } = await open.readTable(ALL_FAIL)
  return Array.from(table.columns[0]?.numbers ?? [])
}

// Every quarter of an hour around both changes of a year, where a wall time is skipped or occurs twice.
test.each([
  'UTC',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Santiago',
])('wall times of %s become the instants that Temporal gives', async (timeZone) => {
  const walls = [
    '2025-03-08',
    '2025-03-29',
    '2025-04-05',
    '2025-09-06',
    '2025-10-04',
    '2025-10-25',
    '2025-11-01',
  ].flatMap((day) =>
    Array.from({ length: 48 * 4 }, (_, quarter) =>
      Temporal.PlainDateTime.from(day).add({ minutes: quarter * 15 }),
    ),
  )
  const texts = walls.map((wall) => wall.toString({ smallestUnit: 'second' }).replace('T', ' '))
  const expected = walls.map(
    (wall) => wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds,
  )
  expect(await instantsOf(texts, timeZone)).toEqual(expected)
})

const AT = Date.UTC(2026, 6, 5, 10, 30, 15)

test.each([
  ['2026-07-05T12:30:15+02:00', '2026-07-05T10:30:15Z'],
  ['05/07/2026 12:30:15', '31/12/2025 00:00:00'],
  ['5-Jul-2026 12:30:15', '31-Dec-2025 00:00:00'],
  ['07/05/2026 12:30:15 PM', '12/31/2025 12:00:00 AM'],
  ['20260705123015', '20251231000000'],
  ['1783247415', '1767135600'],
  ['1783247415000', '1767135600000'],
  ['1783247415000000', '1767135600000000'],
])('%s is the instant it says', async (text, other) => {
  expect((await instantsOf([text, other], 'Europe/Madrid'))[0]).toBe(AT)
})

test('lengths with colons are seconds, and commas may stand before decimals', async () => {
  expect(await instantsOf(['00:01:05', '101:00:00'], 'UTC', 'duration')).toEqual([65, 363_600])
  expect(await instantsOf(['1,5', '2'], 'UTC', 'pdd')).toEqual([1.5, 2])
})

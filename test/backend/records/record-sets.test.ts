import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createRecordSets } from '../../../electron/backend/records/record-sets.ts'
import { IMPORTED_AT, leftIn, recordDesk, recordsOf } from './record-import.ts'

const CALLS = 'carrier,zip,start\nAlpha,007,2026-01-05 10:00:00\nBeta,12,2026-07-05 10:00:00\nBeta,1x,\n'

test('sets are there again after a restart', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', CALLS)], { name: 'Monday' })
  expect(set).toMatchObject({ name: 'Monday', importedAt: IMPORTED_AT, rows: 3, timeZone: 'UTC' })
  expect(set.bytes).toBeGreaterThan(1000)
  const again = await createRecordSets(join(desk.directory, 'sets'), { now: () => 0 })
  expect(again.list()).toEqual([set])
  expect(again.get(set.id)).toEqual(set)
  expect(await (await again.open(set.id)).readRows([2, 0])).toEqual([
    { row: 2, values: { carrier: 'Beta', zip: '1x' } },
    { row: 0, values: { carrier: 'Alpha', zip: '007', start: '2026-01-05 10:00:00' } },
  ])
  await again.close()
})

test('what an import or a removal that was cut short left is cleared at the start', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', CALLS)])
  await desk.sets.close()
  const directory = join(desk.directory, 'sets')
  mkdirSync(join(directory, 'half.part'))
  writeFileSync(join(directory, 'half.part', 'records.duckdb'), 'half')
  writeFileSync(join(directory, set.id, 'records-2.duckdb'), 'half')
  const again = await createRecordSets(directory, { now: () => 0 })
  expect(readdirSync(directory)).toEqual([set.id])
  expect(readdirSync(join(directory, set.id)).sort()).toEqual(['record-set.json', 'records.duckdb'])
  expect(await (await again.open(set.id)).findRows(null, 1)).toHaveLength(1)
  await again.close()
})

test('a set that cannot be read is not shown and not thrown away', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', CALLS)])
  await desk.sets.close()
  const file = join(desk.directory, 'sets', set.id, 'record-set.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('meridian-records/1', 'meridian-records/9'))
  const again = await createRecordSets(join(desk.directory, 'sets'), { now: () => 0 })
  expect(again.list()).toEqual([])
  expect(existsSync(join(desk.directory, 'sets', set.id, 'records.duckdb'))).toBe(true)
  await again.close()
})

test('nobody but the owner reads records', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', CALLS)])
  const directory = join(desk.directory, 'sets', set.id)
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  for (const name of readdirSync(directory)) expect(statSync(join(directory, name)).mode & 0o777).toBe(0o600)
})

test('a set that was removed is gone, also while it is open', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', CALLS)])
  const open = await desk.sets.open(set.id)
  await desk.sets.remove(set.id)
  expect(leftIn(desk)).toEqual([])
  expect(desk.sets.get(set.id)).toBeNull()
  await expect(open.readRows([0])).rejects.toThrow(
    'These records are not here any more. Read their file in again.',
  )
  await expect(desk.sets.open(set.id)).rejects.toThrow('These records are not here any more.')
  await desk.sets.remove(set.id)
  expect(desk.sets.list()).toEqual([])
})

test('columns are read as a person says, from the texts of the file, and no text is lost', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', CALLS)], { timeZone: 'Europe/Berlin' })
  expect(set.columns.map(({ kind }) => kind)).toEqual(['category', 'category', 'time'])
  const numbers = await desk.sets.setColumns(set.id, [{ name: 'zip', kind: 'number', role: 'weight' }])
  expect(numbers.columns[1]).toMatchObject({ name: 'zip', kind: 'number', role: 'weight', distinct: 3 })
  expect(numbers.columns[2]).toEqual(set.columns[2])
  expect(numbers.notes).toEqual([
    { file: 'calls.csv', kind: 'values-not-read', detail: { column: 'zip', count: '1' } },
  ])
  const open = await desk.sets.open(set.id)
  const { table } = await open.readTable({
    failed: { sql: 'coalesce("zip" < ?, false)', parameters: [10] },
    working: null,
    where: null,
    weightColumn: null,
    failedCountColumn: null,
    totalCountColumn: null,
  })
  expect(Array.from(table.columns[1]?.numbers ?? [])).toEqual([7, 12, Number.NaN])
  expect(Array.from(table.failed)).toEqual([1, 0, 0])
  expect(Array.from(table.columns[2]?.numbers ?? [])).toEqual([
    Date.UTC(2026, 0, 5, 9),
    Date.UTC(2026, 6, 5, 8),
    Number.NaN,
  ])
  const back = await desk.sets.setColumns(set.id, [{ name: 'zip', kind: 'category', role: null }])
  expect(back).toEqual({ ...set, bytes: back.bytes })
  expect((await recordsOf(desk, set.id)).map(({ zip }) => zip)).toEqual(['007', '12', '1x'])
  expect(readdirSync(join(desk.directory, 'sets', set.id))).toHaveLength(2)
})

test('values are found by their beginning, commonest first, and by themselves', async () => {
  const desk = await recordDesk()
  const text = 'carrier\nBeta\nalpha one\nBeta\nAlpha two\nAlpha two\nAlpha two\n'
  const set = await desk.read([desk.file('calls.csv', text)])
  const open = await desk.sets.open(set.id)
  expect(await open.distinctValues('carrier', 'AL', 10)).toEqual([
    { value: 'Alpha two', records: 3 },
    { value: 'alpha one', records: 1 },
  ])
  expect(await open.distinctValues('carrier', '', 1)).toEqual([{ value: 'Alpha two', records: 3 }])
  expect(await open.matchingValues('carrier', ['Beta', 'Gamma', "'; DROP TABLE cells"])).toEqual([
    { value: 'Beta', records: 2 },
  ])
  await expect(open.distinctValues('codec', '', 1)).rejects.toThrow('calls has no column "codec".')
})

test('records are found by a condition, in the order of the file', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', CALLS)])
  const open = await desk.sets.open(set.id)
  const found = await open.findRows({ sql: '"carrier" = ?', parameters: ['Beta'] }, 1)
  expect(found.map(({ row }) => row)).toEqual([1])
})

test('several imports and readings go on at once', async () => {
  const desk = await recordDesk()
  const sets = await Promise.all(
    [1, 2, 3, 4].map((number) =>
      desk.read([desk.file(`calls${number}.csv`, `carrier\n${`Alpha ${number}\n`.repeat(number)}`)]),
    ),
  )
  const read = await Promise.all(sets.map(async ({ id }) => (await recordsOf(desk, id)).length))
  expect(read).toEqual([1, 2, 3, 4])
  expect(desk.sets.list()).toHaveLength(4)
})

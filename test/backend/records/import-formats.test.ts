import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { madeXlsx } from './made-xlsx.ts'
import { leftIn, recordDesk, recordsOf } from './record-import.ts'

const RECORDS = [
  { carrier: 'Alpha', sip: { code: 200, reason: 'OK' }, tags: ['a', 'b'] },
  { carrier: 'Beta', sip: { code: 503 }, late: '1' },
]
const READ = [
  { carrier: 'Alpha', 'sip.code': '200', 'sip.reason': 'OK', tags: '["a","b"]' },
  { carrier: 'Beta', 'sip.code': '503', late: '1' },
]
const LINES = RECORDS.map((record) => JSON.stringify(record)).join('\n')

test.each([
  ['in lines', LINES],
  ['in lines of Windows', LINES.replaceAll('\n', '\r\n')],
  ['in a list', JSON.stringify(RECORDS, null, 2)],
  ['in a list inside of an object', JSON.stringify({ total: 2, records: RECORDS })],
  ['gzipped', gzipSync(LINES)],
  ['in UTF-16', Buffer.from(`\uFEFF${LINES}`, 'utf16le')],
])('reads objects %s, with what lies inside as columns', async (_, content) => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls', content)])
  expect(await recordsOf(desk, set.id)).toEqual(READ)
})

test('a field that only the last of many objects has is a column', async () => {
  const desk = await recordDesk()
  const many = `${'{"carrier":"Alpha"}\n'.repeat(30_000)}{"carrier":"Beta","late":"yes"}\n`
  const set = await desk.read([desk.file('calls.ndjson', many)])
  expect(set.columns).toMatchObject([{ name: 'carrier' }, { name: 'late', blanks: 30_000 }])
})

test('a few lines that are no JSON are left out and listed', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.ndjson', `${LINES}\n{"carrier":\n[1]\n${LINES}\n{"carr`)])
  expect(set).toMatchObject({ rows: 4, refusalCount: 3 })
  expect(set.refusals).toEqual([
    { file: 'calls.ndjson', line: 3, reason: 'this is no JSON' },
    { file: 'calls.ndjson', line: 4, reason: 'this is no object' },
    { file: 'calls.ndjson', line: 7, reason: 'this is no JSON' },
  ])
})

test.each([
  ['a list that breaks off', '[\n{"a":1},\n{"a":', /^calls\.json: this is no JSON\. Export it again\.$/],
  ['a list of numbers', '[1,2,3]', /^calls\.json is JSON, but holds no objects\./],
  [
    'mostly broken lines',
    `{"a":1}\n${'{"a"\n'.repeat(40)}`,
    /^calls\.json, line 2: this is no JSON, and so are 39 other lines\./,
  ],
  [
    'an object with a name twice',
    '{"a":1,"a":2}',
    /^calls\.json, line 1: an object has the same name twice\./,
  ],
])('%s is refused with a sentence', async (_, content, sentence) => {
  const desk = await recordDesk()
  await expect(desk.read([desk.file('calls.json', content)])).rejects.toThrow(sentence)
  expect(leftIn(desk)).toEqual([])
})

test('reads Parquet, with what lies inside as columns and instants as instants', async () => {
  const desk = await recordDesk()
  const path = join(desk.directory, 'calls.parquet')
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  await connection.run(
    `COPY (SELECT 'Alpha' AS carrier, {code: 503} AS sip, TIMESTAMPTZ '2026-01-05 10:00:00+02' AS start, 1.5 AS pdd)
     TO '${path}' (FORMAT parquet)`,
  )
  connection.closeSync()
  instance.closeSync()
  const set = await desk.read([{ path, name: 'calls.parquet' }])
  expect(set.columns.map(({ name, kind }) => [name, kind])).toEqual([
    ['carrier', 'category'],
    ['sip.code', 'number'],
    ['start', 'time'],
    ['pdd', 'number'],
  ])
  const open = await desk.sets.open(set.id)
  const { table } = await open.readTable(ALL_FAIL)
  expect(table.columns[2]?.numbers).toEqual(Float64Array.of(Date.UTC(2026, 0, 5, 8)))
})

const ALL_FAIL = {
  failed: { sql: 'true', parameters: [] },
  working: null,
  where: null,
  weightColumn: null,
  failedCountColumn: null,
  totalCountColumn: null,
}

test('damaged Parquet is refused with a sentence', async () => {
  const desk = await recordDesk()
  await expect(desk.read([desk.file('calls.parquet', `PAR1${'x'.repeat(100)}PAR1`)])).rejects.toThrow(
    'calls.parquet is a damaged Parquet file. Copy or export it again.',
  )
})

test.each([
  ['plain', (file: Buffer) => file] as const,
  ['gzipped', (file: Buffer) => gzipSync(file)] as const,
])('reads the first sheet of Excel, %s; its dates are wall times of the given zone', async (_, pack) => {
  const desk = await recordDesk()
  const file = madeXlsx([
    ['carrier', 'start', 'duration'],
    ['Alpha', { day: 46_208.5 }, 12.5],
    ['Beta', null, 0],
  ])
  const set = await desk.read([desk.file('calls', pack(file))], { timeZone: 'Europe/Madrid' })
  expect(await recordsOf(desk, set.id)).toEqual([
    { carrier: 'Alpha', start: '2026-07-05 12:00:00.000', duration: '12.5' },
    { carrier: 'Beta', duration: '0' },
  ])
  const open = await desk.sets.open(set.id)
  const { table } = await open.readTable(ALL_FAIL)
  expect(table.columns[1]?.numbers).toEqual(Float64Array.of(Date.UTC(2026, 6, 5, 10), Number.NaN))
})

test('a zip that is no Excel file is refused with a sentence', async () => {
  const desk = await recordDesk()
  await expect(desk.read([desk.file('calls.xlsx', Buffer.from('PK\x03\x04rest', 'latin1'))])).rejects.toThrow(
    /^calls\.xlsx is (?:a zip file, but no|a damaged) Excel file\. Export it as CSV\.$/,
  )
})

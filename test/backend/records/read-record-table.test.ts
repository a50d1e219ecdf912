import * as fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { expect, test } from 'vitest'
import type { SidesWanted } from '../../../electron/backend/analysis/readable-set.ts'
import type { RecordColumn } from '../../../shared/commonality/record-table.ts'
import { recordDesk, type RecordDesk } from './record-import.ts'

const NONE: SidesWanted = {
  failed: null,
  working: null,
  where: null,
  weightColumn: null,
  failedCountColumn: null,
  totalCountColumn: null,
}

function failing(sql: string, ...parameters: (string | number)[]): SidesWanted {
  return { ...NONE, failed: { sql, parameters } }
}

async function readTable(desk: RecordDesk, id: string, sides: SidesWanted) {
  const open = await desk.sets.open(id)
  return open.readTable(sides)
}

/** The texts of a coded column, row by row; '' where blank. */
function texts({ codes, values }: RecordColumn): string[] {
  return Array.from(codes ?? [], (code) => values[code] ?? '?')
}

test('codes give back the texts, numbers and instants their values, whatever the table', async () => {
  const carrier = fc.constantFrom('', 'Alpha', 'beta', 'Gamma "G"', 'ß')
  const pdd = fc.option(
    fc.integer({ min: -50, max: 5000 }).map((value) => value / 10),
    { nil: null },
  )
  const instant = fc.option(
    fc.integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 }).map((s) => s * 1000),
    { nil: null },
  )
  const number = fc.constantFrom('', '+442079460001', '+44207', '020', '112', '+14155550100')
  const rows = fc.array(fc.tuple(carrier, pdd, instant, number, fc.boolean()), {
    minLength: 1,
    maxLength: 60,
  })
  const desk = await recordDesk()
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const text = stringify([
        ['carrier', 'pdd', 'start', 'ani', 'fate'],
        ...table.map(([name, delay, at, ani, failed]) => [
          name,
          delay ?? '',
          at === null ? '' : new Date(at).toISOString(),
          ani,
          failed ? 'failed' : 'ok',
        ]),
      ])
      const layout = {
        id: 'all',
        name: 'all',
        header: ['carrier'],
        hasHeader: true,
        columns: [
          { header: 'carrier', name: 'carrier', kind: 'category', role: null },
          { header: 'pdd', name: 'pdd', kind: 'number', role: null },
          { header: 'start', name: 'start', kind: 'time', role: null },
          { header: 'ani', name: 'ani', kind: 'digits', role: null },
          { header: 'fate', name: 'fate', kind: 'category', role: null },
        ],
      } as const
      const set = await desk.read([desk.file('calls.csv', text)], {
        layout: { ...layout, header: [...layout.header], columns: [...layout.columns] },
      })
      const { table: read, rowNumbers } = await readTable(desk, set.id, failing('"fate" = ?', 'failed'))
      const [carriers, delays, instants, numbers] = read.columns
      expect(Array.from(rowNumbers)).toEqual(table.map((_, index) => index))
      expect(Array.from(read.failed)).toEqual(table.map((row) => (row[4] ? 1 : 0)))
      expect(Array.from(read.working)).toEqual(table.map((row) => (row[4] ? 0 : 1)))
      expect(texts(carriers ?? missing())).toEqual(table.map((row) => row[0]))
      expect(carriers).toMatchObject({
        distinct: new Set(table.map((row) => row[0]).filter((value) => value !== '')).size,
        blanks: table.filter((row) => row[0] === '').length,
      })
      expect(Array.from(delays?.numbers ?? [])).toEqual(table.map((row) => row[1] ?? Number.NaN))
      expect(Array.from(instants?.numbers ?? [])).toEqual(table.map((row) => row[2] ?? Number.NaN))
      for (const prefix of numbers?.prefixes ?? []) {
        const pattern = new RegExp(`^\\+?\\d{${prefix.length}}`)
        expect(Array.from(prefix.codes, (code) => prefix.values[code])).toEqual(
          table.map((row) => pattern.exec(row[3])?.[0] ?? ''),
        )
      }
      await desk.sets.remove(set.id)
    }),
    { numRuns: 30 },
  )
}, 60_000)

function missing(): never {
  throw new Error('a column is missing')
}

const CALLS = [
  'carrier,codec,sip_code,copies',
  'Alpha,G.711,200,1',
  'Beta,G.729,503,2',
  'Beta,G.711,486,3',
  'Gamma,Opus,200,',
  'Delta,Opus,100,1',
].join('\n')

test('only rows of one side or the other come, with the values that they have', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', CALLS)])
  const sides: SidesWanted = {
    ...failing('"sip_code" >= ?', 400),
    working: { sql: '"sip_code" = ?', parameters: [200] },
    where: { sql: '"codec" <> ?', parameters: ['G.729'] },
  }
  const { table, rowNumbers, sampling } = await readTable(desk, set.id, sides)
  expect(Array.from(rowNumbers)).toEqual([0, 2, 3])
  expect([Array.from(table.failed), Array.from(table.working)]).toEqual([
    [0, 1, 0],
    [1, 0, 1],
  ])
  expect(table.columns[0]).toMatchObject({ distinct: 3, values: ['', 'Beta', 'Alpha', 'Gamma'] })
  expect(sampling).toBeNull()
})

test('a record that meets both conditions fails', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', CALLS)])
  const sides = { ...failing('"sip_code" >= 400'), working: { sql: 'true', parameters: [] } }
  const { table } = await readTable(desk, set.id, sides)
  expect(Array.from(table.working)).toEqual([1, 0, 0, 1, 1])
})

test('a row weighs what its column says, and nothing where that is blank', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', CALLS)])
  const { table, rowNumbers } = await readTable(desk, set.id, {
    ...failing('"sip_code" >= 400'),
    weightColumn: 'copies',
  })
  expect(Array.from(rowNumbers)).toEqual([0, 1, 2, 4])
  expect([Array.from(table.failed), Array.from(table.working)]).toEqual([
    [0, 2, 3, 0],
    [1, 0, 0, 1],
  ])
})

test('rows that count stand on both sides', async () => {
  const desk = await recordDesk()
  const text = 'city,failed,total\nOne,3,10\nTwo,0,5\nThree,4,4\nFour,0,0\nFive,,7\n'
  const set = await desk.read([desk.file('counts.csv', text)])
  const { table } = await readTable(desk, set.id, {
    ...NONE,
    failedCountColumn: 'failed',
    totalCountColumn: 'total',
  })
  expect(texts(table.columns[0] ?? missing())).toEqual(['One', 'Two', 'Three', 'Five'])
  expect([Array.from(table.failed), Array.from(table.working)]).toEqual([
    [3, 0, 4, 0],
    [7, 5, 0, 7],
  ])
})

test('columns named as the reader names its own are no trouble', async () => {
  const desk = await recordDesk()
  const text = 'rowid,fails,meridian$row,t0,cells\nAlpha,x,1,a,b\nBeta,y,2,c,d\n'
  const set = await desk.read([desk.file('calls.csv', text)])
  const { table, rowNumbers } = await readTable(desk, set.id, failing('"rowid" = ?', 'Beta'))
  expect(Array.from(rowNumbers)).toEqual([0, 1])
  expect(Array.from(table.failed)).toEqual([0, 1])
  expect(table.columns.map(({ name }) => name)).toEqual(['rowid', 'fails', '_meridian$row', 't0', 'cells'])
})

test('identifiers have no codes, a blank column is blank, and a weight must be a column', async () => {
  const desk = await recordDesk()
  const rows = Array.from({ length: 40 }, (_, index) => `call-${index}@198.51.100.7,,${index % 2}`)
  const set = await desk.read([desk.file('calls.csv', `call_id,note,fate\n${rows.join('\n')}\n`)])
  const { table } = await readTable(desk, set.id, failing('"fate" = 1'))
  expect(table.columns[0]).toMatchObject({ kind: 'identifier', codes: null, values: [], distinct: 40 })
  expect(table.columns[1]).toMatchObject({ distinct: 0, blanks: 40, values: [''] })
  await expect(readTable(desk, set.id, { ...NONE, weightColumn: 'copies' })).rejects.toThrow(
    'calls has no column "copies".',
  )
})

test('above a limit the same rows are taken every time, failing ones first, and weigh for those left out', async () => {
  const desk = await recordDesk()
  const rows = Array.from({ length: 5000 }, (_, index) => `${index},${index % 50 === 0 ? 'failed' : 'ok'}`)
  const set = await desk.read([desk.file('calls.csv', `place,fate\n${rows.join('\n')}\n`)])
  const open = await desk.sets.open(set.id)
  const read = () => open.readTable(failing('"fate" = ?', 'failed'), undefined, 1000)
  const first = await read()
  const second = await read()
  expect(Array.from(second.rowNumbers)).toEqual(Array.from(first.rowNumbers))
  const { rows: kept, of } = first.sampling ?? { rows: 0, of: 0 }
  expect(of).toBe(5000)
  expect(kept).toBeGreaterThan(850)
  expect(kept).toBeLessThan(1150)
  expect(first.table.failed.filter((weight) => weight > 0)).toEqual(new Float64Array(100).fill(1))
  const working = first.table.working.reduce((sum, weight) => sum + weight, 0)
  expect(working).toBeCloseTo(4900, 6)
})

test('reading can be cancelled', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', CALLS)])
  const open = await desk.sets.open(set.id)
  await expect(open.readTable(failing('true'), AbortSignal.abort(new Error('no more')))).rejects.toThrow(
    'no more',
  )
})

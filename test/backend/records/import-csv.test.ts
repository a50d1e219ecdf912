import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { expect, test } from 'vitest'
import { leftIn, recordDesk, recordsOf } from './record-import.ts'

const CALLS = 'carrier,codec,sip_code\nAlpha,G.711,200\nBeta,G.729,503\nBeta,,200\n'
const READ = [
  { carrier: 'Alpha', codec: 'G.711', sip_code: '200' },
  { carrier: 'Beta', codec: 'G.729', sip_code: '503' },
  { carrier: 'Beta', sip_code: '200' },
]

test.each([
  ['commas', CALLS],
  ['semicolons', CALLS.replaceAll(',', ';')],
  ['tabs', CALLS.replaceAll(',', '\t')],
  ['bars', CALLS.replaceAll(',', '|')],
  ['the separator that Excel names', `sep=;\r\n${CALLS.replaceAll(',', ';')}`],
  ['a byte order mark', `\uFEFF${CALLS}`],
  ['lines of Windows', CALLS.replaceAll('\n', '\r\n')],
  ['lines of old Macs', CALLS.replaceAll('\n', '\r')],
  ['lines of both kinds', CALLS.replace('\n', '\r\n').replace('503\n', '503\r')],
  ['no line end at the end', CALLS.slice(0, -1)],
  ['quotes', CALLS.replaceAll('Beta', '"Beta"')],
  ['spaces around values', CALLS.replaceAll('Beta', ' Beta  ')],
  ['UTF-16', Buffer.from(`\uFEFF${CALLS}`, 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(CALLS, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${CALLS}`, 'utf16le').swap16()],
  ['gzip', gzipSync(CALLS)],
])('reads a table with %s', async (_, content) => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls', content)])
  expect(await recordsOf(desk, set.id)).toEqual(READ)
  expect(set).toMatchObject({ rows: 3, files: ['calls'], refusals: [], refusalCount: 0, profile: null })
})

test('tells of each column what it holds, how many values, how many blanks, and the commonest', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', CALLS)])
  expect(set.columns).toEqual([
    {
      name: 'carrier',
      kind: 'category',
      role: 'carrier',
      distinct: 2,
      blanks: 0,
      commonest: [
        { value: 'Beta', records: 2 },
        { value: 'Alpha', records: 1 },
      ],
    },
    {
      name: 'codec',
      kind: 'category',
      role: 'codec',
      distinct: 2,
      blanks: 1,
      commonest: [
        { value: 'G.711', records: 1 },
        { value: 'G.729', records: 1 },
      ],
    },
    {
      name: 'sip_code',
      kind: 'number',
      role: 'sip-code',
      distinct: 2,
      blanks: 0,
      commonest: [
        { value: '200', records: 2 },
        { value: '503', records: 1 },
      ],
    },
  ])
})

test('any table comes out as it went in', async () => {
  // Texts with everything a CSV has to quote; blanks at the ends do not count, and lone halves of pairs are no text.
  const cell = fc
    .string({
      unit: fc.constantFrom('a', 'B', '7', ' ', ',', ';', '"', '\n', 'é', '😀', "'", '%', '$1'),
      maxLength: 8,
    })
    .map((text) => text.trim())
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
    )
  const desk = await recordDesk()
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const header = rows[0]?.map((__, index) => `name ${'abcde'[index]}`) ?? []
      const text = stringify([header, ...rows], { quoted: true })
      const set = await desk.read([desk.file('any.csv', text)])
      const expected = rows.map((row) =>
        Object.fromEntries(row.flatMap((value, index) => (value === '' ? [] : [[header[index], value]]))),
      )
      expect(await recordsOf(desk, set.id)).toEqual(expected)
      await desk.sets.remove(set.id)
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('a column without a name is named and a second of the same name is told apart, and both are told', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', 'carrier,,Carrier\nAlpha,1,Beta\n')])
  expect(set.columns.map(({ name }) => name)).toEqual(['carrier', 'column 2', 'Carrier (2)'])
  expect(set.notes).toEqual([
    { file: 'calls.csv', kind: 'header-named', detail: { name: 'column 2' } },
    { file: 'calls.csv', kind: 'header-renamed', detail: { column: 'Carrier', name: 'Carrier (2)' } },
  ])
})

test('text of Windows is re-encoded and told', async () => {
  const desk = await recordDesk()
  const set = await desk.read([
    desk.file('calls.csv', Buffer.from('ort,codec\nZürich,G.711\nKöln,G.729\n', 'latin1')),
  ])
  expect((await recordsOf(desk, set.id)).map(({ ort }) => ort)).toEqual(['Zürich', 'Köln'])
  expect(set.notes).toEqual([{ file: 'calls.csv', kind: 're-encoded', detail: { encoding: 'WINDOWS-1252' } }])
})

test('of two encodings in one file what cannot be read is replaced, counted and told', async () => {
  const desk = await recordDesk()
  const mixed = Buffer.concat([
    Buffer.from('ort,codec\nZürich,G.711\n'),
    Buffer.from('Köln,G.729\n', 'latin1'),
  ])
  const set = await desk.read([desk.file('calls.csv', mixed)])
  expect((await recordsOf(desk, set.id)).map(({ ort }) => ort)).toEqual(['Zürich', 'K\uFFFDln'])
  expect(set.notes).toEqual([{ file: 'calls.csv', kind: 'characters-replaced', detail: { count: '1' } }])
})

test('a few ragged rows are left out and listed with the lines an editor shows', async () => {
  const desk = await recordDesk()
  const good = Array.from({ length: 40 }, (_, index) => `Alpha,G.711,${200 + index}`).join('\n')
  const text = `carrier,codec,sip_code\n"Al\npha",x,200\nBeta,G.729\n${good}\nBeta,G.729,200,9\nBeta,"G"x,200\n`
  const set = await desk.read([desk.file('calls.csv', text)])
  expect(set.rows).toBe(41)
  expect(set.refusalCount).toBe(3)
  expect(set.refusals).toEqual([
    { file: 'calls.csv', line: 4, reason: 'it has 2 values where 3 are expected' },
    { file: 'calls.csv', line: 45, reason: 'it has 4 values where 3 are expected' },
    { file: 'calls.csv', line: 46, reason: 'the quotes of value 2 do not match' },
  ])
})

test('what a column holds is counted without the rows that were left out', async () => {
  const desk = await recordDesk()
  const set = await desk.read([
    desk.file('calls.csv', `carrier,codec\n${'Alpha,G.711\n'.repeat(30)}Ghost,G.729,9\n`),
  ])
  expect(set.columns[0]).toMatchObject({ distinct: 1, commonest: [{ value: 'Alpha', records: 30 }] })
})

const RAGGED = Array.from({ length: 3000 }, (_, index) =>
  index > 500 && index % 5 === 0 ? 'Alpha,G.711' : 'Alpha,G.711,200',
).join('\n')

test.each([
  ['an empty file', '', 'empty', 'calls.csv is empty.'],
  ['a file of blanks', ' \n \n', 'empty', 'calls.csv holds no text.'],
  ['a header alone', 'carrier,codec\n', 'no-records', 'calls.csv has a header, but no records.'],
  [
    'lines that have nothing in common',
    'a,b\n1\n1,2,3,4\n1,2,3\n7\n1,2,3,4,5,6\n',
    'ragged',
    /^calls\.csv, line \d: most lines have \d values? separated by commas, this one has \d, and too many lines differ\./,
  ],
  [
    'too many ragged rows',
    `carrier,codec,sip_code\n${RAGGED}\n`,
    'ragged',
    'calls.csv, line 507: it has 2 values where 3 are expected, and 498 other rows do not fit either. Is the delimiter the same throughout?',
  ],
  [
    'a quote that is never closed',
    `carrier,codec\n${'Alpha,G.711\n'.repeat(300)}Beta,"G.729\n${'Alpha,G.711\n'.repeat(300)}`,
    'broken',
    'calls.csv, line 302, value 2: a quote is opened here and not closed, so the lines after it cannot be told apart. Put it right or export the file again.',
  ],
  [
    'an archive of another kind',
    Buffer.from([0x42, 0x5a, 0x68, 0x39, 0x31]),
    'unknown-format',
    'calls.csv is compressed with bzip2: records are read from CSV, JSON, Parquet and XLSX files, also gzipped. Export it as one of these.',
  ],
  [
    'a program',
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 0, 2]),
    'unknown-format',
    /^calls\.csv is no text/,
  ],
  [
    'half a gzip file',
    gzipSync(CALLS.repeat(1000)).subarray(0, 60),
    'broken',
    'calls.csv ends before its data do. Copy or export it again.',
  ],
  [
    'a damaged gzip file',
    Buffer.concat([gzipSync(CALLS).subarray(0, 20), Buffer.alloc(40, 7)]),
    'broken',
    'calls.csv is a damaged gzip file. Copy or export it again.',
  ],
  ['gzip around nothing', gzipSync(''), 'empty', 'calls.csv is empty when unpacked.'],
])('%s is refused with a sentence, and nothing is kept', async (_, content, code, sentence) => {
  const desk = await recordDesk()
  const reading = desk.read([desk.file('calls.csv', content)])
  await expect(reading).rejects.toThrow(sentence)
  await expect(reading).rejects.toMatchObject({ code, place: { file: 'calls.csv' } })
  expect(leftIn(desk)).toEqual([])
  expect(desk.sets.list()).toEqual([])
})

test('a folder and a file that is not there are refused with a sentence', async () => {
  const desk = await recordDesk()
  mkdirSync(join(desk.directory, 'folder'))
  await expect(desk.read([{ path: join(desk.directory, 'folder'), name: 'folder' }])).rejects.toThrow(
    'folder is a folder or a device, not a file. Choose the files in it.',
  )
  await expect(desk.read([{ path: join(desk.directory, 'gone.csv'), name: 'gone.csv' }])).rejects.toThrow(
    'gone.csv is not there. Check its name.',
  )
  expect(leftIn(desk)).toEqual([])
})

test('a file that grows while it is read is refused', async () => {
  const desk = await recordDesk()
  const file = desk.file('calls.csv', CALLS.repeat(3))
  let grown = false
  const reading = desk.read([file], {
    onProgress() {
      if (!grown) appendFileSync(file.path, 'Gamma,G.711,200\n')
      grown = true
    },
  })
  await expect(reading).rejects.toMatchObject({
    code: 'changed',
    message: expect.stringMatching(/^calls\.csv changed while it was read/),
  })
  expect(leftIn(desk)).toEqual([])
})

test('an import that is cancelled keeps nothing', async () => {
  const desk = await recordDesk()
  const file = desk.file('calls.csv', `a,b\n${'1,2\n'.repeat(200_000)}`)
  const controller = new AbortController()
  const reading = desk.read([file], {
    signal: controller.signal,
    onProgress: ({ done, total }) => {
      if (done > total * 0.05) controller.abort(new Error('no more'))
    },
  })
  await expect(reading).rejects.toThrow('no more')
  expect(leftIn(desk)).toEqual([])
})

test('progress goes up to the size of the files', async () => {
  const desk = await recordDesk()
  const file = desk.file('calls.csv', CALLS)
  const told: { done: number; total: number }[] = []
  await desk.read([file], { onProgress: (progress) => told.push(progress) })
  expect(told.at(-1)).toEqual({ done: CALLS.length, total: CALLS.length })
  expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((a, b) => a - b))
})

test('files of one shape become one set, whatever the order of their columns', async () => {
  const desk = await recordDesk()
  const set = await desk.read([
    desk.file('one.csv', CALLS),
    desk.file('two.csv', 'codec;sip_code;Carrier\nOpus;200;Gamma\n'),
  ])
  expect((await recordsOf(desk, set.id)).at(-1)).toEqual({ carrier: 'Gamma', codec: 'Opus', sip_code: '200' })
  expect(set).toMatchObject({ rows: 4, files: ['one.csv', 'two.csv'] })
})

test('files of different shapes are refused by the first column that differs', async () => {
  const desk = await recordDesk()
  const one = desk.file('one.csv', CALLS)
  await expect(desk.read([one, desk.file('two.csv', 'carrier,codec\nAlpha,G.711\n')])).rejects.toThrow(
    'two.csv has no column "sip_code" as one.csv has. Read files of different columns into sets of their own.',
  )
  await expect(
    desk.read([one, desk.file('three.csv', 'carrier,codec,sip_code,extra\nAlpha,G.711,200,1\n')]),
  ).rejects.toThrow('three.csv has a column "extra" that one.csv has not.')
  expect(leftIn(desk)).toEqual([])
})

test('a file whose name looks like a pattern is itself', async () => {
  const desk = await recordDesk()
  desk.file('calls1.csv', 'carrier\nWrong\n')
  const set = await desk.read([desk.file('calls[1].csv', CALLS)])
  expect(await recordsOf(desk, set.id)).toEqual(READ)
})

test('five thousand columns are read', async () => {
  const desk = await recordDesk()
  const header = Array.from({ length: 5000 }, (_, index) => `attribute ${index}`)
  const row = (value: string): string => header.map((__, index) => `${value}${index % 7}`).join(',')
  const set = await desk.read([desk.file('wide.csv', `${header.join(',')}\n${row('a')}\n${row('b')}\n`)])
  expect(set.columns).toHaveLength(5000)
  expect(set.columns[4999]).toMatchObject({ name: 'attribute 4999', distinct: 2 })
  const records = await recordsOf(desk, set.id)
  expect(records[1]?.['attribute 4998']).toBe('b0')
}, 120_000)

test('numbers and instants that cannot be read count as blank, are told, and stay as text', async () => {
  const desk = await recordDesk()
  const rows = Array.from(
    { length: 60 },
    (_, index) => `${index},2026-01-05 10:00:${String(index).padStart(2, '0')}`,
  )
  const set = await desk.read([desk.file('calls.csv', `duration,start\n${rows.join('\n')}\nnone,never\n`)])
  expect(set.columns.map(({ kind }) => kind)).toEqual(['number', 'time'])
  expect(set.notes).toEqual([
    { file: 'calls.csv', kind: 'values-not-read', detail: { column: 'duration', count: '1' } },
    { file: 'calls.csv', kind: 'values-not-read', detail: { column: 'start', count: '1' } },
  ])
  expect((await recordsOf(desk, set.id)).at(-1)).toEqual({ duration: 'none', start: 'never' })
})

test('dates that can be read two ways are told with the order that was taken', async () => {
  const desk = await recordDesk()
  const set = await desk.read([
    desk.file('calls.csv', 'start,carrier\n05/01/2026 10:00,Alpha\n06/01/2026 10:00,Beta\n'),
  ])
  expect(set.notes).toEqual([
    { file: 'calls.csv', kind: 'ambiguous-dates', detail: { column: 'start', order: 'day-first' } },
  ])
})

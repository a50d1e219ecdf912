import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../electron/backend/store/open-store.ts'
import { lines, meridian, temporaryDirectory } from './support/meridian.ts'

const GOOD = `id,subject,status,created,updated
1,SIMs of one site cannot attach,open,2026-03-02T10:00:00Z,2026-03-02T10:05:00Z
2,SMS delivery delayed,open,2026-03-02T11:00:00Z,2026-03-02T11:05:00Z
`

function written(name: string, text: string): { data: string; file: string } {
  const directory = temporaryDirectory()
  const file = join(directory, name)
  writeFileSync(file, text)
  return { data: join(directory, 'data'), file }
}

function counted(data: string) {
  const store = openStore({ dataDirectory: data, now: Date.now })
  const found = { ...store.tickets.count(), sources: store.sources.list().map(({ name }) => name) }
  store.close()
  return found
}

test('takes what can be taken, lists every other row with line and reason, and doubles nothing', async () => {
  const { data, file } = written('cases.csv', `${GOOD}3,No time,open,yesterday,2026-03-02T11:05:00Z\n`)
  for (const time of ['first', 'again']) {
    const { code, stdout, stderr } = await meridian(['tickets', 'import', file, '--data-dir', data])
    expect([time, code, stderr]).toEqual([time, 0, ''])
    const [refused, outcome, ...rest] = lines(stdout)
    expect(refused).toMatch(/^Refused line 4: .*yesterday/)
    expect(outcome).toMatch(/^Taken into the source cases.csv: 2 tickets, \d+ events; 1 row refused\.$/)
    expect(rest).toEqual([])
  }
  expect(counted(data)).toMatchObject({ tickets: 2, open: 2, sources: ['cases.csv'] })
})

test('--json names source, counts and refusals; --source names the source', async () => {
  const { data, file } = written('cases.csv', `${GOOD}3,No time,open,yesterday,\n`)
  const args = ['tickets', 'import', file, '--source', 'Old help desk', '--json', '--data-dir', data]
  const { code, stdout } = await meridian(args)
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    source: 'Old help desk',
    tickets: 2,
    refused: [{ place: 'line 4', reason: expect.stringContaining('yesterday') }],
  })
  expect(counted(data).sources).toEqual(['Old help desk'])
})

test('--mapping says which column is what', async () => {
  const { data, file } = written('cases.csv', 'nr;was;stand;am\n7;Kein Netz;offen;2026-03-02 10:00\n')
  const mapping = join(data, '..', 'mapping.json')
  writeFileSync(
    mapping,
    JSON.stringify({
      columns: { id: 'nr', subject: 'was', status: 'stand', createdAt: 'am' },
      constants: {},
      statuses: { offen: 'open' },
      severities: {},
      timeZone: 'Europe/Berlin',
    }),
  )
  const { code, stdout, stderr } = await meridian([
    'tickets',
    'import',
    file,
    '--mapping',
    mapping,
    '--data-dir',
    data,
  ])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain('1 ticket, ')
  const store = openStore({ dataDirectory: data, now: Date.now })
  const [held] = store.tickets.open()
  store.close()
  expect(held?.ticket).toMatchObject({ subject: 'Kein Netz', createdAt: Date.parse('2026-03-02T09:00:00Z') })
})

test.each([
  ['no file', 'none.csv', null, 'is not there'],
  ['no row taken', 'cases.csv', 'id,subject,status,created\n1,x,open,never\n', '1 row refused'],
  ['no ticket', 'cases.csv', 'id,subject\n', 'there is no ticket in it'],
  ['no ticket number', 'cases.csv', 'colour,shape\nred,round\n', 'number of the ticket'],
])('%s: one sentence and exit code 1', async (_case, name, text, why) => {
  const { data, file } = written(name, text ?? '')
  const missing = text === null ? join(file, '..', 'really-none.csv') : file
  const { code, stderr } = await meridian(['tickets', 'import', missing, '--data-dir', data])
  expect(code).toBe(1)
  expect(lines(stderr)).toEqual([expect.stringContaining(why)])
})

test('a mapping that cannot be used is named with place and reason', async () => {
  const { data, file } = written('cases.csv', GOOD)
  const mapping = join(data, '..', 'mapping.json')
  for (const [text, why] of [
    ['{', 'cannot be read'],
    [
      '{"columns":{},"constants":{},"statuses":{"x":"sleeping"},"severities":{},"timeZone":null}',
      'statuses.x',
    ],
  ] as const) {
    writeFileSync(mapping, text)
    const { code, stderr } = await meridian([
      'tickets',
      'import',
      file,
      '--mapping',
      mapping,
      '--data-dir',
      data,
    ])
    expect(code).toBe(1)
    expect(lines(stderr)).toEqual([expect.stringContaining(why)])
  }
})

test('while a Meridian runs on the data it says what to do instead', async () => {
  const { data, file } = written('cases.csv', GOOD)
  const running = openStore({ dataDirectory: data, now: Date.now })
  try {
    const { code, stderr } = await meridian(['tickets', 'import', file, '--data-dir', data])
    expect(code).toBe(1)
    expect(lines(stderr)).toEqual([expect.stringContaining('import the file on its Sources page')])
  } finally {
    running.close()
  }
})

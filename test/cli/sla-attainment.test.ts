import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import { openStore } from '../../electron/backend/store/open-store.ts'
import type { TicketWithEvents } from '../../electron/backend/store/store.ts'
import { ticketWithLife } from '../backend/sla/attainment-tickets.ts'
import { ticketSource } from '../backend/store/temporary-store.ts'
import { testPolicyText } from '../shared/sla/test-policy.ts'
import { lines, meridian, temporaryDirectory } from './support/meridian.ts'

const MARCH = ['--from', '2026-03', '--to', '2026-03', '--zone', 'Etc/UTC']
const CASE = {
  createdAt: Date.parse('2026-03-02T10:00:00Z'),
  customer: 'Andes, Freight',
  severity: 'P1',
  answeredAfterHours: 0.5,
  resolvedAfterHours: 5,
}

let data: string
beforeEach(() => {
  data = temporaryDirectory()
})

/** A data directory under a contract of P1: response in 1 h, resolution in 4 h, 90 % of them in 6 h. */
function filled(...held: TicketWithEvents[]): void {
  mkdirSync(join(data, 'policies'))
  const goal = { name: 'Soon enough', metric: 'resolution', share: '90 %', within: '6 h' }
  writeFileSync(join(data, 'policies', 'test.json'), testPolicyText({ attainment: [goal] }))
  const store = openStore({ dataDirectory: data, now: Date.now })
  store.sources.save(ticketSource('desk'))
  store.settings.save({ defaultPolicyId: 'test', policyAssignments: [], desks: [] })
  const entries = held.map(({ ticket, events }) => ({ ticket, events: events.map(({ event }) => event) }))
  const page = { entries, absent: [], refusals: [], cursor: {}, clockSkewMs: null }
  store.tickets.applyPage(
    'desk',
    { ...page, progress: { done: held.length, total: held.length } },
    { now: Date.now() },
  )
  store.close()
}

function attainment(...args: string[]) {
  return meridian(['sla', 'attainment', '--data-dir', data, ...args])
}

test('prints one table: rows, then goals, with the contract and its version', async () => {
  filled(ticketWithLife(1, CASE))
  const { code, stdout, stderr } = await attainment(...MARCH)
  expect([code, stderr]).toEqual([0, ''])
  const contract = {
    'contract id': 'test',
    contract: 'Test contract',
    version: '1',
    customer: 'Andes, Freight',
    month: '2026-03',
    'time zone': 'Etc/UTC',
  }
  const row = { ...contract, severity: 'P1', goal: '', excluded: '0', 'required share': '' }
  expect(parse(stdout, { columns: true })).toEqual([
    { ...row, metric: 'first-response', met: '1', breached: '0', share: '1' },
    { ...row, metric: 'resolution', met: '0', breached: '1', share: '0' },
    {
      ...contract,
      severity: '',
      metric: 'resolution',
      goal: 'Soon enough',
      met: '1',
      breached: '0',
      excluded: '',
      share: '1',
      'required share': '0.9',
    },
  ])
})

test('--json prints the question and the answer', async () => {
  filled(ticketWithLife(1, CASE))
  const { stdout } = await attainment(...MARCH, '--customer', 'Andes, Freight', '--policy', 'test', '--json')
  expect(JSON.parse(stdout)).toMatchObject({
    from: '2026-03',
    to: '2026-03',
    timeZone: 'Etc/UTC',
    policyId: 'test',
    customer: 'Andes, Freight',
    tickets: 1,
    notComputable: 0,
    rows: [{ metric: 'first-response' }, { metric: 'resolution' }],
    goals: [{ kept: 1, missed: 0, requiredShare: 0.9 }],
  })
})

test('what is in no share is said beside the table', async () => {
  filled(ticketWithLife(1, { ...CASE, severity: null }))
  writeFileSync(join(data, 'policies', 'torn.json'), '{')
  const { code, stdout, stderr } = await attainment(...MARCH)
  expect([code, lines(stdout).length]).toEqual([0, 1])
  const [file, none, incomputable] = lines(stderr)
  expect(file).toContain('torn.json cannot be used')
  expect(none).toBe('No promise was decided in these months.')
  expect(incomputable).toContain('1 of the tickets')
})

test('without months it is the three up to the present one', async () => {
  filled()
  const { stdout } = await attainment('--zone', 'Etc/UTC', '--json')
  const now = new Date()
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 2, 1))
  expect(JSON.parse(stdout)).toMatchObject({
    from: first.toISOString().slice(0, 7),
    to: now.toISOString().slice(0, 7),
  })
})

test('reads beside a Meridian that runs on the data', async () => {
  filled(ticketWithLife(1, CASE))
  const running = openStore({ dataDirectory: data, now: Date.now })
  try {
    const { code, stdout } = await attainment(...MARCH)
    expect([code, lines(stdout).length]).toEqual([0, 4])
  } finally {
    running.close()
  }
})

test.each([
  [['--from', '2026-13'], '--from: "2026-13" is not a month'],
  [['--to', 'soon'], '--to: "soon" is not a month'],
  [['--from', '2026-03', '--to', '2026-02'], '--to: 2026-02 lies before 2026-03'],
  [['--zone', 'Mars/Olympus'], '--zone: "Mars/Olympus" is not a time zone'],
  [['--policy', 'gone'], '--policy: there is no policy "gone"'],
])('%j: one sentence and exit code 1', async (args, sentence) => {
  filled()
  const { code, stdout, stderr } = await attainment(...args)
  expect([code, stdout]).toEqual([1, ''])
  expect(lines(stderr)).toEqual([expect.stringContaining(sentence)])
})

test('a directory without data is named', async () => {
  const { code, stderr } = await attainment(...MARCH)
  expect(code).toBe(1)
  expect(lines(stderr)).toEqual([expect.stringContaining(`no database in ${data}`)])
})

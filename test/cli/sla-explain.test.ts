import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TicketBatchEntry } from '../../electron/backend/connectors/connector.ts'
import { openStore } from '../../electron/backend/store/open-store.ts'
import type { Store } from '../../electron/backend/store/store.ts'
import { scriptTicket } from '../contract/support/script-source.ts'
import { lines, meridian, temporaryDirectory, type Outcome } from './support/meridian.ts'

const HOUR = 3_600_000
const CREATED = Math.floor(Date.now() / HOUR) * HOUR - 6 * HOUR

/** Two help desks that both have a case 7; the first waited an hour for the customer. Wireless Logic's contract. */
function fillDirectory(): { data: string; place: string } {
  const place = temporaryDirectory()
  const data = join(place, 'data')
  const store = openStore({ dataDirectory: data, now: Date.now })
  put(store, 'first', [waited(scriptTicket('7', CREATED))])
  put(store, 'second', [scriptTicket('7', CREATED, { subject: 'SMS' }), scriptTicket('8', CREATED)])
  store.settings.save({ ...store.settings.get(), defaultPolicyId: 'wireless-logic-sim-assist' })
  store.close()
  return { data, place }
}

function put(store: Store, id: string, entries: TicketBatchEntry[]): void {
  store.sources.save({
    id,
    kind: 'files',
    role: 'tickets',
    name: id,
    enabled: true,
    pollSeconds: 60,
    config: {},
    sealedSecrets: {},
  })
  const page = {
    entries,
    absent: [],
    refusals: [],
    cursor: {},
    progress: { done: 1, total: 1 },
    clockSkewMs: null,
  }
  store.tickets.applyPage(id, page, { now: Date.now() })
}

function waited({ ticket, events }: TicketBatchEntry): TicketBatchEntry {
  const actor = { name: 'Ana', side: 'provider' } as const
  const [from, to] = ['open', 'awaiting-customer'] as const
  return {
    ticket,
    events: [
      ...events,
      { externalId: 'a', at: CREATED + HOUR, actor, kind: 'status', from, to, raw: to },
      { externalId: 'b', at: CREATED + 2 * HOUR, actor, kind: 'status', from: to, to: from, raw: from },
    ],
  }
}

function explain(data: string, ...args: string[]): Promise<Outcome> {
  return meridian(['sla', 'explain', ...args, '--data-dir', data])
}

function local(instant: number): string {
  return new Date(instant + 5.5 * HOUR).toISOString().slice(0, 19).replace('T', ' ')
}

describe('meridian sla explain', () => {
  test('says contract, promise, what was left out and the ledger, in the zone that was asked for', async () => {
    const { data } = fillDirectory()
    const { code, stdout, stderr } = await explain(data, 'first:7', '--zone', 'Asia/Kolkata')
    expect([code, stderr]).toEqual([0, ''])
    const said = lines(stdout)
    expect(said[0]).toBe('7 · Case 7 · Andes Freight')
    expect(said[1]).toMatch(/^Contract: Wireless Logic SIM Assist Enterprise, version \d+ \(default\)\.$/)
    expect(said[2]).toMatch(/, Asia\/Kolkata\.$/)
    expect(said).toContain(`  - The clock started ${local(CREATED)}+05:30, when the ticket was created.`)
    expect(said).toContain('  - Left out: 1 h while the customer owed an answer (1×).')
    expect(stdout).toMatch(/Resolution \(resolution\): Breached/)
    const paused = said.find((line) => line.includes('Paused  '))
    expect(paused).toContain(`${local(CREATED + HOUR)}+05:30  Paused   1 h`)
  })

  test('speaks Spanish, prints one clock, and prints JSON', async () => {
    const { data } = fillDirectory()
    const spanish = await explain(data, 'first:7', '--language', 'es', '--clock', 'resolution')
    expect(spanish.stdout).toContain('Resolución (resolution): Incumplido')
    expect(spanish.stdout).toContain('No contado: 1 h mientras el cliente debía una respuesta (1×).')
    expect(spanish.stdout).not.toContain('first-response')
    const { stdout } = await explain(data, '8', '--json', '--zone', 'UTC')
    expect(JSON.parse(stdout)).toMatchObject({
      ticket: { ticketId: 'second:8', caseNumber: '8' },
      contract: { id: 'wireless-logic-sim-assist' },
      assignment: 'default',
      timeZone: 'UTC',
      clocks: expect.arrayContaining([expect.objectContaining({ timeZone: 'UTC' })]),
    })
  })

  test.each([
    [
      'a number of two tickets',
      ['7'],
      /^2 tickets have the number 7: .*first:7 \(Case 7\), second:7 \(SMS\)\.$/,
    ],
    ['no such case', ['99'], /^There is no case 99 here/],
    ['no such clock', ['8', '--clock', 'nothing'], /no clock nothing; it has .*first-response/],
    ['no such zone', ['8', '--zone', 'Mars/Base'], /^--zone: "Mars\/Base" is not a time zone/],
  ])('%s: one sentence and exit code 1', async (_case, args, why) => {
    const { data } = fillDirectory()
    const { code, stdout, stderr } = await explain(data, ...args)
    expect([code, stdout]).toEqual([1, ''])
    expect(lines(stderr)).toEqual([expect.stringMatching(why)])
  })

  test('explains nothing under a contract that cannot be used, and says where to look', async () => {
    const { data } = fillDirectory()
    const store = openStore({ dataDirectory: data, now: Date.now })
    store.settings.save({ ...store.settings.get(), defaultPolicyId: 'gone' })
    store.close()
    const { code, stderr } = await explain(data, '8')
    expect([code, lines(stderr)]).toEqual([1, [expect.stringMatching(/"gone".*"meridian check" says why/)]])
  })

  test('makes no data directory where there is none', async () => {
    const none = join(temporaryDirectory(), 'none')
    const { code, stderr } = await explain(none, '7')
    expect(code).toBe(1)
    expect(lines(stderr)).toEqual([expect.stringContaining('There is no database')])
    expect(existsSync(none)).toBe(false)
  })

  test('works beside a running Meridian, which goes on writing', async () => {
    const { data, place } = fillDirectory()
    const running = openStore({ dataDirectory: data, now: Date.now })
    try {
      expect((await explain(data, '8')).code).toBe(0)
      put(running, 'second', [scriptTicket('9', CREATED)])
      const file = join(place, 'nine.json')
      expect((await explain(data, '9', '--evidence', file)).code).toBe(0)
      expect(running.keys.get('evidence')).not.toBeNull()
      expect((await meridian(['sla', 'verify', file])).code).toBe(0)
    } finally {
      running.close()
    }
  })
})

describe('what sla explain writes', () => {
  test('is a table of every ledger entry, and evidence that sla verify finds sound', async () => {
    const { data, place } = fillDirectory()
    const [csv, json] = [join(place, 'seven.csv'), join(place, 'seven.json')]
    const { code, stdout } = await explain(data, 'first:7', '--csv', csv, '--evidence', json)
    expect(code).toBe(0)
    const fingerprint = /signed by the key ([0-9a-f]{64})\.$/m.exec(stdout)?.[1] ?? ''

    const [head, ...rows] = lines(readFileSync(csv, 'utf8'))
    expect(head).toMatch(
      /^case,contract,version,clock,metric,label,from UTC,to UTC,from local,to local,seconds,/,
    )
    const paused = rows.find((row) => row.includes(',resolution,resolution,paused,'))?.split(',')
    expect(paused?.slice(6, 8)).toEqual([iso(CREATED + HOUR), iso(CREATED + 2 * HOUR)])
    expect(paused?.slice(10)).toEqual([
      '3600',
      '3600',
      'a',
      'status',
      'provider',
      'Paused: the customer owes an answer.',
    ])

    const sound = await meridian(['sla', 'verify', json, '--key', fingerprint])
    expect([sound.code, sound.stderr]).toEqual([0, ''])
    expect(lines(sound.stdout)).toHaveLength(5)
    expect(lines(sound.stdout).filter((line) => !line.startsWith('holds '))).toEqual([])
    expect(readFileSync(json, 'utf8')).not.toMatch(/Ana|gateway|helpdesk@/)

    // The same key signs the next one.
    await explain(data, '8', '--evidence', join(place, 'eight.json'))
    expect((await meridian(['sla', 'verify', join(place, 'eight.json'), '--key', fingerprint])).code).toBe(0)
  })

  test('is found out by sla verify where it was changed or is of another key', async () => {
    const { data, place } = fillDirectory()
    const json = join(place, 'seven.json')
    await explain(data, 'first:7', '--evidence', json)
    const other = await meridian(['sla', 'verify', json, '--key', 'AB'.repeat(32)])
    expect(other.code).toBe(1)
    expect(lines(other.stdout).filter((line) => line.startsWith('BROKEN'))).toEqual([
      expect.stringContaining(`not by ${'ab'.repeat(32)}`),
    ])
    writeFileSync(json, readFileSync(json, 'utf8').replace('"awaiting-customer"', '"on-hold"'))
    const changed = await meridian(['sla', 'verify', json])
    expect(changed.code).toBe(1)
    expect(changed.stdout).toContain('BROKEN  The content does not have the hash it states')
    expect(changed.stdout).toMatch(
      /BROKEN {2}Derived again as of .* the clock resolution comes out otherwise/,
    )
    writeFileSync(json, 'nothing')
    const nothing = await meridian(['sla', 'verify', json])
    expect([nothing.code, nothing.stdout]).toEqual([1, 'BROKEN  The file is not JSON.\n'])
    const missing = await meridian(['sla', 'verify', join(place, 'none.json')])
    expect(missing.code).toBe(1)
    expect(lines(missing.stderr)).toEqual([expect.stringContaining('there is no such file')])
    expect((await meridian(['sla', 'verify', json, '--key', 'short'])).code).toBe(2)
  })
})

function iso(instant: number): string {
  return new Date(instant).toISOString()
}

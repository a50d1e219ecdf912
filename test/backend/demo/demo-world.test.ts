import { afterEach, describe, expect, test } from 'vitest'
import { ticketEvent } from '../../../shared/records/ticket-event.ts'
import { CUSTOMERS, OPERATORS } from '../../../electron/backend/demo/demo-cast.ts'
import { startDemoServers, type DemoServers } from '../../../electron/backend/demo/demo-servers.ts'
import { demoSources } from '../../../electron/backend/demo/demo-sources.ts'
import { demoHistory } from '../../../electron/backend/demo/demo-history.ts'
import type { DemoStep } from '../../../electron/backend/demo/demo-steps.ts'
import { createDemoArchive } from '../../../electron/backend/demo/demo-tickets.ts'
import { createHttpClient } from '../../../electron/backend/connectors/http/client.ts'
import { requestTracker } from '../../../electron/backend/connectors/request-tracker/connector.ts'
import { statuspage } from '../../../electron/backend/connectors/statuspage/connector.ts'
import { feed } from '../../../electron/backend/connectors/feed/connector.ts'
import type { RunContext } from '../../../electron/backend/connectors/connector.ts'

const DAY = 86_400_000
const NOON = Date.UTC(2026, 5, 15, 12)

let servers: DemoServers
let now = NOON

async function start(seed: number): Promise<void> {
  servers = await startDemoServers({ seed, beganAt: NOON }, () => now)
}

function contextFor<Config>(config: Config): RunContext<Config> {
  const http = createHttpClient({ userAgent: 'Meridian/test', now: () => now })
  return {
    config,
    secrets: { password: 'demo' },
    http,
    now: () => now,
    signal: new AbortController().signal,
  }
}

interface ReadTicket {
  readonly updatedAt: number
  readonly events: string[]
  readonly status: string
}

async function readHelpDesk(name = 'Demo help desk'): Promise<Map<string, ReadTicket>> {
  const draft = demoSources(servers, 10).find((source) => source.name === name)
  const found = new Map<string, ReadTicket>()
  for await (const page of requestTracker.pull(
    contextFor(requestTracker.configSchema.parse(draft?.config)),
    null,
  )) {
    expect(page.refusals).toEqual([])
    for (const { ticket, events } of page.entries) {
      for (const event of events) ticketEvent.parse(event)
      const kinds = events.map(({ kind }) => kind)
      found.set(ticket.externalId, { updatedAt: ticket.updatedAt, events: kinds, status: ticket.status })
    }
  }
  return found
}

function statusOf(step: DemoStep): string[] {
  return step.kind === 'status' ? [step.status] : []
}

describe('the demo world', () => {
  afterEach(async () => {
    now = NOON
    await servers.stop()
  })

  test('is the same for the same seed, whenever it is asked, and another for another', async () => {
    await start(7)
    const whole = createDemoArchive(7).between(NOON - 3 * DAY, NOON)
    const archive = createDemoArchive(7)
    const parts = [3, 2, 1].flatMap((days) => archive.between(NOON - days * DAY, NOON - (days - 1) * DAY))
    expect(parts).toEqual(whole)
    expect(createDemoArchive(8).between(NOON - 3 * DAY, NOON)).not.toEqual(whole)
    expect(new Set(whole.map(({ number }) => number)).size).toBe(whole.length)
  })

  test('is read by the Request Tracker connector, every ticket whole', async () => {
    await start(7)
    const read = await readHelpDesk()
    const expected = createDemoArchive(7).between(NOON - 4 * DAY, NOON)
    expect([...read.keys()].toSorted()).toEqual(expected.map(({ number }) => String(number)).toSorted())
    for (const ticket of expected) {
      const happened = ticket.steps.filter(({ at }) => at <= NOON).length
      expect(read.get(String(ticket.number))?.events).toHaveLength(1 + happened)
    }
  })

  test('lives through time: an hour later tickets have moved on', async () => {
    await start(7)
    const before = await readHelpDesk()
    now = NOON + 3_600_000
    const after = await readHelpDesk()
    const moved = [...before].filter(([id, held]) => (after.get(id)?.events.length ?? 0) > held.events.length)
    expect(moved.length).toBeGreaterThan(3)
    expect([...after.keys()].some((id) => !before.has(id))).toBe(true)
  })

  test('has breaches, waits on customer and operator, and outages that are admitted late', async () => {
    await start(7)
    const tickets = createDemoArchive(7).between(NOON - 4 * DAY, NOON)
    const statuses = new Set(tickets.flatMap(({ steps }) => steps.flatMap(statusOf)))
    expect([...statuses].toSorted()).toEqual(['open', 'resolved', 'stalled', 'waiting for operator'])
  })

  test('has a past in an archive of its own: settled before it began, and read whole', async () => {
    await start(7)
    const read = await readHelpDesk('Demo help desk, archive')
    expect(read.size).toBeGreaterThan(600)
    expect(read.size).toBeLessThan(1_500)
    const expected = demoHistory(7, NOON)
    expect([...read.keys()].toSorted()).toEqual(expected.map(({ number }) => String(number)).toSorted())
    for (const { number, steps } of expected) {
      const ticket = read.get(String(number))
      expect(ticket).toMatchObject({ status: 'resolved', updatedAt: expect.toSatisfy((at) => at < NOON) })
      expect(ticket?.events).toHaveLength(1 + steps.length)
    }
  })

  test('its past is the same for the same seed, of ninety days, with no case of the desk of today', async () => {
    await start(7)
    const history = demoHistory(7, NOON)
    expect(demoHistory(7, NOON)).toEqual(history)
    expect(demoHistory(8, NOON)).not.toEqual(history)
    const ages = history.map(({ createdAt }) => (NOON - createdAt) / DAY)
    expect(Math.max(...ages)).toBeLessThanOrEqual(90)
    expect(Math.max(...ages)).toBeGreaterThan(89)
    expect(Math.min(...ages)).toBeGreaterThan(4)
    expect(new Set(history.map(({ customer }) => customer.name)).size).toBe(CUSTOMERS.length)
    const statuses = new Set(history.flatMap(({ steps }) => steps.flatMap(statusOf)))
    expect([...statuses].toSorted()).toEqual(['open', 'resolved', 'stalled', 'waiting for operator'])
  })

  test('its status pages are read by the connectors that read real ones', async () => {
    await start(7)
    for (const operator of OPERATORS) {
      const draft = demoSources(servers, 10).find(({ name }) => name.startsWith(operator.name))
      const connector = draft?.kind === 'feed' ? feed : statuspage
      const reading = await connector.read(contextFor(connector.configSchema.parse(draft?.config)), null)
      expect(reading.snapshot).toMatchObject({ pageName: `${operator.name} (demo)` })
    }
  })

  test('no name in it can be taken for a real one', async () => {
    await start(7)
    for (const { name, help } of CUSTOMERS) {
      expect(name).toMatch(/^(Example|Sample|Specimen|Placeholder|Dummy) /)
      expect(help).toMatch(/\.example$/)
    }
    // MCC 001 is the test network (ITU-T E.212).
    for (const { network } of OPERATORS) expect(network).toMatch(/^001-/)
  })
})

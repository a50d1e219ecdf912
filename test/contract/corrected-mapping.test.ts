import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { files } from '../../electron/backend/connectors/files/connector.ts'
import { createHttpClient } from '../../electron/backend/connectors/http/client.ts'
import { requestTracker } from '../../electron/backend/connectors/request-tracker/connector.ts'
import type { SourceDraft } from '../../shared/contract/sources.ts'
import type { BoardRow } from '../../shared/records/board-row.ts'
import { RT_USERS, startRequestTracker } from '../servers/request-tracker.ts'
import { openHub, START, type TestHub } from './support/hub.ts'

const HOUR = 3_600_000

const resourcesDirectory = resolve(import.meta.dirname, '../../resources')

/** A hub under a contract that promises nothing without a severity; for P1 a response in 1 h, a solution in 4 h. */
async function hubWith(means: Parameters<typeof openHub>[0]): Promise<TestHub> {
  const hub = await openHub({ ...means, resourcesDirectory })
  onTestFinished(() => hub.close())
  const settings = await hub.admin.settings.get()
  await hub.admin.settings.update({ ...settings, defaultPolicyId: 'wireless-logic-sim-assist' })
  return hub
}

/** Time after START as a file writes it. */
function at(hours: number): string {
  return new Date(START + hours * HOUR).toISOString()
}

function dueTimes(row: BoardRow | undefined): (number | null)[] | undefined {
  return row?.clocks.map(({ dueAt }) => dueAt)
}

/** Asks the source and waits until it has been read. */
async function read(hub: TestHub, sourceId: string): Promise<void> {
  hub.timekeeper.moveTo(hub.timekeeper.now() + 1)
  const asked = hub.timekeeper.now()
  await hub.admin.sources.syncNow({ sourceId })
  await expect
    .poll(
      async () => {
        const source = (await hub.admin.sources.list()).find(({ id }) => id === sourceId)
        return [source?.health.fault, source?.health.lastSuccessAt]
      },
      { timeout: 20_000 },
    )
    .toEqual([null, asked])
}

async function onlyRow(hub: TestHub): Promise<BoardRow | undefined> {
  const { rows } = await hub.admin.board.rows()
  expect(rows.length).toBeLessThan(2)
  return rows[0]
}

function fileOf(...lines: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-mapping-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'tickets.csv')
  writeFileSync(path, [...lines, ''].join('\n'))
  return path
}

test('a severity mapped afterwards starts the clocks of tickets read before', async () => {
  const hub = await hubWith({ connectors: [files] })
  const path = fileOf(
    'record,id,createdAt,status,kind,at,side,basis,to',
    `ticket,7,${at(0)},open,,,,,`,
    `event,7,,,severity,${at(0)},customer,reported,Urgent`,
  )
  const draft: SourceDraft = { kind: 'file', name: 'Export', config: { path } }
  const { id } = await hub.admin.sources.add(draft)
  await read(hub, id)
  const before = await onlyRow(hub)
  expect(before?.severityRank).toBeNull()
  expect(before?.clocks.map(({ state }) => state)).toEqual(['cannot-be-computed', 'cannot-be-computed'])

  await hub.admin.sources.update({
    sourceId: id,
    draft: { ...draft, config: { path, severities: { Urgent: 'P1' } } },
  })
  await read(hub, id)
  expect((await onlyRow(hub))?.clocks).toMatchObject([
    { id: 'first-response', state: 'running', dueAt: START + HOUR },
    { id: 'resolution', state: 'running', dueAt: START + 4 * HOUR },
  ])
})

test('a status mapped afterwards settles at its own time, and a corrected column moves the first response', async () => {
  const hub = await hubWith({ connectors: [files] })
  const path = fileOf(
    'id,createdAt,updatedAt,status,severity,assigned,answered,resolvedAt',
    `7,${at(0)},${at(5)},Fixed,P1,${at(0.5)},${at(2)},${at(3)}`,
  )
  const columns = { firstResponseAt: 'assigned' }
  const draft: SourceDraft = { kind: 'file', name: 'Export', config: { path, columns } }
  hub.timekeeper.moveTo(START + 6 * HOUR)
  const { id } = await hub.admin.sources.add(draft)
  await read(hub, id)
  const wrong = await hub.admin.tickets.get({ ticketId: `${id}:7` })
  expect(wrong.clocks.find((clock) => clock.id === 'first-response')?.state).toBe('met')
  expect(wrong.clocks.find((clock) => clock.id === 'resolution')?.state).toBe('breached')

  await hub.admin.sources.update({
    sourceId: id,
    draft: {
      ...draft,
      config: { path, columns: { firstResponseAt: 'answered' }, statuses: { Fixed: 'resolved' } },
    },
  })
  await read(hub, id)
  const right = await hub.admin.tickets.get({ ticketId: `${id}:7` })
  expect(right.clocks.map((clock) => [clock.id, clock.state])).toEqual([
    ['first-response', 'breached'],
    ['resolution', 'met'],
  ])
  expect(right.events.map(({ event }) => [event.kind, (event.at - START) / HOUR])).toEqual([
    ['created', 0],
    ['reply', 2],
    ['status', 3],
  ])
})

const started = await startRequestTracker()
const missing = 'missing' in started ? started.missing : ''

describe.skipIf(missing !== '')(`with a real Request Tracker 5 ${missing}`, { timeout: 120_000 }, () => {
  test('a priority mapped afterwards starts the clocks of a ticket read before', async () => {
    if ('missing' in started) throw new Error(started.missing)
    onTestFinished(() => started.stop())
    const client = createHttpClient({ userAgent: 'Meridian/test', now: Date.now })
    onTestFinished(() => client.close())
    const hub = await hubWith({ connectors: [requestTracker], http: client })
    // Its clock is the machine's.
    hub.timekeeper.moveTo(Date.now())
    const ticket = await started.createTicket({ Subject: 'APN down' })
    // A change of severity under the right mapping, of a mere field under the wrong one.
    await started.update(ticket, { Priority: 42 })

    const config = { address: started.address, user: 'console', queues: ['General'] }
    const draft: SourceDraft = {
      kind: 'request-tracker',
      name: 'Desk',
      config: { ...config, severities: { '90+': 'P1' } },
      secrets: { password: RT_USERS.console },
    }
    const { id } = await hub.admin.sources.add(draft)
    await read(hub, id)
    expect(dueTimes(await onlyRow(hub))).toEqual([null, null])

    await hub.admin.sources.update({
      sourceId: id,
      draft: { ...draft, secrets: {}, config: { ...config, severities: { '90+': 'P1', '40-89': 'P2' } } },
    })
    await read(hub, id)
    const row = await onlyRow(hub)
    expect(row?.assessedSeverity).toBe('P2')
    const createdAt = row?.createdAt ?? 0
    expect(dueTimes(row)).toEqual([createdAt + 2 * HOUR, createdAt + 4 * HOUR])
    const { events } = await hub.admin.tickets.get({ ticketId: `${id}:${ticket}` })
    expect(events.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ kind: 'severity', from: null, to: 'P2' }),
    )
  })
})

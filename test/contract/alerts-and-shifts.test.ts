import { getEventIteratorSchemaDetails } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Caller } from '../../electron/backend/access/caller.ts'
import type { Alert, Attention } from '../../shared/contract/alerts.ts'
import { contract } from '../../shared/contract/index.ts'
import type { Desk } from '../../shared/contract/settings.ts'
import { callerOf, openHub, START, type TestHub } from './support/hub.ts'
import { callUnchecked } from './support/operations.ts'
import { scriptTicket } from './support/script-source.ts'
import { type OpenWire, wires } from './support/wires.ts'

const HOUR = 3_600_000
const NIGHT: Attention['quietHours'] = { from: '22:00', to: '06:00', timeZone: 'Europe/Madrid' }
const ALL: Attention = { deskId: null, quietHours: null, sound: false }
const WALL: Caller = { name: 'north wall', role: 'viewer', via: 'wall-token' }

/** On duty as the hub starts, Monday 08:00 UTC, until 12:00 and 20:00. */
const DESKS: Desk[] = [
  { id: 'east', name: 'Bangalore', timeZone: 'Asia/Kolkata', hours: { mon: [['06:00', '17:30']] } },
  { id: 'north', name: 'Madrid', timeZone: 'Europe/Madrid', hours: { mon: [['14:00', '22:00']] } },
]

async function next<T>(stream: AsyncIterator<T>): Promise<T> {
  const item = await stream.next()
  if (item.done === true) throw new Error('the stream has ended')
  return item.value
}

describe.each(wires)('over $name', ({ open }) => {
  let hub: TestHub
  let ana: OpenWire
  let bram: OpenWire
  let wall: OpenWire
  beforeAll(async () => {
    hub = await openHub()
    ana = await open(hub.backend.router, { ...callerOf('operator'), name: 'ana' })
    bram = await open(hub.backend.router, { ...callerOf('operator'), name: 'bram' })
    wall = await open(hub.backend.router, WALL)
    await hub.admin.settings.update({ defaultPolicyId: 'plain', policyAssignments: [], desks: DESKS })
    await hub.admin.sources.add({
      kind: 'script',
      name: 'Desk',
      config: { address: 'https://desk.example/' },
      secrets: { token: 'x' },
    })
    // Response within 1 h, resolution within 8 h: one is breached and one at risk before the hub starts.
    hub.script.put(scriptTicket('1', START - 2 * HOUR), scriptTicket('2', START - 0.9 * HOUR))
    await hub.admin.sources.syncNow({ sourceId: 'desk' })
    await vi.waitUntil(async () => (await hub.admin.board.rows()).rows.length === 2)
  })
  afterAll(async () => {
    for (const wire of [ana, bram, wall]) await wire.close()
    await hub.close()
  })

  /** All alerts as a page that opens now is given them. */
  async function alertsAt(wire: OpenWire): Promise<Alert[]> {
    const stream = await wire.client.alerts.watch({})
    const { upserts } = await next(stream)
    await stream.return?.(undefined)
    return upserts
  }

  test('alerts say how severe they are and that nobody has seen them', async () => {
    expect(await alertsAt(ana)).toMatchObject([
      { id: 'desk:1/first-response/breached', kind: 'breached', severityRank: 0, acknowledged: null },
      { id: 'desk:2/first-response/at-risk', kind: 'at-risk', severityRank: 0, acknowledged: null },
    ])
  })

  test('of two who acknowledge at once one is first, and both are told who', async () => {
    const stream = await wall.client.alerts.watch({})
    await next(stream)
    const alertIds = ['desk:1/first-response/breached', 'desk:9/resolution/breached']
    const answers = await Promise.all([ana, bram].map((wire) => wire.client.alerts.acknowledge({ alertIds })))
    expect(answers.map(({ acknowledged }) => acknowledged).sort((a, b) => a - b)).toEqual([0, 1])

    const { upserts } = await next(stream)
    expect(upserts).toMatchObject([{ id: 'desk:1/first-response/breached', acknowledged: { at: START } }])
    await stream.return?.(undefined)
    const first = answers[0]?.acknowledged === 1 ? 'ana' : 'bram'
    for (const wire of [ana, bram]) {
      expect((await alertsAt(wire)).map(({ acknowledged }) => acknowledged?.by ?? null)).toEqual([
        first,
        null,
      ])
    }
  })

  test('acknowledging nothing is refused with its place', async () => {
    await expect(
      callUnchecked(ana.client, ['alerts', 'acknowledge'], { alertIds: [] }),
    ).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { issues: [{ path: ['alertIds'] }] },
    })
  })

  test('each person is told as they say, and a wall says nothing', async () => {
    const wanted: Attention = { deskId: 'north', quietHours: NIGHT, sound: true }
    expect(await ana.client.alerts.attention({})).toEqual(ALL)
    expect(await ana.client.alerts.setAttention(wanted)).toEqual(wanted)
    expect(await ana.client.alerts.attention({})).toEqual(wanted)
    expect(await bram.client.alerts.attention({})).toEqual(ALL)
    await expect(wall.client.alerts.setAttention(ALL)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await wall.client.alerts.attention({})).toEqual(ALL)
  })

  test.each<[string, Partial<Attention>, string]>([
    ['a desk nobody has', { deskId: 'south' }, 'deskId'],
    [
      'a zone nobody knows',
      { quietHours: { from: '22:00', to: '06:00', timeZone: 'Mars/Base' } },
      'quietHours.timeZone',
    ],
    [
      'an offset for a zone',
      { quietHours: { from: '22:00', to: '06:00', timeZone: '+02:00' } },
      'quietHours.timeZone',
    ],
    [
      'hours that are empty',
      { quietHours: { from: '22:00', to: '22:00', timeZone: 'UTC' } },
      'quietHours.to',
    ],
  ])('attention with %s is refused with its place', async (_what, change, place) => {
    await expect(bram.client.alerts.setAttention({ ...ALL, ...change })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place, reason: expect.any(String) },
    })
    expect(await bram.client.alerts.attention({})).toEqual(ALL)
  })

  test('a forecast says what breaches on whose watch, and follows the desks', async () => {
    const before = hub.backend.watcherCount()
    const stream = await wall.client.shifts.forecast({})
    const item = await next(stream)
    const yields = getEventIteratorSchemaDetails(contract.shifts.forecast['~orpc'].outputSchema)?.yields
    expect(await yields?.['~standard'].validate(item)).toEqual({ value: item })
    expect(hub.backend.watcherCount()).toBe(before + 1)
    // A collection by key: pages put desks into the order of the settings.
    expect(new Map(item.upserts.map(({ deskId, onDuty }) => [deskId, onDuty]))).toEqual(
      new Map([
        ['east', true],
        ['north', false],
        [null, false],
      ]),
    )
    // Rows changed a moment ago: what they make of the forecast comes with the next second.
    hub.timekeeper.moveTo(START + 1_000)
    const { upserts } = await next(stream)
    expect(
      upserts.flatMap(({ deskId, breaches }) => breaches.map((one) => [deskId, one.ticketId, one.clockId])),
    ).toEqual([
      ['east', 'desk:2', 'first-response'],
      ['north', 'desk:1', 'resolution'],
      ['north', 'desk:2', 'resolution'],
    ])

    await hub.admin.settings.update({
      defaultPolicyId: 'plain',
      policyAssignments: [],
      desks: DESKS.slice(0, 1),
    })
    expect(await next(stream)).toMatchObject({ removals: ['north'], upserts: [{ deskId: null }] })
    await stream.return?.(undefined)
    await expect.poll(() => hub.backend.watcherCount()).toBe(before)
  })

  test('who sat at a desk that was removed is told always', async () => {
    expect(await ana.client.alerts.attention({})).toEqual({ deskId: null, quietHours: NIGHT, sound: true })
  })
})

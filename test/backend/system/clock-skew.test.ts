import { expect, test } from 'vitest'
import { startStandInDesk } from './stand-in-desk.ts'
import { openSystemHub, type SystemHub } from './system-hub.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** As the desk has it: its answers carry the machine's own time. */
const createdAt = Math.floor(Date.now() / 1000) * 1000 - 5 * MINUTE
const TICKET = { id: 7, subject: 'APN down', body: 'No data', createdAt }

/** A hub whose clock differs from the desk's by so many ms, with one P1 ticket of that desk. */
async function hubBeside(ours: number) {
  const hub = await openSystemHub({ startAt: Date.now() + ours })
  await hub.api.settings.update({
    defaultPolicyId: 'wireless-logic-sim-assist',
    policyAssignments: [],
    desks: [],
  })
  const desk = await startStandInDesk([TICKET])
  const { id, health } = await hub.add(desk.draft)
  return { hub, desk, id, health }
}

async function firstResponse({ api }: SystemHub) {
  const { rows, now } = await api.board.rows()
  return { now, clock: rows[0]?.clocks.find(({ metric }) => metric === 'first-response') }
}

test.each([
  ['26 h ahead', 26 * HOUR, 'breached'],
  ['10 min ahead', 10 * MINUTE, 'running'],
  ['4 min behind', -4 * MINUTE, 'running'],
])('our clock %s of the desk: due times are the desk’s, and the skew is said', async (_said, ours, state) => {
  const { hub, desk, id, health } = await hubBeside(ours)
  expect(health.state).toBe('healthy')
  expect(Math.abs((health.clockSkewMs ?? 0) + ours)).toBeLessThan(20_000)
  // The age of our reading is by our own clock, whatever the desk's says.
  expect(health.lastSuccessAt).toBe(hub.timekeeper.now())

  const { now, clock } = await firstResponse(hub)
  expect(now).toBe(hub.timekeeper.now())
  expect(clock).toMatchObject({ state, startedAt: createdAt, dueAt: createdAt + HOUR })

  desk.tickets = [TICKET, { id: 8, subject: 'Next', body: '', createdAt: createdAt + MINUTE }]
  await hub.pass(MINUTE)
  expect(await hub.cases()).toEqual(['7', '8'])
  expect((await hub.source(id)).health).toMatchObject({ state: 'healthy', fault: null })
})

test('a ticket from our future has a clock that says so, and is right once our time has come', async () => {
  const { hub, id, health } = await hubBeside(-2 * HOUR)
  expect(health.clockSkewMs).toBeGreaterThan(HOUR)
  expect(await hub.cases()).toEqual(['7'])
  expect((await firstResponse(hub)).clock).toMatchObject({
    state: 'cannot-be-computed',
    dueAt: null,
    reason: { key: 'reason.eventInFuture', values: { at: createdAt } },
  })

  await hub.pass(createdAt - hub.timekeeper.now())
  expect((await firstResponse(hub)).clock).toMatchObject({ state: 'running', dueAt: createdAt + HOUR })
  expect((await hub.source(id)).health).toMatchObject({ state: 'healthy', fault: null })
})

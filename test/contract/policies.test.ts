import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { allOf } from '../support/all-of.ts'
import { callerOf, openHub, PLAIN_POLICY, START, type TestHub } from './support/hub.ts'
import { callUnchecked } from './support/operations.ts'
import { scriptTicket } from './support/script-source.ts'
import { type OpenWire, wires } from './support/wires.ts'

const HOUR = 3_600_000

/** The hub's plain policy with other parts. */
function plain(change: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...PLAIN_POLICY, ...change }, null, 2)
}

const QUICK = {
  metrics: [
    { metric: 'first-response', targets: [{ promise: 'in 30 min', limit: '30 min', calendar: 'always' }] },
  ],
}

describe.each(wires)('the policy workshop over $name', ({ open }) => {
  let hub: TestHub
  let wire: OpenWire
  beforeAll(async () => {
    hub = await openHub({ resourcesDirectory: resolve(import.meta.dirname, '../../resources') })
    wire = await open(hub.backend.router, callerOf('admin'))
    await hub.admin.settings.update({ defaultPolicyId: 'plain', policyAssignments: [], desks: [] })
    await hub.admin.sources.add({
      kind: 'script',
      name: 'Desk',
      config: { address: 'https://desk.example/' },
      secrets: { token: 'x' },
    })
    hub.script.put(...['1', '2'].map((number) => scriptTicket(number, START - 0.75 * HOUR)))
    await hub.admin.sources.syncNow({ sourceId: 'desk' })
    await vi.waitUntil(async () => (await hub.admin.board.rows()).rows.length === 2)
  })
  afterAll(async () => {
    await wire.close()
    await hub.close()
  })

  async function responseDueAt(): Promise<number | null | undefined> {
    const { rows } = await wire.client.board.rows()
    return rows[0]?.clocks.find(({ id }) => id === 'first-response')?.dueAt
  }

  test('lists what came with the program and what is the hub’s own, with its text', async () => {
    const policies = await wire.client.policies.list()
    expect(policies.find(({ id }) => id === 'plain')).toMatchObject({
      own: true,
      text: expect.stringContaining('Plain'),
    })
    expect(policies.filter(({ own }) => !own)).toHaveLength(5)
  })

  test('checks a text: problems with their line, or what it says and its examples', async () => {
    const text = plain({ version: 0, atRisk: 'soon' })
    const { problems, policy } = await wire.client.policies.check({ text })
    expect(policy).toBeNull()
    expect(problems.map(({ place }) => place)).toEqual(['version', 'atRisk'])
    expect(text.split('\n')[(problems[0]?.line ?? 0) - 1]).toContain('"version"')
    const shipped = (await wire.client.policies.list()).find(({ id }) => id.startsWith('wireless'))
    const good = await wire.client.policies.check({ text: shipped?.text ?? '' })
    expect(good.problems).toEqual([])
    expect(good.policy?.examples.flatMap(({ failures }) => failures)).toEqual([])
    expect(await wire.client.policies.check({ text: '' })).toMatchObject({
      policy: null,
      problems: [{ line: 1 }],
    })
  })

  test('shows a calendar of a text over a year', async () => {
    const office = {
      timeZone: 'Europe/Madrid',
      hours: { mon: [['08:00', '18:00']] },
      publicHolidays: { country: 'ES' },
    }
    const text = plain({ calendars: { ...PLAIN_POLICY.calendars, office } })
    const year = await wire.client.policies.calendarYear({ text, calendar: 'office', year: 2026 })
    expect(year).toMatchObject({ timeZone: 'Europe/Madrid', year: 2026 })
    expect(year.days).toHaveLength(365)
    expect(year.days.find(({ date }) => date === '2026-10-12')).toMatchObject({
      kind: 'holiday',
      windows: [],
      holiday: expect.stringMatching(/\w/),
    })
    expect(year.days.find(({ date }) => date === '2026-03-29')?.offsetChange).toEqual({
      at: Date.UTC(2026, 2, 29, 1),
      fromMinutes: 60,
      toMinutes: 120,
    })
    expect(year.openMs).toBe(year.days.reduce((sum, { openMs }) => sum + openMs, 0))
  })

  test.each([
    ['a calendar that is not there', { calendar: 'office' }, 'calendar'],
    ['a calendar of Object’s own', { calendar: 'constructor' }, 'calendar'],
    ['a text that cannot be used', { text: plain({ version: 0 }) }, 'version'],
  ])('refuses the year of %s', async (_what, change, place) => {
    const asked = { text: plain({}), calendar: 'always', year: 2026, ...change }
    await expect(wire.client.policies.calendarYear(asked)).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place },
    })
  })

  test('reads holidays of an iCalendar file, and says which events it left out', async () => {
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20250106',
      'RRULE:FREQ=YEARLY',
      'SUMMARY:Epiphany',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART:20260301T100000Z',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n')
    expect(await wire.client.policies.readHolidays({ text, fromYear: 2026, toYear: 2027 })).toEqual({
      days: [
        { date: '2026-01-06', name: 'Epiphany' },
        { date: '2027-01-06', name: 'Epiphany' },
      ],
      refusals: [{ place: 'line 7', reason: 'it has a time of day; only whole days close' }],
    })
    await expect(
      wire.client.policies.readHolidays({ text: 'Epiphany', fromYear: 2026, toYear: 2027 }),
    ).rejects.toMatchObject({ code: 'REFUSED', data: { place: 'text' } })
    await expect(
      wire.client.policies.readHolidays({ text, fromYear: 2027, toYear: 2026 }),
    ).rejects.toMatchObject({ code: 'REFUSED', data: { place: 'toYear' } })
  })

  test('rehearses a text against past tickets', async () => {
    const stream = await wire.client.policies.rehearse({
      text: plain(QUICK),
      from: START - HOUR,
      to: START,
      policyId: null,
    })
    const steps = await allOf(stream)
    expect(steps.slice(0, -1)).toEqual([
      { kind: 'progress', done: 0, total: 2 },
      { kind: 'progress', done: 2, total: 2 },
    ])
    const result = steps.find((step) => step.kind === 'result')
    expect(steps.at(-1)).toBe(result)
    expect(result).toMatchObject({
      kind: 'result',
      tickets: 2,
      differingTickets: 2,
      newBreaches: 2,
      avoidedBreaches: 0,
    })
    expect(result?.differences[0]).toMatchObject({
      caseNumber: '1',
      clockId: 'first-response',
      before: { state: 'running', dueAt: START + 0.25 * HOUR },
      after: { state: 'breached', breachedAt: START - 0.25 * HOUR },
    })
    expect(await responseDueAt()).toBe(START + 0.25 * HOUR)
  })

  test('a rehearsal whose reader stops is over', async () => {
    const stream = await wire.client.policies.rehearse({
      text: plain(QUICK),
      from: 0,
      to: START,
      policyId: 'plain',
    })
    expect(await stream.next()).toMatchObject({ done: false, value: { kind: 'progress' } })
    await stream.return?.(undefined)
    expect((await stream.next()).done).toBe(true)
  })

  test.each([
    ['a text that cannot be used', { text: '{' }, ''],
    ['a span that ends before it begins', { from: START, to: START }, 'to'],
  ])('refuses a rehearsal of %s', async (_what, change, place) => {
    const asked = { text: plain({}), from: START - HOUR, to: START, policyId: null, ...change }
    const started = (async () => allOf(await wire.client.policies.rehearse(asked)))()
    await expect(started).rejects.toMatchObject({ code: 'REFUSED', data: { place } })
  })

  test('keeps a text with a higher version: every clock follows at once', async () => {
    await expect(wire.client.policies.save({ text: plain(QUICK) })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'version', reason: expect.stringContaining('version 1') },
    })
    expect(await responseDueAt()).toBe(START + 0.25 * HOUR)
    const saved = await wire.client.policies.save({ text: plain({ ...QUICK, version: 2 }) })
    expect(saved).toMatchObject({ id: 'plain', version: 2, own: true })
    expect(await responseDueAt()).toBe(START - 0.25 * HOUR)
    expect(readdirSync(join(hub.policyDirectory, 'earlier'))).toEqual(['plain-v1.json'])
    expect(hub.logged.at(-2)?.message).toContain('Policy files changed')
  })

  test('refuses to keep a text that cannot be used, and one beyond all lengths', async () => {
    await expect(wire.client.policies.save({ text: plain({ version: 0 }) })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'version', reason: expect.stringMatching(/^Line \d+: /) },
    })
    await expect(
      callUnchecked(wire.client, ['policies', 'save'], { text: ' '.repeat(300_000) }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('removes an own policy unless the settings name it', async () => {
    await expect(wire.client.policies.remove({ id: 'plain' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'id', reason: expect.stringContaining('default') },
    })
    await wire.client.policies.save({ text: plain({ id: 'spare' }) })
    const assignment = { policyId: 'spare', customer: 'Andes Freight', sourceId: null, queue: null }
    const settings = { defaultPolicyId: 'plain', policyAssignments: [assignment], desks: [] }
    await wire.client.settings.update(settings)
    await expect(wire.client.policies.remove({ id: 'spare' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'One assignment names it: change the settings first.' },
    })
    await wire.client.settings.update({ ...settings, policyAssignments: [] })
    expect(await wire.client.policies.remove({ id: 'spare' })).toEqual({})
    expect((await wire.client.policies.list()).some(({ id }) => id === 'spare')).toBe(false)
    await expect(wire.client.policies.remove({ id: 'spare' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a copy of a contract that came with the program may go although it is named: that one takes its place', async () => {
    const shipped = (await wire.client.policies.list()).find(({ id }) => id.startsWith('wireless'))
    if (shipped === undefined) throw new Error('the contract is not there')
    await expect(wire.client.policies.remove({ id: shipped.id })).rejects.toMatchObject({ code: 'REFUSED' })
    const copy = JSON.stringify({ ...JSON.parse(shipped.text), version: shipped.version + 1 })
    expect(await wire.client.policies.save({ text: copy })).toMatchObject({ own: true })
    await wire.client.settings.update({ defaultPolicyId: shipped.id, policyAssignments: [], desks: [] })
    await wire.client.policies.remove({ id: shipped.id })
    const [present] = (await wire.client.policies.list()).filter(({ id }) => id === shipped.id)
    expect(present).toMatchObject({ own: false, version: shipped.version })
    await wire.client.settings.update({ defaultPolicyId: 'plain', policyAssignments: [], desks: [] })
  })
})

describe('policy files edited by hand', () => {
  test('are taken up while the hub runs; a slip of the pen takes no clock away', async () => {
    const hub = await openHub()
    try {
      await hub.admin.settings.update({ defaultPolicyId: 'plain', policyAssignments: [], desks: [] })
      hub.backend.start()
      const file = join(hub.policyDirectory, 'plain.json')
      async function name(): Promise<string | undefined> {
        return (await hub.admin.policies.list()).find(({ id }) => id === 'plain')?.name
      }
      const soon = { timeout: 10_000, interval: 100 }

      writeFileSync(file, plain({ name: 'Edited', version: 2 }))
      await expect.poll(name, soon).toBe('Edited')

      writeFileSync(file, plain({ name: 'Half', version: 3 }).slice(0, 200))
      await expect.poll(async () => (await hub.admin.policies.faults()).length, soon).toBe(2)
      expect(await name()).toBe('Edited')
      const [fault] = await hub.admin.policies.faults()
      expect(fault).toMatchObject({ file: 'plain.json', reason: expect.stringContaining('stays in force') })

      writeFileSync(join(hub.policyDirectory, 'torn.json'), plain({ id: 'mended' }))
      writeFileSync(file, plain({ name: 'Whole', version: 3 }))
      await expect.poll(name, soon).toBe('Whole')
      await expect.poll(async () => hub.admin.policies.faults(), soon).toEqual([])
      expect(hub.logged.some(({ message }) => message.includes('Policy files changed'))).toBe(true)
      expect(readFileSync(file, 'utf8')).toContain('Whole')
    } finally {
      await hub.close()
    }
  })
})

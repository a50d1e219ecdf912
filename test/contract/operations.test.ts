import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SourceDraft } from '../../shared/contract/sources.ts'
import { callerOf, openHub, START, type TestHub } from './support/hub.ts'
import { callUnchecked } from './support/operations.ts'
import { scriptTicket } from './support/script-source.ts'
import { type OpenWire, wires } from './support/wires.ts'

const HOUR = 3_600_000
const DRAFT: SourceDraft = {
  kind: 'script',
  name: 'Example desk',
  config: { address: 'https://desk.example/' },
  secrets: { token: 'first-secret' },
}

describe.each(wires)('over $name', ({ open }) => {
  let hub: TestHub
  let wire: OpenWire
  beforeAll(async () => {
    hub = await openHub()
    wire = await open(hub.backend.router, callerOf('admin'))
  })
  afterAll(async () => {
    await wire.close()
    await hub.close()
  })

  test('app.info says who calls, by which time, and that nothing is configured yet', async () => {
    expect(await wire.client.app.info()).toEqual({
      version: '1.2.3',
      now: START,
      demo: null,
      caller: callerOf('admin'),
      firstRun: true,
    })
  })

  test('policies that can be used are listed, and those that cannot with line and reason', async () => {
    const [policy] = await wire.client.policies.list()
    expect(policy).toMatchObject({ id: 'plain', name: 'Plain', severities: [{ code: 'P1' }, { code: 'P2' }] })
    const [fault] = await wire.client.policies.faults()
    expect(fault).toMatchObject({ file: 'torn.json', line: 2 })
    expect(fault?.reason).toContain('not valid JSON')
  })

  test('settings that name an unknown policy are refused with the place', async () => {
    const settings = await wire.client.settings.get()
    await expect(
      wire.client.settings.update({ ...settings, defaultPolicyId: 'nobody' }),
    ).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'defaultPolicyId' },
    })
    await wire.client.settings.update({ ...settings, defaultPolicyId: 'plain' })
    expect((await wire.client.settings.get()).defaultPolicyId).toBe('plain')
  })

  test('a source is previewed, added, asked, and its tickets come with clocks', async () => {
    const preview = await wire.client.sources.preview({ draft: DRAFT })
    expect(preview).toMatchObject({ fault: null, observed: { queues: ['NOC'] } })

    const added = await wire.client.sources.add(DRAFT)
    expect(added).toMatchObject({ id: 'example-desk', role: 'tickets', secretsSet: ['token'] })
    expect(JSON.stringify(added)).not.toContain('secret"')
    expect((await wire.client.app.info()).firstRun).toBe(false)

    hub.script.put(scriptTicket('1', START - 2 * HOUR), scriptTicket('2', START - 0.1 * HOUR))
    hub.script.refuse('row 7', 'no case number')
    await wire.client.sources.syncNow({ sourceId: added.id })
    await expect.poll(async () => (await wire.client.board.rows()).rows.length).toBe(2)

    const { rows, now } = await wire.client.board.rows()
    expect(now).toBe(START)
    const row = rows.find(({ caseNumber }) => caseNumber === '1')
    expect(row).toMatchObject({ policyId: 'plain', severityRank: 0, derivedAt: START, updatedBy: 'customer' })
    expect(row?.clocks).toMatchObject([
      { id: 'first-response', state: 'breached', dueAt: START - HOUR, breachedAt: START - HOUR },
      { id: 'resolution', state: 'running', dueAt: START + 6 * HOUR },
    ])
    expect(await wire.client.sources.refusals({ sourceId: added.id })).toMatchObject({
      total: 1,
      refusals: [{ place: 'row 7', reason: 'no case number' }],
    })
    expect(await wire.client.sources.list()).toMatchObject([
      { id: added.id, health: { state: 'healthy', records: 2 } },
    ])
  })

  test('a ticket is given with its timeline, and each clock with its ledger', async () => {
    const detail = await wire.client.tickets.get({ ticketId: 'example-desk:1' })
    expect(detail).toMatchObject({ policyId: 'plain', policyReason: 'default', now: START })
    expect(detail.events).toHaveLength(1)
    expect(detail.events[0]?.event).toMatchObject({
      kind: 'created',
      text: expect.stringContaining('gateway'),
    })
    const ledger = await wire.client.tickets.ledger({ ticketId: 'example-desk:1', clockId: 'first-response' })
    expect(ledger.entries.map(({ label }) => label)).toEqual(['counted', 'overdue'])
    expect(ledger.entries[0]).toMatchObject({ from: START - 2 * HOUR, to: START - HOUR, countedMs: HOUR })
  })

  test('search finds words of the description', async () => {
    const hits = await wire.client.tickets.search({ words: 'gateway session', limit: 1 })
    expect(hits).toHaveLength(1)
    expect(hits[0]?.excerpt).toContain('«')
  })

  test('what does not exist is NOT_FOUND', async () => {
    const missing = { code: 'NOT_FOUND' }
    await expect(wire.client.tickets.get({ ticketId: 'nobody:1' })).rejects.toMatchObject(missing)
    await expect(
      wire.client.tickets.ledger({ ticketId: 'example-desk:1', clockId: 'nothing' }),
    ).rejects.toMatchObject(missing)
    await expect(wire.client.sources.refusals({ sourceId: 'nobody' })).rejects.toMatchObject(missing)
    await expect(wire.client.sources.update({ sourceId: 'nobody', draft: DRAFT })).rejects.toMatchObject(
      missing,
    )
    await expect(wire.client.settings.removeView({ id: 'nobody' })).rejects.toMatchObject(missing)
    await expect(wire.client.access.revokeWallToken({ id: 'nobody' })).rejects.toMatchObject(missing)
    await expect(wire.client.access.removeUser({ name: 'nobody' })).rejects.toMatchObject(missing)
  })

  test('input of the wrong shape is refused with its place, before anything is done', async () => {
    await expect(
      callUnchecked(wire.client, ['access', 'addUser'], { name: 'ana', role: 'queen', password: 'short' }),
    ).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { issues: [{ path: ['role'] }, { path: ['password'] }] },
    })
    expect(await wire.client.access.users()).toEqual([])
  })

  test.each([
    ['an unknown kind', { kind: 'nothing' }, 'kind'],
    [
      'a setting its connector refuses',
      { config: { address: 'https://desk.example/', queue: 'x' } },
      'config.queue',
    ],
    ['a missing setting', { config: {} }, 'config.address'],
    ['a missing secret', { secrets: {} }, 'secrets.token'],
    ['a secret nobody asked for', { secrets: { token: 'x', other: 'y' } }, 'secrets.other'],
  ])('a draft with %s is refused with its place', async (_what, change, place) => {
    await expect(wire.client.sources.add({ ...DRAFT, ...change })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place },
    })
  })

  test('a stored secret is kept and lent, but never to another address', async () => {
    const sourceId = 'example-desk'
    const draft = { ...DRAFT, name: 'Renamed desk', secrets: {} }
    expect(await wire.client.sources.update({ sourceId, draft })).toMatchObject({
      name: 'Renamed desk',
      secretsSet: ['token'],
    })
    await wire.client.sources.preview({ draft, sourceId })
    expect(hub.script.lastSecrets()).toEqual({ token: 'first-secret' })
    const elsewhere = { ...draft, config: { address: 'https://elsewhere.example/' } }
    const refused = { code: 'REFUSED', data: { place: 'secrets.token' } }
    await expect(wire.client.sources.preview({ draft: elsewhere, sourceId })).rejects.toMatchObject(refused)
    await expect(wire.client.sources.update({ sourceId, draft: elsewhere })).rejects.toMatchObject(refused)
  })

  test('a preview of a source that cannot be read is an answer with the fault', async () => {
    const down = await wire.client.sources.preview({
      draft: { ...DRAFT, config: { address: 'https://down.example/' } },
    })
    expect(down.fault).toMatchObject({ code: 'connection-refused', detail: 'nobody answers at down.example' })
    const broken = await wire.client.sources.preview({
      draft: { ...DRAFT, config: { address: 'https://broken.example/' } },
    })
    expect(broken.fault?.code).toBe('internal')
    expect(JSON.stringify(broken)).not.toContain('a secret of the connector')
  })

  test('views are saved, listed and removed', async () => {
    const view = { id: 'mine', name: 'Mine', state: { queue: ['NOC'], sort: null } }
    await wire.client.settings.saveView(view)
    expect(await wire.client.settings.views()).toEqual([view])
    await wire.client.settings.removeView({ id: 'mine' })
    expect(await wire.client.settings.views()).toEqual([])
  })

  test('users and wall tokens: no hash comes out, a token only once, the only admin stays', async () => {
    const user = await wire.client.access.addUser({
      name: 'ana',
      role: 'admin',
      password: 'a long enough one',
    })
    expect(user).toEqual({ name: 'ana', role: 'admin', createdAt: START })
    await expect(wire.client.access.removeUser({ name: 'ana' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'name' },
    })
    const { token, wallToken } = await wire.client.access.addWallToken({ label: 'Hall' })
    expect(token.length).toBeGreaterThan(40)
    const listed = JSON.stringify([await wire.client.access.users(), await wire.client.access.wallTokens()])
    expect(listed).toContain(wallToken.id)
    expect(listed).not.toMatch(/scrypt|hash/i)
    expect(listed).not.toContain(token)
    const revoked: unknown[] = []
    hub.backend.revocations.subscribe((revocation) => revoked.push(revocation))
    await wire.client.access.revokeWallToken({ id: wallToken.id })
    expect(revoked).toEqual([{ wallTokenId: wallToken.id }])
  })

  test('a file is shown as what it would become, then imported, twice without doubling', async () => {
    const text = 'Number,Title,State,Opened\n1,No data,Open,2026-06-01T06:00:00Z\n2,No SMS,Open,yesterday\n'
    const file = { fileName: 'cases.csv', base64: Buffer.from(text).toString('base64'), mapping: null }
    const preview = await wire.client.tickets.previewFile(file)
    expect(preview).toMatchObject({ ticketCount: 1, refusalCount: 1, tickets: [{ subject: 'No data' }] })
    expect(preview.columns).toEqual(['Number', 'Title', 'State', 'Opened'])
    expect(preview.refusals[0]?.place).toContain('3')

    const sent = { ...file, mapping: preview.mapping, sourceName: 'Old desk' }
    const imported = await wire.client.tickets.importFile(sent)
    expect(imported).toMatchObject({ sourceId: 'old-desk', tickets: 1, refusalCount: 1 })
    expect((await wire.client.tickets.importFile(sent)).sourceId).toBe('old-desk')
    const rows = (await wire.client.board.rows()).rows.filter((row) => row.sourceId === 'old-desk')
    expect(rows).toMatchObject([{ caseNumber: '1', subject: 'No data' }])

    const source = (await wire.client.sources.list()).find(({ id }) => id === 'old-desk')
    expect(source).toMatchObject({ kind: 'file', enabled: false, health: { state: 'paused', records: 1 } })

    const unmapped = { ...sent, mapping: { ...preview.mapping, columns: {} } }
    await expect(wire.client.tickets.importFile(unmapped)).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'mapping' },
    })
    await wire.client.sources.remove({ sourceId: 'old-desk' })
  })

  test('a removed source takes its tickets and clocks with it', async () => {
    await wire.client.sources.remove({ sourceId: 'example-desk' })
    expect((await wire.client.board.rows()).rows).toEqual([])
    expect(await wire.client.sources.list()).toEqual([])
    await expect(wire.client.tickets.get({ ticketId: 'example-desk:1' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

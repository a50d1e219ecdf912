import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { allOf } from '../support/all-of.ts'
import { callId, CALLS, switchCalls } from '../support/switch-calls.ts'
import { callerOf, openHub, START, type TestHub } from './support/hub.ts'
import { codeQuestion, readIn, sendFile } from './support/record-sets.ts'
import { scriptTicket } from './support/script-source.ts'
import { type OpenWire, wires } from './support/wires.ts'

const IN = { name: 'Calls', timeZone: 'UTC', profileId: null }
const { definition } = codeQuestion('')

describe.each(wires)('over $name', ({ open }) => {
  let hub: TestHub
  let wire: OpenWire
  let calls: RecordSet
  beforeAll(async () => {
    hub = await openHub()
    wire = await open(hub.backend.router, callerOf('operator'))
    calls = await readIn(wire.client, 'calls.csv', switchCalls({ fault: true }))
  })
  afterAll(async () => {
    await wire.close()
    await hub.close()
  })

  function errors(): string[] {
    return hub.logged.filter(({ level }) => level === 'error').map(({ message }) => message)
  }

  function onDisk(): string[] {
    const sets = readdirSync(join(hub.policyDirectory, '..', 'record-sets'))
    return sets.filter((name) => name !== 'duckdb.part')
  }

  function uploads(): string[] {
    return readdirSync(join(hub.policyDirectory, '..', 'uploads'))
  }

  test('a file sent in parts becomes a record set; what was sent is then gone', async () => {
    const uploadIds = [await sendFile(wire.client, 'more.csv', switchCalls({ fault: false }), 3_001)]
    const steps = await allOf(await wire.client.records.importUploads({ uploadIds, ...IN }))
    const last = steps.pop()
    expect(last).toMatchObject({
      kind: 'result',
      recordSet: { name: 'Calls', files: ['more.csv'], rows: CALLS, importedAt: START, timeZone: 'UTC' },
    })
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(['progress']))
    const set = last?.kind === 'result' ? last.recordSet : calls
    expect(await wire.client.records.get({ recordSetId: set.id })).toEqual(set)
    expect((await wire.client.records.list()).map(({ id }) => id)).toContain(set.id)
    expect(uploads()).toEqual([])
    await wire.client.records.remove({ recordSetId: set.id })
    await expect(wire.client.records.get({ recordSetId: set.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('several files become one set; a part sent twice is kept once', async () => {
    const first = await sendFile(wire.client, 'a.csv', 'carrier,sip_code\nAlpha,200\n')
    const { uploadId } = await wire.client.records.beginUpload({ fileName: 'b.csv', bytes: 28 })
    const part = { uploadId, offset: 0, base64: Buffer.from('carrier,sip_').toString('base64') }
    expect(await wire.client.records.sendPart(part)).toEqual({ received: 12 })
    expect(await wire.client.records.sendPart(part)).toEqual({ received: 12 })
    const rest = Buffer.from('code\nBeta,503\nX,').toString('base64')
    expect(await wire.client.records.sendPart({ uploadId, offset: 12, base64: rest })).toEqual({
      received: 28,
    })
    const uploadIds = [first, uploadId]
    const steps = await allOf(await wire.client.records.importUploads({ uploadIds, ...IN }))
    const last = steps.at(-1)
    if (last?.kind !== 'result') throw new Error('no record set')
    expect(last.recordSet.files).toEqual(['a.csv', 'b.csv'])
    const rows = await wire.client.records.rows({ recordSetId: last.recordSet.id, where: null })
    expect(rows.map(({ values }) => values['carrier'])).toEqual(['Alpha', 'Beta', 'X'])
    await wire.client.records.remove({ recordSetId: last.recordSet.id })
  })

  test('what does not arrive whole is refused with a sentence and can be forgotten', async () => {
    const { uploadId } = await wire.client.records.beginUpload({ fileName: 'half.csv', bytes: 100 })
    const base64 = Buffer.from('carrier').toString('base64')
    await expect(wire.client.records.sendPart({ uploadId, offset: 7, base64 })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'base64', reason: expect.stringContaining('half.csv is missing') },
    })
    await wire.client.records.sendPart({ uploadId, offset: 0, base64 })
    const read = async () => allOf(await wire.client.records.importUploads({ uploadIds: [uploadId], ...IN }))
    await expect(read()).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'uploadIds', reason: expect.stringContaining('only 7 of 100 bytes') },
    })
    await wire.client.records.cancelUpload({ uploadId })
    await expect(read()).rejects.toMatchObject({
      data: { place: 'uploadIds', reason: expect.stringContaining('choose it again') },
    })
    expect(uploads()).toEqual([])
  })

  test('a file with no records, a zone or a layout that nobody knows are refused at their place', async () => {
    const uploadIds = [await sendFile(wire.client, 'empty.csv', '\n')]
    const read = async (change: object) =>
      allOf(await wire.client.records.importUploads({ uploadIds, ...IN, ...change }))
    await expect(read({})).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'uploadIds', reason: expect.stringContaining('empty.csv') },
    })
    await expect(read({ timeZone: 'Mars/Olympus' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'timeZone' },
    })
    await expect(read({ profileId: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await wire.client.records.cancelUpload({ uploadId: uploadIds[0] ?? '' })
  })

  test('an import that is cancelled keeps nothing and is no failure', async () => {
    const before = onDisk()
    const uploadIds = [
      await sendFile(wire.client, 'many.csv', switchCalls({ fault: true, calls: 20_000 }), 1e6),
    ]
    const abort = new AbortController()
    const steps = await wire.client.records.importUploads({ uploadIds, ...IN }, { signal: abort.signal })
    const reading = allOf(steps).then(
      () => 'read',
      () => 'cancelled',
    )
    abort.abort()
    expect(await reading).toBe('cancelled')
    await expect.poll(onDisk).toEqual(before)
    expect((await wire.client.records.list()).map(({ id }) => id)).toEqual([calls.id])
    expect(errors()).toEqual([])
    // What was sent stays for another try.
    expect(uploads()).toEqual(uploadIds)
    await wire.client.records.cancelUpload({ uploadId: uploadIds[0] ?? '' })
  })

  test('values, rows and both sides are shown', async () => {
    const recordSetId = calls.id
    expect(await wire.client.records.values({ recordSetId, column: 'carrier', beginning: 'b' })).toEqual([
      { value: 'Beta', records: CALLS / 4 },
    ])
    const rows = await wire.client.records.rows({ recordSetId, where: 'carrier = Beta', limit: 2 })
    expect(rows.map(({ row, values }) => [row, values['call_id']])).toEqual([
      [1, callId(1)],
      [5, callId(5)],
    ])
    const sides = await wire.client.records.sides({ recordSetId, definition })
    expect(sides.failing.records + sides.working.records).toBe(CALLS)
    expect(sides.failing.from).toBe(START - 7_200_000 + 5 * 15_000)
    const [suggestion] = await wire.client.records.suggestFailing({ recordSetId })
    expect(suggestion?.definition.failed).toContain('sip_code')
    const suggested = suggestion === undefined ? definition : suggestion.definition
    expect(await wire.client.records.sides({ recordSetId, definition: suggested })).toEqual(sides)
  })

  test('what cannot be asked is refused with line and column', async () => {
    const recordSetId = calls.id
    expect(await wire.client.records.checkCondition({ recordSetId, text: 'sip_code >= 400' })).toEqual([])
    expect(
      await wire.client.records.checkCondition({ recordSetId, text: 'pop = x and\n colour = red' }),
    ).toEqual([
      {
        line: 2,
        column: 2,
        problem: 'unknown-column',
        detail: expect.objectContaining({ column: 'colour' }),
      },
    ])
    await expect(wire.client.records.rows({ recordSetId, where: 'colour = red' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'where', reason: expect.stringMatching(/^line 1, column 1: .*colour/) },
    })
    await expect(
      wire.client.records.sides({ recordSetId, definition: { ...definition, working: 'sip_code <' } }),
    ).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'working', reason: expect.stringMatching(/^line 1, column \d+: /) },
    })
    await expect(
      wire.client.records.sides({ recordSetId, definition: { ...definition, failed: null } }),
    ).rejects.toMatchObject({ data: { place: 'failed' } })
    await expect(
      wire.client.records.sides({ recordSetId, definition: { ...definition, totalCountColumn: 'sip_code' } }),
    ).rejects.toMatchObject({ data: { place: 'failedCountColumn' } })
    await expect(
      wire.client.records.sides({ recordSetId, definition: { ...definition, weightColumn: 'carrier' } }),
    ).rejects.toMatchObject({ data: { place: 'weightColumn', reason: expect.stringContaining('carrier') } })
    await expect(wire.client.records.values({ recordSetId, column: 'colour' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'column', reason: expect.stringContaining('colour') },
    })
  })

  test('columns are put right, and the records read anew', async () => {
    const set = await readIn(wire.client, 'sims.csv', 'plan,state\n10,up\n10,down\n20,up\n')
    const recordSetId = set.id
    const columns = [{ name: 'plan', kind: 'category' as const, role: 'rate-plan' as const }]
    const changed = await wire.client.records.setColumns({ recordSetId, columns })
    expect(changed.columns.find(({ name }) => name === 'plan')).toMatchObject({
      kind: 'category',
      role: 'rate-plan',
    })
    expect(await wire.client.records.get({ recordSetId })).toEqual(changed)
    await expect(
      wire.client.records.setColumns({
        recordSetId,
        columns: [{ name: 'colour', kind: 'category', role: null }],
      }),
    ).rejects.toMatchObject({ code: 'REFUSED', data: { place: 'columns' } })
    await wire.client.records.remove({ recordSetId })
  })

  test('records that tickets name are found by their identifiers', async () => {
    hub.backend.store.sources.save({
      id: 'desk',
      kind: 'script',
      role: 'tickets',
      name: 'Desk',
      enabled: true,
      pollSeconds: 60,
      config: {},
      sealedSecrets: {},
    })
    const subject = `Call ${callId(13)} and call-id: <${callId(20)}>. Nothing of none@switch.example`
    const entries = [scriptTicket('1', START, { subject }), scriptTicket('2', START)]
    const progress = { done: 2, total: 2 }
    const page = { entries, absent: [], refusals: [], cursor: {}, progress, clockSkewMs: null }
    hub.backend.store.tickets.applyPage('desk', page, { now: START })
    const recordSetId = calls.id
    const named = await wire.client.records.namedByTickets({
      recordSetId,
      ticketIds: ['desk:1', 'desk:2', 'desk:no such'],
    })
    expect(named).toMatchObject({ records: 2, identifiers: 2, condition: expect.stringContaining('call_id') })
    const found = await wire.client.records.rows({ recordSetId, where: named.condition })
    expect(found.map(({ row }) => row)).toEqual([13, 20])
    expect(await wire.client.records.namedByTickets({ recordSetId, ticketIds: ['desk:2'] })).toEqual({
      condition: null,
      records: 0,
      identifiers: 0,
    })
  })

  test('layouts are kept beside those of the program, which nobody changes', async () => {
    const [known] = await wire.client.records.profiles()
    if (known === undefined) throw new Error('no layout is known')
    expect(known.own).toBe(false)
    const { own: _, ...layout } = known
    await expect(wire.client.records.saveProfile(layout)).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'id' },
    })
    await wire.client.records.saveProfile({ ...layout, id: 'ours', name: 'Ours' })
    const ours = (await wire.client.records.profiles()).filter(({ own }) => own)
    expect(ours).toEqual([{ ...layout, id: 'ours', name: 'Ours', own: true }])
    await wire.client.records.removeProfile({ id: 'ours' })
    expect((await wire.client.records.profiles()).some(({ own }) => own)).toBe(false)
  })

  test('a folder that is not there is told with what to do', async () => {
    const folder = {
      id: 'switch',
      name: 'Switch',
      path: join(hub.policyDirectory, 'no such folder'),
      pattern: '*.csv',
      profileId: null,
      timeZone: 'UTC',
      enabled: true,
    }
    await expect(
      wire.client.records.saveFolder({ ...folder, timeZone: 'Mars/Olympus' }),
    ).rejects.toMatchObject({ code: 'REFUSED', data: { place: 'timeZone' } })
    await wire.client.records.saveFolder(folder)
    await expect
      .poll(() => wire.client.records.folders())
      .toEqual([{ folder, lastImportAt: null, fault: expect.stringContaining('no such folder') }])
    await wire.client.records.removeFolder({ id: 'switch' })
    expect(await wire.client.records.folders()).toEqual([])
  })
})

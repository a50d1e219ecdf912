import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyEvidence } from '../../electron/backend/evidence/verify-evidence.ts'
import { createWords } from '../../electron/backend/words/create-words.ts'
import { callerOf, openHub, START, type TestHub } from './support/hub.ts'
import { scriptTicket } from './support/script-source.ts'
import { type OpenWire, wires } from './support/wires.ts'

const HOUR = 3_600_000
const TICKET = 'desk:A 7'
const english = await createWords('en')

function putTicket({ backend }: TestHub): void {
  backend.store.sources.save({
    id: 'desk',
    kind: 'script',
    role: 'tickets',
    name: 'Desk',
    enabled: true,
    pollSeconds: 60,
    config: {},
    sealedSecrets: {},
  })
  const entries = [scriptTicket('A 7', START - 2 * HOUR, { caseNumber: '=A/7' })]
  const progress = { done: 1, total: 1 }
  const page = { entries, absent: [], refusals: [], cursor: {}, progress, clockSkewMs: null }
  backend.store.tickets.applyPage('desk', page, { now: START })
}

describe.each(wires)('over $name', ({ open }) => {
  let hub: TestHub
  let wire: OpenWire
  beforeAll(async () => {
    hub = await openHub()
    const settings = await hub.admin.settings.get()
    await hub.admin.settings.update({ ...settings, defaultPolicyId: 'plain' })
    putTicket(hub)
    // Evidence is for whoever may look.
    wire = await open(hub.backend.router, callerOf('viewer'))
  })
  afterAll(async () => {
    await wire.close()
    await hub.close()
  })

  test('a ledger comes with its explanation, as keys and values', async () => {
    const { explanation } = await wire.client.tickets.ledger({
      ticketId: TICKET,
      clockId: 'first-response',
    })
    expect(explanation.map(({ key }) => key)).toEqual([
      'explain.contract',
      'explain.promise',
      'explain.applies.toAll',
      'explain.started',
      'explain.hours.always',
      'explain.countedOver',
      'reason.breached',
    ])
    expect(explanation.find(({ key }) => key === 'explain.started')?.values).toEqual({
      at: START - 2 * HOUR,
      event: 'created',
    })
  })

  test('the ledgers of a ticket leave as a table that no spreadsheet runs', async () => {
    const { fileName, mediaType, text } = await wire.client.tickets.exportClocks({
      ticketId: TICKET,
      format: 'csv',
    })
    expect([fileName, mediaType]).toEqual(['clocks-A-7-20260601T080000Z.csv', 'text/csv'])
    expect(text.split('\n')).toEqual([
      'case,contract,version,clock,metric,label,from UTC,to UTC,from local,to local,seconds,counted seconds so far,cause event,cause kind,cause side,sentence',
      "'=A/7,plain,1,first-response,first-response,counted,2026-06-01T06:00:00.000Z,2026-06-01T07:00:00.000Z,2026-06-01T06:00:00+00:00,2026-06-01T07:00:00+00:00,3600,3600,A 7-created,created,customer,Counted: response within 1 h.",
      "'=A/7,plain,1,first-response,first-response,overdue,2026-06-01T07:00:00.000Z,2026-06-01T08:00:00.000Z,2026-06-01T07:00:00+00:00,2026-06-01T08:00:00+00:00,3600,7200,,,,Counted after the promise was broken: response within 1 h.",
      "'=A/7,plain,1,resolution,resolution,counted,2026-06-01T06:00:00.000Z,2026-06-01T08:00:00.000Z,2026-06-01T06:00:00+00:00,2026-06-01T08:00:00+00:00,7200,7200,A 7-created,created,customer,Counted: resolution within 8 h.",
      '',
    ])
  })

  test('evidence holds, and each is signed by the same key of the hub', async () => {
    const keys = new Set<string>()
    for (let time = 1; time <= 2; time += 1) {
      const { fileName, mediaType, text } = await wire.client.tickets.exportClocks({
        ticketId: TICKET,
        format: 'json',
      })
      expect([fileName, mediaType]).toEqual(['clocks-A-7-20260601T080000Z.json', 'application/json'])
      const findings = verifyEvidence(text, { fingerprint: null, acceptUnsigned: false, words: english })
      expect(findings.filter(({ holds }) => !holds)).toEqual([])
      expect(text).not.toContain('lost its session')
      keys.add(JSON.parse(text).signature.publicKey)
    }
    expect([...keys]).toEqual([hub.backend.store.keys.get('evidence')?.publicKey])
    expect(hub.backend.store.keys.get('evidence')?.sealedPrivateKey).toMatch(/^sealed:/)
  })

  test('what does not exist is NOT_FOUND', async () => {
    await expect(
      wire.client.tickets.exportClocks({ ticketId: 'nobody:1', format: 'json' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('nothing leaves as evidence while the contract of the case cannot be used', async () => {
  const hub = await openHub()
  try {
    await hub.admin.settings.update({ defaultPolicyId: 'plain', policyAssignments: [], desks: [] })
    putTicket(hub)
    hub.backend.start()
    rmSync(join(hub.policyDirectory, 'plain.json'))
    await expect
      .poll(async () => (await hub.admin.tickets.get({ ticketId: TICKET })).clocks[0]?.state, {
        timeout: 10_000,
      })
      .toBe('cannot-be-computed')
    for (const format of ['csv', 'json'] as const) {
      await expect(hub.admin.tickets.exportClocks({ ticketId: TICKET, format })).rejects.toMatchObject({
        code: 'REFUSED',
        data: { place: 'contract', reason: expect.stringContaining('"plain"') },
      })
    }
  } finally {
    await hub.close()
  }
})

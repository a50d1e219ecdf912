import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Analysis } from '../../shared/records/analysis.ts'
import { switchCalls } from '../support/switch-calls.ts'
import { callerOf, openHub, START, type TestHub } from './support/hub.ts'
import { analysed, codeQuestion, readIn } from './support/record-sets.ts'
import { scriptTicket } from './support/script-source.ts'
import { type OpenWire, wires } from './support/wires.ts'

describe.each(wires)('over $name', ({ open }) => {
  let hub: TestHub
  let wire: OpenWire
  let analysis: Analysis
  beforeAll(async () => {
    hub = await openHub()
    wire = await open(hub.backend.router, callerOf('operator'))
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
    const entries = [scriptTicket('1', START, { caseNumber: 'A/7' })]
    const progress = { done: 1, total: 1 }
    const page = { entries, absent: [], refusals: [], cursor: {}, progress, clockSkewMs: null }
    hub.backend.store.tickets.applyPage('desk', page, { now: START })
    const set = await readIn(wire.client, 'calls.csv', switchCalls({ fault: true }))
    analysis = await analysed(wire.client, { question: codeQuestion(set.id) })
  })
  afterAll(async () => {
    await wire.close()
    await hub.close()
  })

  function draft(change: { findingIds?: string[]; language?: 'en' | 'es' } = {}) {
    return wire.client.incidentReports.draft({
      analysisId: analysis.id,
      timeZone: 'Europe/Madrid',
      ...change,
    })
  }

  test('a draft says what was proven, and is kept', async () => {
    const report = await draft()
    expect(report).toMatchObject({
      analysisId: analysis.id,
      ticketId: null,
      language: 'en',
      replication: 'poor',
      createdAt: START,
      updatedAt: START,
      updatedBy: 'operator',
    })
    expect(report.title).toContain('carrier Beta and codec G.729')
    expect(report.examples.length).toBeGreaterThan(0)
    const certainties = report.commonalities.map(({ certainty }) => certainty)
    expect(new Set(certainties)).toEqual(new Set(['observation', 'assumption']))
    expect(await wire.client.incidentReports.get({ reportId: report.id })).toEqual(report)
    expect(await wire.client.incidentReports.list({ analysisId: analysis.id })).toEqual([report])
    await wire.client.incidentReports.remove({ reportId: report.id })
    expect(await wire.client.incidentReports.list({})).toEqual([])
  })

  test('a draft in Spanish has the same lines in other words', async () => {
    const [english, spanish] = [await draft(), await draft({ language: 'es' })]
    expect(spanish.language).toBe('es')
    expect(spanish.commonalities.map(({ certainty }) => certainty)).toEqual(
      english.commonalities.map(({ certainty }) => certainty),
    )
    expect(spanish.commonalities).not.toEqual(english.commonalities)
    for (const { id } of [english, spanish]) await wire.client.incidentReports.remove({ reportId: id })
  })

  test('a report is edited and attached; whoever had it open before is told who was first', async () => {
    const report = await draft()
    const { createdAt: _at, updatedBy: _by, ...edited } = report
    const saved = await wire.client.incidentReports.save({
      ...edited,
      title: 'Calls over Beta',
      ticketId: 'desk:1',
      replication: 'isolation',
    })
    expect(saved).toMatchObject({ title: 'Calls over Beta', ticketId: 'desk:1', createdAt: START })
    expect(saved.updatedAt).toBeGreaterThan(report.updatedAt)
    expect(await wire.client.incidentReports.list({ ticketId: 'desk:1' })).toEqual([saved])
    await expect(wire.client.incidentReports.save({ ...edited, title: 'Another' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'updatedAt', reason: expect.stringContaining('operator has changed') },
    })
    const { updatedAt } = saved
    await expect(
      wire.client.incidentReports.save({ ...edited, updatedAt, ticketId: 'desk:none' }),
    ).rejects.toMatchObject({ code: 'REFUSED', data: { place: 'ticketId' } })
    expect(await wire.client.incidentReports.get({ reportId: report.id })).toEqual(saved)
    await wire.client.incidentReports.remove({ reportId: report.id })
    await expect(wire.client.incidentReports.save({ ...edited, updatedAt })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test.each([
    ['markdown', 'md', 'text/markdown', '# '],
    ['html', 'html', 'text/html', '<!doctype html>'],
    ['pdf', 'pdf', 'application/pdf', '%PDF-'],
  ] as const)('it leaves as %s, named by its case', async (format, ending, mediaType, beginning) => {
    const report = await draft()
    const { createdAt: _at, updatedBy: _by, ...edited } = report
    await wire.client.incidentReports.save({ ...edited, ticketId: 'desk:1' })
    const asked = { reportId: report.id, format, timeZone: 'Europe/Madrid' }
    const file = await wire.client.incidentReports.export(asked)
    expect([file.fileName, file.mediaType]).toEqual([`incident-A-7.${ending}`, mediaType])
    const content = Buffer.from(file.base64, 'base64').toString('latin1')
    expect(content.slice(0, beginning.length).toLowerCase()).toBe(beginning.toLowerCase())
    await expect(
      wire.client.incidentReports.export({ ...asked, timeZone: 'Mars/Olympus' }),
    ).rejects.toMatchObject({ code: 'REFUSED', data: { place: 'timeZone' } })
    await wire.client.incidentReports.remove({ reportId: report.id })
    await expect(wire.client.incidentReports.export(asked)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('nothing is drafted of what is not there', async () => {
    const asked = { analysisId: 'none', timeZone: 'UTC' }
    await expect(wire.client.incidentReports.draft(asked)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(
      wire.client.incidentReports.draft({ analysisId: analysis.id, timeZone: 'Mars/Olympus' }),
    ).rejects.toMatchObject({ code: 'REFUSED', data: { place: 'timeZone' } })
    await expect(draft({ findingIds: ['none'] })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'findingIds' },
    })
    expect(await wire.client.incidentReports.list({})).toEqual([])
  })
})

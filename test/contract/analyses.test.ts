import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Analysis } from '../../shared/records/analysis.ts'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { allOf } from '../support/all-of.ts'
import { callId, CALLS, switchCalls } from '../support/switch-calls.ts'
import { callerOf, openHub, START, type TestHub } from './support/hub.ts'
import { analysed, codeQuestion, readIn } from './support/record-sets.ts'
import { scriptTicket } from './support/script-source.ts'
import { type OpenWire, wires } from './support/wires.ts'

const TICKET = 'desk:1'
const CAUSE = [
  { kind: 'value', column: 'carrier', value: 'Beta' },
  { kind: 'value', column: 'codec', value: 'G.729' },
]

describe.each(wires)('over $name', ({ open }) => {
  let hub: TestHub
  let wire: OpenWire
  let calls: RecordSet
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
    putTicket('open', START)
    calls = await readIn(wire.client, 'calls.csv', switchCalls({ fault: true }))
  })
  afterAll(async () => {
    await wire.close()
    await hub.close()
  })

  function putTicket(status: 'open' | 'resolved', updatedAt: number): void {
    const entries = [scriptTicket('1', START, { status, updatedAt })]
    const progress = { done: 1, total: 1 }
    const page = { entries, absent: [], refusals: [], cursor: {}, progress, clockSkewMs: null }
    hub.backend.store.tickets.applyPage('desk', page, { now: START })
  }

  function run(change: Parameters<typeof codeQuestion>[1] = {}, ticketId: string | null = null) {
    return analysed(wire.client, { question: codeQuestion(calls.id, change), ticketId })
  }

  async function refusal(change: Parameters<typeof codeQuestion>[1]): Promise<unknown> {
    return run(change).then(
      () => 'answered',
      (error: unknown) => error,
    )
  }

  test('a search tells progress, then what it found, and keeps the last answer', async () => {
    const question = codeQuestion(calls.id)
    const input = { question, name: ' Calls of Monday ', ticketId: TICKET }
    const steps = await allOf(await wire.client.analyses.run(input))
    expect(steps[0]).toEqual({ kind: 'progress', done: 0, total: 3 })
    const answers = steps.flatMap((step) => (step.kind === 'answer' ? [step.answer] : []))
    expect(answers.map(({ done }) => done)).toEqual([...answers.slice(1).map(() => false), true])
    const last = steps.at(-1)
    if (last?.kind !== 'result') throw new Error('no analysis')
    const { analysis } = last
    expect(analysis).toMatchObject({
      name: 'Calls of Monday',
      question,
      recordSetName: 'calls.csv',
      ticketId: TICKET,
      pinned: false,
      createdAt: START,
      createdBy: 'operator',
      result: answers.at(-1),
    })
    const [finding] = analysis.result.findings
    expect(finding).toMatchObject({ verdict: 'proven', parts: CAUSE, risk: null, trend: null })
    expect(finding?.counts.failing.inside).toBeGreaterThan(50)
    expect(analysis.result.sampling).toBeNull()
    expect(await wire.client.analyses.get({ analysisId: analysis.id })).toEqual(analysis)
    expect(await wire.client.analyses.list({ ticketId: TICKET })).toEqual([
      expect.objectContaining({ id: analysis.id, proven: 1, best: CAUSE, recordSetId: calls.id }),
    ])
    await wire.client.analyses.remove({ analysisId: analysis.id })
    expect(await wire.client.analyses.list({})).toEqual([])
  })

  test('the same question has the same answer', async () => {
    const [first, second] = [await run(), await run()]
    expect(second.result).toEqual(first.result)
    const comparison = await wire.client.analyses.compare({ first: first.id, second: second.id })
    expect(comparison).toMatchObject({ same: [{ ratioChange: 1 }], onlyFirst: [], onlySecond: [] })
    for (const { id } of [first, second]) await wire.client.analyses.remove({ analysisId: id })
  })

  test('a pair of examples is a failing and a working call with their texts, and leaves as a small file', async () => {
    const analysis = await run()
    const [finding] = analysis.result.findings
    const [pair] = finding?.examples ?? []
    if (finding === undefined || pair === undefined) throw new Error('no example')
    expect(pair.failing.values).toMatchObject({ call_id: callId(pair.failing.row), carrier: 'Beta' })
    expect(Number(pair.failing.values['sip_code'])).toBeGreaterThanOrEqual(400)
    expect(pair.working.values).toMatchObject({ call_id: callId(pair.working.row), sip_code: '200' })
    const file = await wire.client.analyses.examples({ analysisId: analysis.id, findingId: finding.id })
    expect([file.fileName, file.mediaType]).toEqual([`examples-${finding.id.slice(0, 8)}.csv`, 'text/csv'])
    const [header, failing, working] = file.text.split('\n')
    expect(header).toBe('A/B,call_id,start,called_number,carrier,codec,pop,sip_code')
    expect(failing).toContain(`A1 failing,${callId(pair.failing.row)},`)
    expect(working).toContain(`B1 working,${callId(pair.working.row)},`)
    await expect(
      wire.client.analyses.examples({ analysisId: analysis.id, findingId: 'nothing' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await wire.client.analyses.remove({ analysisId: analysis.id })
  })

  test('columns to leave out, order, baseline and totals are heard', async () => {
    const ignoring = await run({ ignore: ['carrier'] })
    expect(JSON.stringify(ignoring.result.findings)).not.toContain('"carrier","value"')
    expect(ignoring.result.setAside).toContainEqual({ column: 'carrier', reason: 'ignored' })
    const single = await run({ maxOrder: 1 })
    expect(single.result.findings.every(({ parts }) => parts.length === 1)).toBe(true)
    const whole = await run({ allRecords: true })
    expect(whole.result.findings[0]?.risk?.inside).toBeGreaterThan(0.8)
    const noon = new Date(START - 3_600_000).toISOString()
    const { definition } = codeQuestion(calls.id)
    const late = await run({
      definition: { ...definition, where: `start >= ${noon}` },
      baseline: `start < ${noon}`,
    })
    expect(late.result.sides.failing.from).toBeGreaterThanOrEqual(START - 3_600_000)
    expect(late.result.findings[0]).toMatchObject({ parts: CAUSE, trend: 'chronic' })
    for (const { id } of [ignoring, single, whole, late])
      await wire.client.analyses.remove({ analysisId: id })
  })

  test('what cannot be asked is refused with its place, and nothing is kept', async () => {
    const { definition } = codeQuestion(calls.id)
    expect(await refusal({ definition: { ...definition, failed: 'colour = red' } })).toMatchObject({
      code: 'REFUSED',
      data: { place: 'failed', reason: expect.stringMatching(/^line 1, column 1: .*colour/) },
    })
    expect(await refusal({ baseline: 'start <' })).toMatchObject({
      code: 'REFUSED',
      data: { place: 'baseline', reason: expect.stringMatching(/^line 1, column /) },
    })
    expect(await refusal({ definition: { ...definition, where: 'pop ~ "("' } })).toMatchObject({
      code: 'REFUSED',
      data: { place: 'where' },
    })
    for (const place of ['ignore', 'keep', 'blankAsValue', 'matchOn']) {
      expect(await refusal({ [place]: ['colour'] })).toMatchObject({
        code: 'REFUSED',
        data: { place, reason: expect.stringContaining('colour') },
      })
    }
    expect(await refusal({ recordSetId: 'nothing' })).toMatchObject({ code: 'NOT_FOUND' })
    await expect(run({}, 'desk:no such')).rejects.toMatchObject({
      code: 'REFUSED',
      data: { place: 'ticketId' },
    })
    expect(await wire.client.analyses.list({})).toEqual([])
    expect(hub.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('records of one class have nothing to compare: a warning, no finding, no failure', async () => {
    const { definition } = codeQuestion(calls.id)
    const analysis = await run({ definition: { ...definition, failed: 'sip_code >= 900' } })
    expect(analysis.result).toMatchObject({ findings: [], unexplained: 0 })
    expect(analysis.result.sides.warnings).toContainEqual(expect.objectContaining({ kind: 'one-class' }))
    await wire.client.analyses.remove({ analysisId: analysis.id })
  })

  test('a search that is cancelled keeps nothing and is no failure', async () => {
    for (const afterSteps of [0, 1, 2]) {
      const abort = new AbortController()
      const input = { question: codeQuestion(calls.id), name: '', ticketId: null }
      const steps = await wire.client.analyses.run(input, { signal: abort.signal })
      for (let step = 0; step < afterSteps; step += 1) await steps.next()
      const reading = allOf(steps).then(
        () => 'read',
        () => 'cancelled',
      )
      abort.abort()
      expect(await reading).toBe('cancelled')
    }
    const left = await wire.client.analyses.run({ question: codeQuestion(calls.id) })
    await left.next()
    await left.return?.(undefined)
    // The next search is answered, so those before have ended.
    const next = await run()
    expect((await wire.client.analyses.list({})).map(({ id }) => id)).toEqual([next.id])
    expect(hub.logged.filter(({ level }) => level === 'error')).toEqual([])
    await wire.client.analyses.remove({ analysisId: next.id })
  })

  test('an analysis is named, pinned and attached', async () => {
    const { id } = await run()
    const changed = await wire.client.analyses.change({
      analysisId: id,
      name: 'Monday',
      pinned: true,
      ticketId: TICKET,
    })
    expect(changed).toMatchObject({ id, name: 'Monday', pinned: true, ticketId: TICKET })
    await expect(
      wire.client.analyses.change({ analysisId: id, name: 'x', pinned: true, ticketId: 'desk:none' }),
    ).rejects.toMatchObject({ code: 'REFUSED', data: { place: 'ticketId' } })
    await expect(
      wire.client.analyses.change({ analysisId: 'none', name: 'x', pinned: true, ticketId: null }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await wire.client.analyses.remove({ analysisId: id })
  })

  describe('after a fix', () => {
    let analysis: Analysis
    beforeAll(async () => {
      analysis = await run({}, TICKET)
    })

    async function confirm(text: string, where: string | null = null) {
      const set = await readIn(wire.client, 'fresh.csv', text)
      const [finding] = analysis.result.findings
      return wire.client.analyses.confirmFix({
        analysisId: analysis.id,
        findingId: finding?.id ?? '',
        recordSetId: set.id,
        where,
      })
    }

    async function boardRow() {
      const { rows } = await wire.client.board.rows()
      return rows.find(({ ticketId }) => ticketId === TICKET)
    }

    test('that failed, the resolved ticket is back on the board until it holds', async () => {
      putTicket('resolved', START + 1)
      const failed = await confirm(switchCalls({ fault: true }))
      expect(failed).toMatchObject({
        verdict: 'unchanged',
        ticketId: TICKET,
        signature: { parts: CAUSE },
        recordSetName: 'fresh.csv',
        needed: null,
        at: START,
        by: 'operator',
      })
      expect(failed.after.failed / failed.after.total).toBeGreaterThan(0.85)
      expect(failed.after.total + failed.others.total).toBe(CALLS)
      expect(await boardRow()).toMatchObject({
        status: 'resolved',
        failedFixAt: START,
        nextAction: 'resolve',
      })
      const tooFew = await confirm(
        switchCalls({ fault: false }),
        `start < ${new Date(START - 6_900_000).toISOString()}`,
      )
      expect(tooFew).toMatchObject({ verdict: 'too-few', needed: expect.any(Number) })
      expect(await boardRow()).toMatchObject({ failedFixAt: START })

      const gone = await confirm(switchCalls({ fault: false }))
      expect(gone).toMatchObject({ verdict: 'gone', before: failed.before })
      expect(await boardRow()).toBeUndefined()
      const told = await wire.client.analyses.confirmations({ ticketId: TICKET })
      expect(told.map(({ verdict }) => verdict).toSorted()).toEqual(['gone', 'too-few', 'unchanged'])
    })

    test('what cannot be tried is refused', async () => {
      await expect(confirm('colour,sip_code\nred,200\nblue,503\n')).rejects.toMatchObject({
        code: 'REFUSED',
        data: { place: 'recordSetId', reason: expect.stringContaining('carrier') },
      })
      await expect(confirm(switchCalls({ fault: true }), 'colour = red')).rejects.toMatchObject({
        code: 'REFUSED',
        data: { place: 'where', reason: expect.stringMatching(/^line 1, column 1/) },
      })
      const input = { analysisId: analysis.id, findingId: 'none', recordSetId: calls.id }
      await expect(wire.client.analyses.confirmFix(input)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    })
  })
})

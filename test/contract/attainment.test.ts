import { getEventIteratorSchemaDetails } from '@orpc/contract'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import type { Attainment } from '../../shared/contract/attainment.ts'
import type { Progress } from '../../shared/contract/progress.ts'
import { callerOf, openHub, START, type TestHub } from './support/hub.ts'
import { scriptTicket } from './support/script-source.ts'
import { wires, type OpenWire } from './support/wires.ts'

const HOUR = 3_600_000
const QUESTION = { from: '2026-05', to: '2026-06', timeZone: 'Etc/UTC', policyId: null, customer: null }

describe.each(wires)('attainment over $name', ({ open }) => {
  let hub: TestHub
  let wire: OpenWire
  beforeAll(async () => {
    hub = await openHub()
    wire = await open(hub.backend.router, callerOf('viewer'))
    await hub.admin.settings.update({ defaultPolicyId: 'plain', policyAssignments: [], desks: [] })
    await hub.admin.sources.add({
      kind: 'script',
      name: 'Desk',
      config: { address: 'https://desk.example/' },
      secrets: { token: 'x' },
    })
    // Responses are due an hour after, resolutions eight: in May one of each was broken, in June nothing is decided.
    hub.script.put(scriptTicket('1', START - 20 * HOUR), scriptTicket('2', START))
    await hub.admin.sources.syncNow({ sourceId: 'desk' })
    await vi.waitUntil(async () => (await hub.admin.board.rows()).rows.length === 2)
  })
  afterAll(async () => {
    await wire.close()
    await hub.close()
  })

  async function everything(question: typeof QUESTION): Promise<(Progress | Attainment)[]> {
    const items: (Progress | Attainment)[] = []
    for await (const item of await wire.client.attainment.report(question)) items.push(item)
    return items
  }

  test('is some progress, then one result', async () => {
    const items = await everything(QUESTION)
    expect(items.slice(0, -1).every(({ kind }) => kind === 'progress')).toBe(true)
    expect(items.at(-2)).toEqual({ kind: 'progress', done: 2, total: 2 })
    const row = {
      policyId: 'plain',
      severity: 'P1',
      customer: 'Andes Freight',
      met: 0,
      breached: 1,
      excluded: 0,
    }
    expect(items.at(-1)).toEqual({
      kind: 'result',
      tickets: 1,
      notComputable: 0,
      rows: [
        { ...row, metric: 'first-response', month: '2026-05' },
        { ...row, metric: 'resolution', month: '2026-05' },
      ],
      goals: [],
    })
  })

  test('keeps to the contract, although its rows are not checked on their way out', async () => {
    const { outputSchema } = contract.attainment.report['~orpc']
    const yields = getEventIteratorSchemaDetails(outputSchema)?.yields
    for (const item of await everything(QUESTION)) {
      expect(await yields?.['~standard'].validate(item)).toEqual({ value: item })
    }
  })

  test('as CSV is the same in one table', async () => {
    const { fileName, text } = await wire.client.attainment.csv(QUESTION)
    expect(fileName).toBe('attainment-2026-05-to-2026-06.csv')
    expect(parse(text, { columns: true })).toMatchObject([
      {
        'contract id': 'plain',
        contract: 'Plain',
        metric: 'first-response',
        month: '2026-05',
        breached: '1',
      },
      { 'contract id': 'plain', contract: 'Plain', metric: 'resolution', month: '2026-05', breached: '1' },
    ])
  })

  test.each([
    [{ to: '2026-04' }, 'to'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ policyId: 'gone' }, 'policyId'],
  ])('%j is refused at its place, as report and as CSV', async (change, place) => {
    const question = { ...QUESTION, ...change }
    const refusal = { code: 'REFUSED', data: { place } }
    await expect(wire.client.attainment.report(question)).rejects.toMatchObject(refusal)
    await expect(wire.client.attainment.csv(question)).rejects.toMatchObject(refusal)
  })

  test('may be left unread: whoever stops cancels it', async () => {
    const stream = await wire.client.attainment.report(QUESTION)
    expect((await stream.next()).value).toMatchObject({ kind: 'progress' })
    await stream.return?.(undefined)
    expect((await stream.next()).done).toBe(true)
    expect(await everything(QUESTION)).toHaveLength(3)
  })
})

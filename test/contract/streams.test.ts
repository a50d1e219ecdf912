import { getEventIteratorSchemaDetails } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import type { LiveItem } from '../../shared/contract/live.ts'
import { callerOf, openHub, START, type TestHub } from './support/hub.ts'
import { scriptTicket } from './support/script-source.ts'
import { type OpenWire, wires } from './support/wires.ts'

const MINUTE = 60_000

async function next<T>(stream: AsyncIterator<T>): Promise<T> {
  const item = await stream.next()
  if (item.done === true) throw new Error('the stream has ended')
  return item.value
}

describe.each(wires)('a live stream over $name', ({ open }) => {
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
    await sync(scriptTicket('1', START), scriptTicket('2', START))
  })
  afterAll(async () => {
    await wire.close()
    await hub.close()
  })

  async function sync(...tickets: ReturnType<typeof scriptTicket>[]): Promise<void> {
    const { revision } = await hub.admin.board.rows()
    hub.script.put(...tickets)
    await hub.admin.sources.syncNow({ sourceId: 'desk' })
    await vi.waitUntil(async () => (await hub.admin.board.rows()).revision !== revision)
  }

  function watchers(): number {
    return hub.backend.watcherCount()
  }

  test('starts with a snapshot, then brings each change once', async () => {
    const stream = await wire.client.board.watch({})
    const first = await next(stream)
    expect(first.snapshot).toBe(true)
    expect(first.upserts.map((row) => row.caseNumber)).toEqual(['1', '2'])

    await sync(scriptTicket('2', START, { subject: 'Another subject', updatedAt: START + 1 }))
    const change = await next(stream)
    expect(change).toMatchObject({ snapshot: false, removals: [], upserts: [{ subject: 'Another subject' }] })

    await sync(scriptTicket('2', START, { status: 'closed', updatedAt: START + 2 }))
    expect(await next(stream)).toMatchObject({ upserts: [], removals: ['desk:2'] })
    await stream.return?.(undefined)
  })

  test('resumes after the revision it saw last, without the rest', async () => {
    const before = await wire.client.board.watch({})
    const seen = (await next(before)).revision
    await before.return?.(undefined)
    await sync(scriptTicket('3', START))
    const resumed = await wire.client.board.watch({ after: seen })
    const item = await next(resumed)
    expect(item).toMatchObject({ snapshot: false, upserts: [{ caseNumber: '3' }], removals: [] })
    await resumed.return?.(undefined)

    const unknown = await wire.client.board.watch({ after: 'another-start.7' })
    expect((await next(unknown)).snapshot).toBe(true)
    await unknown.return?.(undefined)
  })

  test('brings a breach when time alone makes it, as row and as alert', async () => {
    const alerts = await wire.client.alerts.watch({})
    expect((await next(alerts)).upserts).toEqual([])
    hub.timekeeper.moveTo(START + 61 * MINUTE)
    const raised: LiveItem<{ kind: string; raisedAt: number }>[] = []
    while (!raised.some((item) => item.upserts.some(({ kind }) => kind === 'breached')))
      raised.push(await next(alerts))
    const breach = raised.flatMap((item) => item.upserts).find(({ kind }) => kind === 'breached')
    expect(breach).toMatchObject({ metric: 'first-response', raisedAt: START + 60 * MINUTE })
    await alerts.return?.(undefined)
  })

  test('keeps to the contract, although live rows are not checked on their way out', async () => {
    const { outputSchema } = contract.board.rows['~orpc']
    expect(outputSchema?.safeParse(await wire.client.board.rows()).error).toBeUndefined()
    for (const subject of ['board', 'alerts', 'status', 'sources'] as const) {
      const stream = await wire.client[subject].watch({})
      const item = await next<unknown>(stream)
      const yields = getEventIteratorSchemaDetails(contract[subject].watch['~orpc'].outputSchema)?.yields
      const result = await yields?.['~standard'].validate(item)
      expect(result).toEqual({ value: item })
      await stream.return?.(undefined)
    }
  })

  test('frees its watcher when the reader stops, by return and by abort', async () => {
    await expect.poll(watchers).toBe(0)
    const stream = await wire.client.board.watch({})
    await next(stream)
    const abort = new AbortController()
    const aborted = await wire.client.sources.watch({}, { signal: abort.signal })
    await next(aborted)
    expect(watchers()).toBe(2)
    await stream.return?.(undefined)
    abort.abort()
    await expect.poll(watchers).toBe(0)
  })

  test('frees its watcher when the connection ends', async () => {
    const other = await open(hub.backend.router, callerOf('viewer'))
    const stream = await other.client.status.watch({})
    await next(stream)
    expect(watchers()).toBe(1)
    const left = next(stream).then(
      () => 'an item',
      () => 'an error',
    )
    await other.close()
    await expect.poll(watchers).toBe(0)
    expect(await left).toBe('an error')
  })
})

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { applyItems, createLiveCollection } from '../../../renderer/app/live-collection.ts'
import type { LiveItem } from '../../../shared/contract/live.ts'

interface Thing {
  id: string
  name: string
}
const keyOf = (thing: Thing) => thing.id

function item(revision: string, fields: Partial<LiveItem<Thing>> = {}): LiveItem<Thing> {
  return { revision, snapshot: false, upserts: [], removals: [], ...fields }
}

describe('applyItems', () => {
  const held = new Map([['a', { id: 'a', name: 'old' }]])

  test('a snapshot replaces everything, later changes apply on top', () => {
    const next = applyItems(
      held,
      [
        item('1', { upserts: [{ id: 'x', name: 'lost' }] }),
        item('2', { snapshot: true, upserts: [{ id: 'b', name: 'B' }] }),
        item('3', { upserts: [{ id: 'c', name: 'C' }], removals: ['b'] }),
      ],
      keyOf,
    )
    expect([...next.keys()]).toEqual(['c'])
  })

  test('a removal and an upsert of one key in one item leave the new value', () => {
    const next = applyItems(
      held,
      [item('1', { removals: ['a'], upserts: [{ id: 'a', name: 'new' }] })],
      keyOf,
    )
    expect(next.get('a')).toEqual({ id: 'a', name: 'new' })
  })

  test('items without changes keep the same map, so that nothing is drawn again', () => {
    expect(applyItems(held, [item('1'), item('2')], keyOf)).toBe(held)
  })
})

/** A stream under the test's control; `fail` ends it as a lost connection does. */
function controlledStream() {
  const queue: LiveItem<Thing>[] = []
  let wake = Promise.withResolvers<void>()
  let failure: Error | null = null
  async function* read(): AsyncGenerator<LiveItem<Thing>> {
    for (;;) {
      const next = queue.shift()
      if (next !== undefined) yield next
      else if (failure !== null) throw failure
      else {
        await wake.promise
        wake = Promise.withResolvers()
      }
    }
  }
  return {
    read,
    push: (next: LiveItem<Thing>) => {
      queue.push(next)
      wake.resolve()
    },
    fail: () => {
      failure = new Error('lost')
      wake.resolve()
    },
  }
}

describe('a live collection', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function made() {
    const streams: ReturnType<typeof controlledStream>[] = []
    const asked: (string | undefined)[] = []
    const frames: (() => void)[] = []
    const collection = createLiveCollection<Thing>({
      keyOf,
      connection: { getState: () => ({ kind: 'connected' }), subscribe: () => () => false },
      schedule: (work) => void frames.push(work),
      watch: (after) => {
        asked.push(after)
        const stream = controlledStream()
        streams.push(stream)
        return Promise.resolve(stream.read())
      },
    })
    const drawFrame = () => frames.splice(0).forEach((work) => work())
    return { collection, streams, asked, frames, drawFrame }
  }

  test('many items become one change per frame', async () => {
    const { collection, streams, frames, drawFrame } = made()
    const listener = vi.fn<() => void>()
    collection.subscribe(listener)
    await vi.advanceTimersByTimeAsync(0)
    streams[0]?.push(item('1', { snapshot: true, upserts: [{ id: 'a', name: 'A' }] }))
    streams[0]?.push(item('2', { upserts: [{ id: 'b', name: 'B' }] }))
    await vi.advanceTimersByTimeAsync(0)
    expect(collection.getView().state).toBe('loading')
    expect(frames).toHaveLength(1)
    drawFrame()
    expect(listener).toHaveBeenCalledTimes(1)
    expect(collection.getView()).toMatchObject({ state: 'live', values: [{ id: 'a' }, { id: 'b' }] })
  })

  test('keeps the last truth over a loss and resumes after the last revision', async () => {
    const { collection, streams, asked, drawFrame } = made()
    collection.subscribe(() => {})
    await vi.advanceTimersByTimeAsync(0)
    streams[0]?.push(item('7', { snapshot: true, upserts: [{ id: 'a', name: 'A' }] }))
    await vi.advanceTimersByTimeAsync(0)
    drawFrame()
    streams[0]?.fail()
    await vi.advanceTimersByTimeAsync(0)
    expect(collection.getView()).toMatchObject({ state: 'stopped', values: [{ id: 'a' }] })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(asked).toEqual([undefined, '7'])
    expect(collection.getView().state).toBe('live')
    streams[1]?.push(item('8', { removals: ['a'] }))
    await vi.advanceTimersByTimeAsync(0)
    drawFrame()
    expect(collection.getView().values).toEqual([])
  })

  test('one stream serves all who look, and ends when nobody does', async () => {
    const { collection, asked } = made()
    const leave = [collection.subscribe(() => {}), collection.subscribe(() => {})]
    await vi.advanceTimersByTimeAsync(0)
    for (const each of leave) each()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toHaveLength(1)
    collection.subscribe(() => {})
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toHaveLength(2)
  })
})

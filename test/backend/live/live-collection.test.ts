import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLiveCollection, type LiveCollection } from '../../../electron/backend/live/live-collection.ts'
import type { LiveItem } from '../../../shared/contract/live.ts'

interface Thing {
  readonly id: string
  readonly value: number
}

function things(rememberedRemovals?: number): LiveCollection<Thing> {
  return createLiveCollection<Thing>({
    key: (thing) => thing.id,
    epoch: 'now',
    ...(rememberedRemovals === undefined ? {} : { rememberedRemovals }),
  })
}

/** A page's copy: what it knows after the items it has read. */
function apply(held: Map<string, number>, item: LiveItem<Thing>): void {
  if (item.snapshot) held.clear()
  for (const removed of item.removals) held.delete(removed)
  for (const thing of item.upserts) held.set(thing.id, thing.value)
}

function contents(collection: LiveCollection<Thing>): Map<string, number> {
  return new Map(collection.snapshot().values.map((thing) => [thing.id, thing.value]))
}

async function read(stream: AsyncIterator<LiveItem<Thing>, void>): Promise<LiveItem<Thing>> {
  const result = await stream.next()
  if (result.done === true) throw new Error('the stream has ended')
  return result.value
}

describe('a reader of a live collection', () => {
  test('starts with a snapshot and then gets changes with the revision they lead to', async () => {
    const collection = things()
    collection.set([{ id: 'a', value: 1 }])
    const stream = collection.watch(undefined, new AbortController().signal)
    expect(await read(stream)).toEqual({
      revision: 'now.1',
      snapshot: true,
      upserts: [{ id: 'a', value: 1 }],
      removals: [],
    })
    collection.set([{ id: 'b', value: 2 }])
    expect(await read(stream)).toEqual({
      revision: 'now.2',
      snapshot: false,
      upserts: [{ id: 'b', value: 2 }],
      removals: [],
    })
    collection.delete(['a'])
    expect(await read(stream)).toEqual({ revision: 'now.3', snapshot: false, upserts: [], removals: ['a'] })
  })

  test('gets the changes it was too slow for merged per key', async () => {
    const collection = things()
    const stream = collection.watch(undefined, new AbortController().signal)
    await read(stream)
    for (let value = 0; value < 10_000; value += 1) collection.set([{ id: `k${value % 3}`, value }])
    collection.delete(['k0'])
    const item = await read(stream)
    expect(new Set(item.upserts.map((thing) => thing.value))).toEqual(new Set([9997, 9998]))
    expect(item.removals).toEqual(['k0'])
  })

  test('resumes after a revision it saw with the changes since, removals included', async () => {
    const collection = things()
    collection.set([
      { id: 'a', value: 1 },
      { id: 'b', value: 1 },
      { id: 'c', value: 1 },
    ])
    const seen = collection.snapshot().revision
    collection.set([{ id: 'b', value: 2 }])
    collection.delete(['c'])
    const item = await read(collection.watch(seen, new AbortController().signal))
    expect(item).toMatchObject({ snapshot: false, upserts: [{ id: 'b', value: 2 }], removals: ['c'] })
  })

  test.each(['earlier.1', 'now.99', 'now.', 'now.-1', 'now.1e3', 'nonsense', ''])(
    'gets a snapshot when its revision "%s" is not one of this start',
    async (after) => {
      const collection = things()
      collection.set([{ id: 'a', value: 1 }])
      expect((await read(collection.watch(after, new AbortController().signal))).snapshot).toBe(true)
    },
  )

  test('gets a snapshot when a removal since its revision is no longer remembered', async () => {
    const collection = things(2)
    collection.set(['a', 'b', 'c'].map((id) => ({ id, value: 1 })))
    const seen = collection.snapshot().revision
    collection.delete(['a'])
    collection.delete(['b'])
    expect((await read(collection.watch(seen, new AbortController().signal))).snapshot).toBe(false)
    collection.delete(['c'])
    expect((await read(collection.watch(seen, new AbortController().signal))).snapshot).toBe(true)
  })

  test('ends and leaves nothing behind when its signal aborts, waiting or not', async () => {
    const collection = things()
    const abort = new AbortController()
    const waiting = collection.watch(undefined, abort.signal)
    await read(waiting)
    const next = waiting.next()
    const idle = collection.watch(undefined, abort.signal)
    await read(idle)
    expect(collection.watcherCount).toBe(2)
    abort.abort()
    expect((await next).done).toBe(true)
    expect((await idle.next()).done).toBe(true)
    expect(collection.watcherCount).toBe(0)
  })

  test('is told of no change when a key that was never there is deleted', () => {
    const collection = things()
    const { revision } = collection.snapshot()
    collection.delete(['nobody'])
    expect(collection.snapshot().revision).toBe(revision)
  })
})

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const step = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    things: fc.array(fc.record({ id: key, value: fc.nat(99) }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('delete' as const), keys: fc.array(key, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('replace' as const),
    things: fc.array(fc.record({ id: key, value: fc.nat(99) }), { maxLength: 4 }),
  }),
  fc.constant({ kind: 'read' as const }),
  fc.constant({ kind: 'reconnect' as const }),
)

describe('whatever happens in whatever order', () => {
  test('a reader that reads once more holds exactly what the collection holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        async (steps, removals) => {
          const collection = things(removals)
          const held = new Map<string, number>()
          let revision: string | undefined
          let abort = new AbortController()
          let stream = collection.watch(revision, abort.signal)
          let unread = true

          async function readOnce(): Promise<void> {
            const item = await read(stream)
            apply(held, item)
            revision = item.revision
            unread = false
          }

          for (const next of steps) {
            const before = collection.snapshot().revision
            if (next.kind === 'set') collection.set(next.things)
            if (next.kind === 'delete') collection.delete(next.keys)
            if (next.kind === 'replace') collection.replaceAll(next.things)
            unread ||= collection.snapshot().revision !== before
            if (next.kind === 'read' && unread) await readOnce()
            if (next.kind === 'reconnect') {
              abort.abort()
              await stream.return()
              abort = new AbortController()
              stream = collection.watch(revision, abort.signal)
              unread = true
            }
          }
          if (unread) await readOnce()
          expect(held).toEqual(contents(collection))
          expect(revision).toBe(collection.snapshot().revision)
          abort.abort()
          await stream.return()
          expect(collection.watcherCount).toBe(0)
        },
      ),
      { numRuns: 500 },
    )
  })
})

import { resolve } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { TicketBatchEntry } from '../../electron/backend/connectors/connector.ts'
import type { TicketEvent } from '../../shared/records/ticket-event.ts'
import { openHub, START, type TestHub } from '../contract/support/hub.ts'
import { scriptTicket } from '../contract/support/script-source.ts'
import type { BenchResult } from './bench-result.ts'

export const name = 'memory'

const HOUR = 3_600_000
const STEP = 6 * HOUR
const STEPS_OF_A_MONTH = 122
const NEW_EACH_STEP = 12
/** A case is answered one step after it came and settled this many steps after. */
const OPEN_STEPS = 10

/** A year of a hub at work, tick by tick: cases come, are answered and settled, their clocks run out on the way. */
export async function run(): Promise<BenchResult[]> {
  const hub = await openHub({ resourcesDirectory: resolve(import.meta.dirname, '../../resources') })
  try {
    const watched = watchBoard(hub)
    const settings = await hub.admin.settings.get()
    await hub.admin.settings.update({ ...settings, defaultPolicyId: 'one-mobility' })
    await hub.admin.sources.add({
      kind: 'script',
      name: 'Year',
      pollSeconds: STEP / 1_000,
      config: { address: 'https://desk.example/' },
      secrets: { token: 'x' },
    })
    hub.backend.start()
    const heaps: number[] = []
    for (let step = 0; step < 12 * STEPS_OF_A_MONTH; step += 1) {
      await simulate(hub, step)
      if ((step + 1) % STEPS_OF_A_MONTH === 0) heaps.push(heapAfterCollection())
    }
    watched.stop()
    const [, second = 0] = heaps
    const last = heaps.at(-1) ?? 0
    console.error(`  heap by month, MiB: ${heaps.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(' ')}`)
    console.error(`  ${watched.changes()} changes of rows seen by a reader`)
    return [
      {
        name: 'heap of a hub after a simulated year',
        value: last / 2 ** 20,
        unit: 'MiB',
        baseline: 'after two months',
        baselineValue: second / 2 ** 20,
        ratio: last / second,
        goal: 'under 1.1 times',
        met: last / second < 1.1,
      },
    ]
  } finally {
    await hub.close()
  }
}

async function simulate(hub: TestHub, step: number): Promise<void> {
  const now = START + step * STEP
  for (let index = 0; index < NEW_EACH_STEP; index += 1) {
    hub.script.put(caseOf(step, index, step))
    if (step >= 1) hub.script.put(caseOf(step - 1, index, step))
    if (step >= OPEN_STEPS) hub.script.put(caseOf(step - OPEN_STEPS, index, step))
  }
  hub.timekeeper.moveTo(now + 60_000)
  const [source] = await hub.admin.sources.list()
  if (source === undefined) throw new Error('the source is gone')
  await hub.admin.sources.syncNow({ sourceId: source.id })
  const expected = (step + 1) * NEW_EACH_STEP
  while (hub.backend.store.tickets.count().tickets < expected) await nextTurn()
}

/** Case `index` of a step as its source tells it at a later one. */
function caseOf(created: number, index: number, step: number): TicketBatchEntry {
  const at = START + created * STEP
  const id = `${created}-${index}`
  const settled = step - created >= OPEN_STEPS
  const updatedAt = START + step * STEP
  const entry = scriptTicket(id, at, {
    updatedAt,
    reportedSeverity: `P${(index % 4) + 1}`,
    status: settled ? 'resolved' : 'open',
  })
  const us: TicketEvent['actor'] = { name: 'desk', side: 'provider' }
  const events: TicketEvent[] = [...entry.events]
  if (step > created)
    events.push({
      externalId: `${id}-reply`,
      kind: 'reply',
      at: at + STEP,
      actor: us,
      channel: 'email',
      text: '',
    })
  if (settled)
    events.push({
      externalId: `${id}-end`,
      kind: 'status',
      at: updatedAt,
      actor: us,
      from: 'open',
      to: 'resolved',
      raw: 'resolved',
    })
  return { ...entry, events }
}

/** A wall that looks on all year: what is kept for readers must not grow either. */
function watchBoard(hub: TestHub): { changes(): number; stop(): void } {
  const ended = new AbortController()
  let changes = 0
  async function follow(): Promise<void> {
    for await (const item of await hub.admin.board.watch({}, { signal: ended.signal })) {
      changes += item.upserts.length
    }
  }
  const following = follow().catch((error: unknown) => {
    if (!ended.signal.aborted) throw error
  })
  return {
    changes: () => changes,
    stop() {
      ended.abort()
      void following
    },
  }
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') for (let round = 0; round < 3; round += 1) collect()
  return process.memoryUsage().heapUsed
}

import { expect, onTestFinished, test } from 'vitest'
import type { Store } from '../../../electron/backend/store/store.ts'
import { temporaryDirectory } from '../store/temporary-store.ts'
import { startChangingDesk, type DeskChange } from './changing-desk.ts'
import { KILLED_SOURCE, killInMidSync } from './kill-harness.ts'
import { seededRandom } from './seeded-random.ts'

const KILLS = 50
const TICKETS = 400

/** Every change up to the cursor is held exactly once, with the head of its ticket's last one; none is made up. */
function checkHeld(store: Store, changes: readonly DeskChange[]): number {
  const cursor = Number(store.sources.run(KILLED_SOURCE).cursor?.['number'] ?? 0)
  const byTicket = Map.groupBy(changes.slice(0, cursor), ({ ticket }) => ticket)
  let events = 0
  for (const [ticket, expected] of byTicket) {
    const held = store.tickets.get(`${KILLED_SOURCE}:${ticket}`)
    expect(held?.events.map(({ event }) => event.externalId)).toEqual(
      expected.map(({ number }) => `${number}`),
    )
    expect(held?.ticket.subject).toBe(`Change ${expected.at(-1)?.number}`)
    events += expected.length
  }
  expect(store.tickets.count()).toMatchObject({ tickets: byTicket.size, events })
  return cursor
}

test(
  `killed ${KILLS} times in mid-sync: no event lost, none doubled, the cursor right`,
  { timeout: 240_000 },
  async () => {
    const random = seededRandom(20_260_105)
    const desk = await startChangingDesk(TICKETS, random)
    onTestFinished(() => desk.stop())
    const cursors: number[] = []
    const report = await killInMidSync({
      dataDirectory: temporaryDirectory(),
      source: { kind: 'changing-desk', config: { address: desk.address }, secrets: { password: 'secret' } },
      connectorsModule: new URL('changing-desk-connector.ts', import.meta.url).href,
      kills: KILLS,
      longestLifeMs: 120,
      random,
      beforeStart: () => desk.change(400),
      afterKill: (store) => void cursors.push(checkHeld(store, desk.changes)),
    })
    expect(cursors).toHaveLength(KILLS + 1)
    expect(cursors).toEqual(cursors.toSorted((a, b) => a - b))
    expect(cursors.at(-1)).toBe(desk.changes.length)
    // Otherwise this would prove nothing.
    expect(report.inMidRun).toBeGreaterThan(KILLS / 2)
    expect(report.afterPages).toBeGreaterThan(KILLS / 4)
  },
)

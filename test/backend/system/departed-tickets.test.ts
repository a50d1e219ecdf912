import { expect, onTestFinished, test } from 'vitest'
import { RT_USERS, startRequestTracker } from '../../servers/request-tracker.ts'
import { addHealthyPage } from './healthy-page.ts'
import { openSystemHub } from './system-hub.ts'

const started = await startRequestTracker()
const missing = 'missing' in started ? started.missing : ''

test.skipIf(missing !== '')(
  `what is deleted, merged or moved in a real Request Tracker leaves the board and keeps its history ${missing}`,
  async () => {
    if ('missing' in started) throw new Error(started.missing)
    const rt = started
    onTestFinished(() => rt.stop())
    const hub = await openSystemHub()
    const page = await addHealthyPage(hub)
    const ids: number[] = []
    for (const Subject of ['Stays', 'Deleted', 'Merged', 'Moved']) {
      ids.push(await rt.createTicket({ Subject, Content: `About ${Subject}` }))
    }
    const [stays = 0, deleted = 0, merged = 0, moved = 0] = ids
    const { id, health } = await hub.add({
      kind: 'request-tracker',
      name: 'Desk',
      pollSeconds: 60,
      config: { address: rt.address, user: 'console', queues: ['General'] },
      secrets: { password: RT_USERS.console },
    })
    expect(health).toMatchObject({ state: 'healthy', fault: null, records: 4, refusals: 0 })
    expect(await hub.cases()).toEqual(ids.map(String).sort())

    await rt.update(deleted, { Status: 'deleted' })
    await rt.update(merged, { MergeInto: stays })
    await rt.update(moved, { Queue: 'Second Line' })
    await hub.pass(60_000)
    expect(await hub.cases()).toEqual([String(stays)])
    expect((await hub.source(id)).health).toMatchObject({ state: 'healthy', fault: null })
    for (const [ticket, absence] of [
      [deleted, 'deleted'],
      [merged, 'merged'],
      [moved, 'out-of-scope'],
    ] as const) {
      const held = await hub.api.tickets.get({ ticketId: `${id}:${ticket}` })
      expect(held.ticket.absence).toBe(absence)
      expect(held.events.some(({ event }) => event.kind === 'created')).toBe(true)
    }
    await page.expectReadWithin(0)

    await rt.update(moved, { Queue: 'General' })
    await hub.pass(60_000)
    expect(await hub.cases()).toEqual([stays, moved].map(String).sort())
  },
)

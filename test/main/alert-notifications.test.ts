import { createRouterClient } from '@orpc/server'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createImplementation } from '../../electron/backend/api/implementation.ts'
import { implementShifts } from '../../electron/backend/api/shifts.ts'
import { createLiveCollection } from '../../electron/backend/live/live-collection.ts'
import { createWords } from '../../electron/backend/words/create-words.ts'
import { createAlertNotifier } from '../../electron/main/alert-notifications.ts'
import type { NativeNotice } from '../../electron/main/native-notices.ts'
import type { Alert, Attention } from '../../shared/contract/alerts.ts'
import type { DeskForecast } from '../../shared/contract/shifts.ts'
import { createFakeAlerts } from '../fakes/fake-alerts.ts'
import { createManualTimekeeper, type ManualTimekeeper } from '../fakes/manual-timekeeper.ts'

const EVENING = Date.parse('2026-01-10T20:00:00Z')
const NIGHT = Date.parse('2026-01-10T23:00:00Z')
const MORNING = Date.parse('2026-01-11T06:00:00Z')
const QUIET: Attention['quietHours'] = { from: '22:00', to: '06:00', timeZone: 'UTC' }
const ALWAYS: Attention = { deskId: null, quietHours: null, sound: false }

function alertOf(number: number, change: Partial<Alert> = {}): Alert {
  return {
    id: `desk:${number}/resolution/breached`,
    kind: 'breached',
    ticketId: `desk:${number}`,
    caseNumber: String(number),
    subject: 'No data',
    customer: 'Andes Freight',
    severity: 'P2',
    severityRank: 1,
    metric: 'resolution',
    dueAt: EVENING,
    raisedAt: EVENING,
    acknowledged: null,
    ...change,
  }
}

function watchOf(deskId: string, from: number, to: number): DeskForecast {
  return { deskId, name: deskId, onDuty: true, watches: [{ from, to }], breaches: [], until: to }
}

/** A notifier before a made-up hub whose alerts and watches a test lays out. */
async function notifierAt(now: number, known: readonly Alert[] = []) {
  const timekeeper = createManualTimekeeper(now)
  const words = await createWords('en')
  const shown: NativeNotice[] = []
  const notifier = createAlertNotifier({
    words,
    show: (notice) => void shown.push(notice),
    timekeeperAt: () => timekeeper,
  })
  const hub = createHub(timekeeper)
  hub.alerts.set(known)
  connect(notifier, hub)
  await untilFollowed(hub)
  return { notifier, hub, timekeeper, shown }
}

type Hub = ReturnType<typeof createHub>

function createHub(timekeeper: ManualTimekeeper, epoch = 'first') {
  const implementation = createImplementation(() => {})
  const alerts = createLiveCollection<Alert>({ key: ({ id }) => id, epoch })
  const forecasts = createLiveCollection<DeskForecast>({ key: ({ deskId }) => deskId ?? '', epoch })
  const router = {
    app: {
      info: implementation.app.info.handler(({ context }) => ({
        version: '0',
        now: timekeeper.now(),
        demo: null,
        caller: context.caller,
        firstRun: false,
      })),
    },
    alerts: createFakeAlerts(implementation, alerts, () => timekeeper.now()),
    shifts: implementShifts(implementation, forecasts),
  }
  const context = { caller: { name: 'desktop', role: 'admin' as const, via: 'window' as const } }
  return { alerts, forecasts, client: createRouterClient(router, { context }) }
}

function connect(notifier: ReturnType<typeof createAlertNotifier>, { client }: Hub): AbortController {
  const ended = new AbortController()
  notifier.follow(client, ended.signal).catch((error: unknown) => {
    if (!ended.signal.aborted) throw error
  })
  onTestFinished(() => ended.abort())
  return ended
}

async function untilFollowed({ alerts, forecasts }: Hub): Promise<void> {
  await expect.poll(() => alerts.watcherCount + forecasts.watcherCount).toBe(2)
  await settled()
}

/** Lets every message in flight arrive: they are all promises, and none waits for a timer. */
function settled(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}

function titles(shown: readonly NativeNotice[]): string[] {
  return shown.map(({ title }) => title)
}

describe('native notices', () => {
  let here: Awaited<ReturnType<typeof notifierAt>>

  describe('of a person who is always told', () => {
    beforeEach(async () => {
      here = await notifierAt(EVENING, [alertOf(1)])
    })

    test('are never of what was known before', () => {
      expect(here.shown).toEqual([])
    })

    test('come once per alert and name the ticket a click opens', async () => {
      here.hub.alerts.set([alertOf(2)])
      await settled()
      here.hub.alerts.set([{ ...alertOf(2), subject: 'No data, two sites' }])
      await settled()
      expect(here.shown).toEqual([
        {
          id: 'desk:2/resolution/breached',
          title: 'Case 2 breached: Resolution',
          body: 'Andes Freight: No data',
          ticketId: 'desk:2',
        },
      ])
    })

    test('come again for a new breach of the same clock', async () => {
      here.hub.alerts.set([alertOf(2)])
      await settled()
      here.hub.alerts.delete([alertOf(2).id])
      await settled()
      here.hub.alerts.set([alertOf(2)])
      await settled()
      expect(here.shown).toHaveLength(2)
    })

    test('are one for a storm', async () => {
      here.hub.alerts.set([2, 3, 4].map((number) => alertOf(number)))
      here.hub.alerts.set([alertOf(5, { id: 'desk:5/resolution/at-risk', kind: 'at-risk' })])
      await settled()
      expect(here.shown).toEqual([
        {
          id: 'group',
          title: '4 clocks changed',
          body: 'Breached: 3. At risk: 1. The board lists them.',
          ticketId: null,
        },
      ])
    })

    test('are not of what somebody has acknowledged already', async () => {
      here.hub.alerts.set([alertOf(2, { acknowledged: { by: 'ana', at: EVENING } })])
      await settled()
      expect(here.shown).toEqual([])
    })

    test('go on after the backend was started again, without what was told before', async () => {
      here.hub.alerts.set([alertOf(2)])
      await settled()
      const again = createHub(here.timekeeper, 'second')
      again.alerts.set([alertOf(1), alertOf(2), alertOf(3)])
      connect(here.notifier, again)
      await untilFollowed(again)
      expect(titles(here.shown)).toEqual(['Case 2 breached: Resolution', 'Case 3 breached: Resolution'])
    })
  })

  describe('in quiet hours', () => {
    beforeEach(async () => {
      here = await notifierAt(NIGHT)
      await here.hub.client.alerts.setAttention({ ...ALWAYS, quietHours: QUIET })
    })

    test('are of a breach of the most severe rank only', async () => {
      here.hub.alerts.set([
        alertOf(1, { severityRank: 0 }),
        alertOf(2),
        alertOf(3, { id: 'desk:3/resolution/at-risk', kind: 'at-risk', severityRank: 0 }),
      ])
      await settled()
      expect(titles(here.shown)).toEqual(['Case 1 breached: Resolution'])
    })

    test('are held back, and come as one of those that still stand unseen when the hours end', async () => {
      here.hub.alerts.set([alertOf(1), alertOf(2), alertOf(3)])
      await settled()
      here.hub.alerts.set([alertOf(4, { id: 'desk:4/resolution/at-risk', kind: 'at-risk' })])
      await settled()
      here.hub.alerts.delete([alertOf(1).id])
      await here.hub.client.alerts.acknowledge({ alertIds: [alertOf(2).id] })
      await settled()
      await passTo(MORNING - 1)
      expect(here.shown).toEqual([])
      await passTo(MORNING)
      expect(here.shown).toEqual([
        {
          id: 'belated',
          title: '2 alerts came while you were not to be disturbed',
          body: 'Breached: 1. At risk: 1. The board lists them.',
          ticketId: null,
        },
      ])
      await passTo(MORNING + 3_600_000)
      expect(here.shown).toHaveLength(1)
      expect(here.timekeeper.waiting).toBe(0)
    })

    test('of one alone, a click opens it', async () => {
      here.hub.alerts.set([alertOf(1)])
      await settled()
      await passTo(MORNING)
      expect(here.shown).toMatchObject([{ id: 'belated', ticketId: 'desk:1' }])
    })

    test('come within a minute after the person ends the quiet', async () => {
      here.hub.alerts.set([alertOf(1)])
      await settled()
      await here.hub.client.alerts.setAttention(ALWAYS)
      await passTo(NIGHT + 60_000)
      expect(here.shown).toHaveLength(1)
    })
  })

  describe('of a person at a desk', () => {
    beforeEach(async () => {
      here = await notifierAt(EVENING)
      await here.hub.client.alerts.setAttention({ ...ALWAYS, deskId: 'north' })
    })

    test('come while no desk is on duty', async () => {
      here.hub.alerts.set([alertOf(1)])
      await settled()
      expect(here.shown).toHaveLength(1)
    })

    test('wait while another desk has the watch, and come as one when theirs begins', async () => {
      here.hub.forecasts.set([watchOf('east', EVENING, NIGHT), watchOf('north', NIGHT, MORNING)])
      await settled()
      here.hub.alerts.set([alertOf(1, { severityRank: 0 }), alertOf(2)])
      await settled()
      expect(here.shown).toEqual([])
      await passTo(NIGHT)
      expect(titles(here.shown)).toEqual(['2 alerts came while you were not to be disturbed'])
    })
  })

  /** In steps, so that what is asked of the hub at one instant is answered before the next. */
  async function passTo(instant: number): Promise<void> {
    const steps = 4
    const from = here.timekeeper.now()
    for (let step = 1; step <= steps; step += 1) {
      here.timekeeper.moveTo(from + ((instant - from) * step) / steps)
      await settled()
    }
  }
})

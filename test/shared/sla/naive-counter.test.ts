import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { LedgerEntry } from '../../../shared/records/clock.ts'
import type { TicketStatus } from '../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { clockLedger } from '../../../shared/sla/clock-ledger.ts'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import type { TicketFacts } from '../../../shared/sla/ticket-facts.ts'
import { naiveVerdict, type NaiveMetric, type NaivePromise } from './naive-counter.ts'
import { testPolicy } from './test-policy.ts'

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const HOLIDAY = '2026-03-30' // The Monday after the change to summer time.

const CALENDARS = {
  always: { timeZone: 'Etc/UTC', windows: DAYS.map((): [string, string] => ['00:00', '24:00']) },
  madrid: { timeZone: 'Europe/Madrid', windows: week('08:30', '18:00') },
  california: { timeZone: 'America/Los_Angeles', windows: week('09:00', '17:00') },
} as const

function week(open: string, close: string): ([string, string] | null)[] {
  return DAYS.map((day) => (day === 'sun' || day === 'sat' ? null : [open, close]))
}

type CalendarName = keyof typeof CALENDARS
const PROMISES: Readonly<Record<string, readonly [minutes: number, CalendarName]>> = {
  P1: [60, 'always'],
  P2: [245, 'always'],
  P3: [190, 'madrid'],
  P4: [400, 'california'],
}

const targets = Object.entries(PROMISES).map(([code, [minutes, calendar]]) => ({
  when: { severity: [code] },
  promise: `${code} in ${minutes} min`,
  limit: `${minutes} min`,
  calendar,
}))

const policy = testPolicy({
  severities: Object.keys(PROMISES).map((code) => ({ code, name: code, definition: code })),
  calendars: Object.fromEntries(
    Object.entries(CALENDARS).map(([name, { timeZone, windows }]) => [
      name,
      {
        timeZone,
        hours: Object.fromEntries(
          DAYS.map((day, index) => [day, [windows[index] ?? null].filter((one) => one !== null)]),
        ),
        holidays: name === 'always' ? [] : [HOLIDAY],
      },
    ]),
  ),
  metrics: [
    { metric: 'first-response', targets },
    {
      metric: 'resolution',
      pausedIn: ['awaiting-customer', 'on-hold'],
      exclusions: [{ when: { domain: ['customer'] }, because: 'customer domain' }],
      targets,
    },
  ],
})

const promises = Object.fromEntries(
  Object.entries(PROMISES).map(([code, [minutes, name]]): [string, NaivePromise] => {
    const { timeZone, windows } = CALENDARS[name]
    return [
      code,
      {
        limitMs: minutes * 60_000,
        timeZone,
        week: windows.map((window) => (window === null ? null : [minuteOf(window[0]), minuteOf(window[1])])),
        holidays: name === 'always' ? [] : [HOLIDAY],
      },
    ]
  }),
)

function minuteOf(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return hour * 60 + minute
}

function ends(event: TicketEvent): boolean {
  return event.kind === 'status' && (event.to === 'resolved' || event.to === 'closed')
}

const METRICS: Readonly<Record<string, NaiveMetric>> = {
  'first-response': {
    stops: (event) => ends(event) || (event.kind === 'reply' && event.actor.side === 'provider'),
    pausedIn: [],
    excludedDomains: [],
    promises,
  },
  resolution: {
    stops: ends,
    pausedIn: ['awaiting-customer', 'on-hold'],
    excludedDomains: ['customer'],
    promises,
  },
}

/** Small and seeded, so that a failure can be run again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

interface Simulated {
  readonly ticket: TicketFacts
  readonly events: readonly TicketEvent[]
  readonly now: number
}

const STATUSES: readonly TicketStatus[] = [
  'open',
  'awaiting-customer',
  'awaiting-mno',
  'on-hold',
  'resolved',
  'open',
]
const CODES = Object.keys(PROMISES)

/** A ticket's life around a change of offset and a holiday, all its events on ticks. */
function simulate(random: (below: number) => number, tickMs: number, ticks: number): Simulated {
  const start = Date.UTC(2026, 2, 27) + random((4 * 86_400_000) / tickMs) * tickMs
  const severity = CODES[random(CODES.length)] ?? 'P1'
  const events: TicketEvent[] = [
    {
      externalId: 'e0',
      at: start,
      actor: actor('customer'),
      kind: 'created',
      channel: 'web',
      severity,
      status: 'open',
      text: '',
    },
  ]
  let status: TicketStatus = 'open'
  let assessed: string | null = null
  let domain: TicketFacts['domain'] = null
  let at = start
  for (let index = random(9); index > 0; index -= 1) {
    at += (1 + random(Math.floor(ticks / 6))) * tickMs
    const head = { externalId: `e${events.length}`, at }
    const kind = random(6)
    if (kind <= 2) {
      const to: TicketStatus = STATUSES[random(STATUSES.length)] ?? 'open'
      events.push({ ...head, actor: actor('provider'), kind: 'status', from: status, to, raw: to })
      status = to
    } else if (kind === 3) {
      events.push({
        ...head,
        actor: actor(random(2) === 0 ? 'provider' : 'customer'),
        kind: 'reply',
        channel: 'web',
        text: '',
      })
    } else if (kind === 4) {
      const to = CODES[random(CODES.length)] ?? 'P1'
      events.push({
        ...head,
        actor: actor('provider'),
        kind: 'severity',
        basis: 'assessed',
        from: assessed,
        to,
        reason: null,
      })
      assessed = to
    } else {
      const to: TicketFacts['domain'] = random(2) === 0 ? 'customer' : 'provider'
      events.push({ ...head, actor: actor('provider'), kind: 'domain', from: domain, to, reason: null })
      domain = to
    }
  }
  const ticket: TicketFacts = {
    subject: '',
    customer: null,
    queue: null,
    status,
    channel: 'web',
    reportedSeverity: severity,
    assessedSeverity: assessed,
    domain,
    createdAt: start,
    fields: {},
  }
  return { ticket, events, now: at + random(ticks) * tickMs }
}

function actor(side: 'provider' | 'customer'): TicketEvent['actor'] {
  return { name: null, side }
}

/** What the engine and the counter say differently of one ticket, with all it takes to run it again. */
function differencesOf(simulated: Simulated, tickMs: number): string[] {
  const { ticket, events, now } = simulated
  const clocks = deriveClocks({ policy, ticket, events, now })
  return Object.entries(METRICS).flatMap(([id, metric]) => {
    const naive = naiveVerdict(metric, ticket, events, now, tickMs)
    const clock = clocks.find((one) => one.id === id)
    const state = clock?.state === 'running' || clock?.state === 'outside-hours' ? 'counting' : clock?.state
    const engine = {
      countedMs: clock?.countedMs,
      settledAt: clock?.settledAt,
      breachedAt: clock?.breachedAt,
      state,
    }
    const entries = clock === undefined ? [] : clockLedger({ policy, ticket, events, now, clock })
    const end = clock?.settledAt ?? now
    const fault = ledgerFault(entries, ticket.createdAt, end, naive.countedMs)
    if (isDeepStrictEqual(engine, naive) && fault === null) return []
    return [JSON.stringify({ id, engine, naive, fault, simulated })]
  })
}

function ledgerFault(
  entries: readonly LedgerEntry[],
  from: number,
  to: number,
  countedMs: number,
): string | null {
  let at = from
  let sum = 0
  for (const entry of entries) {
    if (entry.from !== at || entry.to <= entry.from) return 'a gap, an overlap or an empty entry'
    if (entry.label === 'counted' || entry.label === 'overdue') sum += entry.to - entry.from
    if (entry.countedMs !== sum) return 'the running sum is wrong'
    at = entry.to
  }
  return at === to && sum === countedMs ? null : 'it ends elsewhere'
}

describe('the engine and a counter that looks at every tick agree', () => {
  test(
    '10,000 simulated tickets, events on whole minutes, counted minute by minute',
    { timeout: 60_000 },
    () => {
      const random = randomFrom(20_260_329)
      const tickets = Array.from({ length: 10_000 }, () => simulate(random, 60_000, 600))
      expect(tickets.flatMap((ticket) => differencesOf(ticket, 60_000))).toEqual([])
    },
  )

  test(
    '300 simulated tickets, events on whole seconds, counted second by second',
    { timeout: 60_000 },
    () => {
      const random = randomFrom(7)
      const tickets = Array.from({ length: 300 }, () => simulate(random, 1_000, 9_000))
      expect(tickets.flatMap((ticket) => differencesOf(ticket, 1_000))).toEqual([])
    },
  )

  test('the simulation meets every state', () => {
    const random = randomFrom(20_260_329)
    const seen = new Set<string>()
    for (let index = 0; index < 2_000; index += 1) {
      const { ticket, events, now } = simulate(random, 60_000, 600)
      for (const { state } of deriveClocks({ policy, ticket, events, now })) seen.add(state)
    }
    expect([...seen].toSorted((a, b) => a.localeCompare(b))).toEqual([
      'breached',
      'excluded',
      'met',
      'outside-hours',
      'paused',
      'running',
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { clockState, type Clock } from '../../../shared/records/clock.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { clockLedger } from '../../../shared/sla/clock-ledger.ts'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import type { TicketFacts } from '../../../shared/sla/ticket-facts.ts'
import { testPolicy } from './test-policy.ts'
import { assessed, call, created, domainSet, fieldSet, note, reply, status, ticketOf } from './tickets.ts'

// What the engine promises, sentence by sentence. 2026-01-05 is a Monday, the 6th a holiday of `office`.

const START = '2026-01-05T10:00:00Z'

interface Case {
  readonly metrics?: readonly unknown[]
  readonly parts?: Readonly<Record<string, unknown>>
  readonly ticket?: Partial<TicketFacts>
  readonly created?: string
  readonly events?: readonly TicketEvent[]
  readonly now: string
}

function inputOf({ metrics, parts = {}, ticket, created: at = START, events = [], now }: Case) {
  return {
    policy: testPolicy({ ...(metrics === undefined ? {} : { metrics }), ...parts }),
    ticket: ticketOf({ created: at, reportedSeverity: 'P1', ...ticket }),
    events: [created(at), ...events],
    now: Date.parse(now),
  }
}

function clock(id: string, own: Case): Clock {
  const found = deriveClocks(inputOf(own)).find((one) => one.id === id)
  if (found === undefined) throw new Error(`no clock ${id}`)
  return found
}

function due(id: string, own: Case): string | null {
  const { dueAt } = clock(id, own)
  return dueAt === null ? null : new Date(dueAt).toISOString().slice(5, 16)
}

function promise(limit: string, own: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { promise: `within ${limit}`, limit, calendar: 'always', ...own }
}

describe('metrics', () => {
  test('a periodic update is owed one agreed interval after each word of ours, not after notes or the customer', () => {
    const metrics = [{ metric: 'periodic-update', targets: [promise('', { limit: { field: 'Interval' } })] }]
    const events = [
      reply('2026-01-05T10:30:00Z', 'provider'),
      reply('2026-01-05T11:00:00Z', 'customer'),
      note('2026-01-05T11:10:00Z'),
      call('2026-01-05T12:00:00Z', 'provider'),
    ]
    const ticket = { fields: { Interval: '2 h' } }
    const now = '2026-01-05T12:10:00Z'
    expect(clock('periodic-update/1', { metrics, ticket, events, now })).toMatchObject({ state: 'met' })
    expect(due('periodic-update/1', { metrics, ticket, events, now })).toBe('01-05T12:30')
    expect(due('periodic-update/2', { metrics, ticket, events, now })).toBe('01-05T14:00')
  })

  test('an interval agreed anew while it runs is measured from the same word', () => {
    const metrics = [{ metric: 'periodic-update', targets: [promise('', { limit: { field: 'Interval' } })] }]
    const events = [
      reply('2026-01-05T10:30:00Z', 'provider'),
      fieldSet('2026-01-05T11:00:00Z', 'Interval', '2 h', '4 h'),
    ]
    const own = { metrics, ticket: { fields: { Interval: '4 h' } }, events, now: '2026-01-05T11:30:00Z' }
    expect(due('periodic-update/1', own)).toBe('01-05T14:30')
  })

  test('a time agreed for one ticket may be working days', () => {
    const metrics = [
      { metric: 'resolution', targets: [promise('', { limit: { field: 'Agreed' }, calendar: 'office' })] },
    ]
    const own = { metrics, ticket: { fields: { Agreed: '2 working days' } }, now: '2026-01-05T11:00:00Z' }
    expect(due('resolution', own)).toBe('01-08T10:00')
    expect(due('resolution', { ...own, parts: { workingDays: { hours: '4 h' } } })).toBe('01-07T10:00')
  })

  test('a call-back is owed from the first unanswered call; a second moves nothing', () => {
    const metrics = [{ metric: 'call-back', targets: [promise('30 min')] }]
    const events = [call('2026-01-05T10:10:00Z', 'customer'), call('2026-01-05T10:20:00Z', 'customer')]
    expect(due('call-back/1', { metrics, events, now: '2026-01-05T10:25:00Z' })).toBe('01-05T10:40')
    const answered = [
      ...events,
      call('2026-01-05T10:35:00Z', 'provider'),
      call('2026-01-05T13:00:00Z', 'customer'),
    ]
    expect(clock('call-back/1', { metrics, events: answered, now: '2026-01-05T13:05:00Z' }).state).toBe('met')
    expect(due('call-back/2', { metrics, events: answered, now: '2026-01-05T13:05:00Z' })).toBe('01-05T13:30')
  })

  test('an own metric starts, stops and pauses by its own conditions', () => {
    const metrics = [
      {
        metric: 'vendor-chased',
        start: [{ event: 'domain', to: ['mno'] }],
        stop: [{ event: 'field', name: 'Vendor', to: ['answered'] }],
        repeats: true,
        pausedWhen: [{ when: { fields: { Vendor: ['night'] } }, because: 'the vendor sleeps' }],
        targets: [promise('4 h')],
      },
    ]
    const paused = [
      domainSet('2026-01-05T11:00:00Z', null, 'mno'),
      fieldSet('2026-01-05T12:00:00Z', 'Vendor', null, 'night'),
    ]
    const held: Case = {
      metrics,
      ticket: { domain: 'mno', fields: { Vendor: 'night' } },
      events: paused,
      now: '2026-01-05T20:00:00Z',
    }
    expect(clock('vendor-chased/1', held)).toMatchObject({
      state: 'paused',
      dueAt: null,
      countedMs: 3_600_000,
      heldSince: Date.parse('2026-01-05T12:00:00Z'),
      reason: { key: 'reason.pausedWhen', values: { because: 'the vendor sleeps' } },
    })
    const input = inputOf(held)
    const ledger = clockLedger({ ...input, clock: clock('vendor-chased/1', held) })
    expect(ledger.map(({ label, countedMs }) => [label, countedMs])).toEqual([
      ['counted', 3_600_000],
      ['paused', 3_600_000],
    ])
    const awake = [...paused, fieldSet('2026-01-06T06:00:00Z', 'Vendor', 'night', 'asked')]
    const running: Case = {
      ...held,
      ticket: { domain: 'mno', fields: { Vendor: 'asked' } },
      events: awake,
      now: '2026-01-06T07:00:00Z',
    }
    expect(due('vendor-chased/1', running)).toBe('01-06T09:00')
    const done = [...awake, fieldSet('2026-01-06T08:00:00Z', 'Vendor', 'asked', 'answered')]
    const settled: Case = {
      ...held,
      ticket: { domain: 'mno', fields: { Vendor: 'answered' } },
      events: done,
      now: '2026-01-06T10:00:00Z',
    }
    expect(clock('vendor-chased/1', settled)).toMatchObject({ state: 'met' })
  })
})

describe('targets', () => {
  const by = (when: unknown, limit: string): Record<string, unknown> => promise(limit, { when })
  const metrics = [
    {
      metric: 'resolution',
      targets: [
        by(
          {
            severity: ['P1'],
            channel: ['phone'],
            calendar: { name: 'office', is: ['closed'] },
            domain: ['mno'],
            customer: ['ACME'],
          },
          '1 h',
        ),
        by(
          {
            severity: ['P1'],
            channel: ['phone'],
            calendar: { name: 'office', is: ['closed'] },
            domain: ['mno'],
          },
          '2 h',
        ),
        by({ severity: ['P1'], channel: ['phone'], calendar: { name: 'office', is: ['closed'] } }, '3 h'),
        by({ severity: ['P1'], channel: ['phone'] }, '4 h'),
        by({ severity: ['P1'] }, '5 h'),
        by({}, '6 h'),
      ],
    },
  ]
  const night = '2026-01-05T20:00:00Z'
  const exact = { channel: 'phone', domain: 'mno', customer: 'Acme' } as const

  test.each<[string, Partial<TicketFacts>, string, string]>([
    ['all five parts hold', exact, night, '21:00'],
    ['another customer', { ...exact, customer: 'Globex' }, night, '22:00'],
    ['another domain', { ...exact, domain: 'provider' }, night, '23:00'],
    ['another calendar state', exact, START, '14:00'],
    ['another channel', { ...exact, channel: 'web' }, START, '15:00'],
    ['another severity', { ...exact, reportedSeverity: 'P2' }, START, '16:00'],
  ])('by severity, channel, calendar state, domain and customer: %s', (_name, ticket, at, expected) => {
    expect(due('resolution', { metrics, ticket, created: at, now: at })?.slice(6)).toBe(expected)
  })

  test('the goal is told beside the limit and breaks nothing', () => {
    const own = {
      metrics: [{ metric: 'resolution', targets: [promise('4 h', { goal: '2 h' })] }],
      now: '2026-01-05T13:00:00Z',
    }
    expect(clock('resolution', own)).toMatchObject({
      state: 'running',
      goalAt: Date.parse('2026-01-05T12:00:00Z'),
      dueAt: Date.parse('2026-01-05T14:00:00Z'),
    })
  })

  test.each([
    ['a share counted', '50 %', '01-05T12:00'],
    ['a time left', '30 min', '01-05T13:30'],
  ])('at risk by %s, on the target or for all', (_name, atRisk, expected) => {
    const own = { metrics: [{ metric: 'resolution', targets: [promise('4 h', { atRisk })] }], now: START }
    const all = {
      metrics: [{ metric: 'resolution', targets: [promise('4 h')] }],
      parts: { atRisk },
      now: START,
    }
    for (const one of [own, all]) {
      expect(new Date(clock('resolution', one).atRiskAt ?? 0).toISOString().slice(5, 16)).toBe(expected)
    }
  })
})

test('an answer exactly at the figure: by the policy, and by a metric worded otherwise', () => {
  const events = [status('2026-01-05T14:00:00Z', 'open', 'resolved')]
  const at = (own: Readonly<Record<string, unknown>>, answeredAtLimit: string): string =>
    clock('resolution', {
      metrics: [{ metric: 'resolution', targets: [promise('4 h')], ...own }],
      parts: { answeredAtLimit },
      ticket: { status: 'resolved' },
      events,
      now: '2026-01-05T15:00:00Z',
    }).state
  expect(at({}, 'met')).toBe('met')
  expect(at({}, 'breached')).toBe('breached')
  expect(at({ answeredAtLimit: 'met' }, 'breached')).toBe('met')
})

describe('a promise given anew', () => {
  const metrics = [
    {
      metric: 'first-response',
      targets: [promise('1 h')],
      rearm: {
        on: [{ event: 'phone-call', by: ['customer'] }],
        keeps: 'earlier-due',
        targets: [promise('15 min')],
      },
    },
  ]
  const called = (at: string): Case => ({ metrics, events: [call(at, 'customer')], now: at })

  test('the phone call leaves 15 minutes from the call', () => {
    expect(due('first-response', called('2026-01-05T10:20:00Z'))).toBe('01-05T10:35')
  })

  test('a late call gives no more time, our own call none at all', () => {
    expect(due('first-response', called('2026-01-05T10:50:00Z'))).toBe('01-05T11:00')
    const ours = { metrics, events: [note('2026-01-05T10:20:00Z')], now: '2026-01-05T10:21:00Z' }
    expect(due('first-response', ours)).toBe('01-05T11:00')
  })

  test('a second call moves the due instant of the first no further', () => {
    const events = [call('2026-01-05T10:20:00Z', 'customer'), call('2026-01-05T10:30:00Z', 'customer')]
    expect(due('first-response', { metrics, events, now: '2026-01-05T10:31:00Z' })).toBe('01-05T10:35')
  })
})

describe('what is replayed', () => {
  const pauses = [
    reply('2026-01-05T10:10:00Z', 'provider'),
    status('2026-01-05T11:00:00Z', 'open', 'awaiting-customer'),
    status('2026-01-05T13:00:00Z', 'awaiting-customer', 'open'),
  ]

  test('another version of the policy replays the same pauses under its own figures', () => {
    const version = (limit: string, number: number): Case => ({
      metrics: [{ metric: 'resolution', pausedIn: ['awaiting-customer'], targets: [promise(limit)] }],
      parts: { version: number },
      events: pauses,
      now: '2026-01-05T14:00:00Z',
    })
    const before = clock('resolution', version('4 h', 1))
    const after = clock('resolution', version('6 h', 2))
    expect(before).toMatchObject({ countedMs: 2 * 3_600_000, dueAt: Date.parse('2026-01-05T16:00:00Z') })
    expect(after).toMatchObject({ countedMs: before.countedMs, dueAt: Date.parse('2026-01-05T18:00:00Z') })
    const held = (own: Case): unknown[] =>
      clockLedger({ ...inputOf(own), clock: clock('resolution', own) }).filter(
        ({ label }) => label === 'paused',
      )
    expect(held(version('6 h', 2))).toEqual(held(version('4 h', 1)))
  })

  test('a policy that no longer pauses there counts what the old one paused', () => {
    const metrics = [{ metric: 'resolution', targets: [promise('6 h')] }]
    const own = { metrics, events: pauses, now: '2026-01-05T14:00:00Z' }
    expect(clock('resolution', own)).toMatchObject({ countedMs: 4 * 3_600_000 })
  })

  test('opened twice again: both resolved stretches are left out', () => {
    const events = [
      status('2026-01-05T11:00:00Z', 'open', 'resolved'),
      status('2026-01-05T12:00:00Z', 'resolved', 'open'),
      status('2026-01-05T12:30:00Z', 'open', 'closed'),
      status('2026-01-05T14:30:00Z', 'closed', 'open'),
    ]
    expect(due('resolution', { events, now: '2026-01-05T14:40:00Z' })).toBe('01-05T17:00')
  })

  test('reassessed while paused: elapsed time and pause both stand', () => {
    const events = [
      status('2026-01-05T11:00:00Z', 'open', 'awaiting-customer'),
      assessed('2026-01-05T11:30:00Z', null, 'P2'),
      status('2026-01-05T12:00:00Z', 'awaiting-customer', 'open'),
    ]
    const own = { ticket: { assessedSeverity: 'P2' }, events, now: '2026-01-05T12:10:00Z' }
    // Eight hours of office time from 10:00 less the hour paused; Tuesday is a holiday.
    expect(due('resolution', own)).toBe('01-07T11:00')
  })
})

test('each of the states a clock may come to', () => {
  const metrics = (own: Readonly<Record<string, unknown>>): unknown[] => [{ metric: 'resolution', ...own }]
  const office = [promise('8 h', { calendar: 'office' })]
  const cases: Readonly<Record<string, Case>> = {
    running: { metrics: metrics({ targets: office }), now: '2026-01-05T11:00:00Z' },
    paused: {
      metrics: metrics({ targets: office, pausedIn: ['on-hold'] }),
      ticket: { status: 'on-hold' },
      events: [status('2026-01-05T10:30:00Z', 'open', 'on-hold')],
      now: '2026-01-05T11:00:00Z',
    },
    'outside-hours': { metrics: metrics({ targets: office }), now: '2026-01-05T20:00:00Z' },
    met: {
      metrics: metrics({ targets: office }),
      ticket: { status: 'resolved' },
      events: [status('2026-01-05T10:30:00Z', 'open', 'resolved')],
      now: '2026-01-05T11:00:00Z',
    },
    breached: { metrics: metrics({ targets: office }), now: '2026-01-12T11:00:00Z' },
    excluded: {
      metrics: metrics({
        targets: office,
        exclusions: [{ when: { domain: ['customer'] }, because: 'theirs' }],
      }),
      ticket: { domain: 'customer' },
      events: [domainSet('2026-01-05T10:30:00Z', null, 'customer')],
      now: '2026-01-05T11:00:00Z',
    },
    'not-promised': {
      metrics: metrics({ targets: [promise('', { limit: 'none' })] }),
      now: '2026-01-05T11:00:00Z',
    },
    'cannot-be-computed': { ticket: { reportedSeverity: null }, now: '2026-01-05T11:00:00Z' },
  }
  expect(Object.keys(cases).toSorted()).toEqual([...clockState.options].toSorted())
  for (const [state, own] of Object.entries(cases)) expect(clock('resolution', own).state).toBe(state)
})

import { describe, expect, test } from 'vitest'
import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import type { Clock } from '../../../shared/records/clock.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import { nextClock } from '../../../shared/sla/next-clock.ts'
import type { TicketFacts } from '../../../shared/sla/ticket-facts.ts'
import { testPolicy } from './test-policy.ts'
import { assessed, call, created, domainSet, merged, note, reply, status, ticketOf } from './tickets.ts'

const START = '2026-01-05T10:00:00Z' // a Monday
const P1 = ticketOf({ created: START, reportedSeverity: 'P1' })
const P2 = ticketOf({ created: START, reportedSeverity: 'P2' })

function clocks(
  ticket: TicketFacts,
  events: readonly TicketEvent[],
  now: string,
  policy: CompiledPolicy | null = testPolicy(),
): Map<string, Clock> {
  const derived = deriveClocks({ policy, ticket, events, now: Date.parse(now) })
  return new Map(derived.map((clock) => [clock.id, clock]))
}

function at(text: string): number {
  return Date.parse(text)
}

test('a clock may start only with cases that came by one channel, told by an event or not', () => {
  const policy = testPolicy({
    metrics: [
      {
        metric: 'call-back',
        start: [{ event: 'created', channel: ['phone'] }],
        targets: [{ promise: '30 min', limit: '30 min', calendar: 'always' }],
      },
    ],
  })
  const phoned = { ...created(START), channel: 'phone' as const }
  const byPhone = ticketOf({ created: START, channel: 'phone' })
  const due = (ticket: TicketFacts, events: readonly TicketEvent[]): number | null | undefined =>
    clocks(ticket, events, '2026-01-05T10:10:00Z', policy).get('call-back/1')?.dueAt
  expect(due(byPhone, [phoned])).toBe(at('2026-01-05T10:30:00Z'))
  expect(due(byPhone, [])).toBe(at('2026-01-05T10:30:00Z'))
  expect(due(P1, [created(START)])).toBeUndefined()
  expect(due(P1, [])).toBeUndefined()
})

describe('a clock that runs', () => {
  test('knows its due instant, its warning and when it changes by itself', () => {
    const clock = clocks(P1, [created(START)], '2026-01-05T10:20:00Z').get('first-response')
    expect(clock).toMatchObject({
      state: 'running',
      dueAt: at('2026-01-05T11:00:00Z'),
      atRiskAt: at('2026-01-05T10:45:00Z'),
      changesAt: at('2026-01-05T10:45:00Z'),
      countedMs: 20 * 60_000,
      remainingMs: 40 * 60_000,
      targetMs: 3_600_000,
    })
  })

  test('stops for the night and says when it runs again', () => {
    const late = ticketOf({ created: '2026-01-05T16:00:00Z', reportedSeverity: 'P2' })
    const clock = clocks(late, [], '2026-01-05T22:00:00Z').get('first-response')
    // Epiphany is a holiday of the calendar: three hours are left for Wednesday.
    expect(clock).toMatchObject({
      state: 'outside-hours',
      heldSince: at('2026-01-05T17:00:00Z'),
      runsAgainAt: at('2026-01-07T09:00:00Z'),
      changesAt: at('2026-01-07T09:00:00Z'),
      dueAt: at('2026-01-07T12:00:00Z'),
      countedMs: 3_600_000,
    })
  })

  test('is breached at its due instant, not before', () => {
    const events = [created(START)]
    expect(clocks(P1, events, '2026-01-05T10:59:59.999Z').get('first-response')?.state).toBe('running')
    const breached = clocks(P1, events, '2026-01-05T11:00:00Z').get('first-response')
    expect(breached).toMatchObject({
      state: 'breached',
      breachedAt: at('2026-01-05T11:00:00Z'),
      settledAt: null,
    })
    expect(clocks(P1, events, '2026-01-05T12:00:00Z').get('first-response')?.remainingMs).toBe(-3_600_000)
  })
})

describe('answers', () => {
  test('in time is met, late is breached with the instant of the answer', () => {
    const inTime = clocks(
      P1,
      [created(START), reply('2026-01-05T10:30:00Z', 'provider')],
      '2026-01-06T00:00:00Z',
    )
    expect(inTime.get('first-response')).toMatchObject({
      state: 'met',
      settledAt: at('2026-01-05T10:30:00Z'),
    })
    const late = clocks(
      P1,
      [created(START), reply('2026-01-05T11:30:00Z', 'provider')],
      '2026-01-06T00:00:00Z',
    )
    expect(late.get('first-response')).toMatchObject({
      state: 'breached',
      breachedAt: at('2026-01-05T11:00:00Z'),
      settledAt: at('2026-01-05T11:30:00Z'),
      countedMs: 5_400_000,
    })
  })

  test('exactly at the limit is the contract’s to say', () => {
    const events = [created(START), reply('2026-01-05T11:00:00Z', 'provider')]
    expect(clocks(P1, events, '2026-01-05T12:00:00Z').get('first-response')?.state).toBe('met')
    const under = testPolicy({ answeredAtLimit: 'breached' })
    expect(clocks(P1, events, '2026-01-05T12:00:00Z', under).get('first-response')?.state).toBe('breached')
  })

  test('a note, a customer’s own message and the system answer nothing', () => {
    const events = [
      created(START),
      note('2026-01-05T10:05:00Z'),
      reply('2026-01-05T10:06:00Z', 'customer'),
      reply('2026-01-05T10:07:00Z', 'system'),
    ]
    expect(clocks(P1, events, '2026-01-05T10:30:00Z').get('first-response')?.state).toBe('running')
  })

  test('withdrawn or merged before it was due: nothing is owed, and it is not called met', () => {
    const gone = ticketOf({ created: START, reportedSeverity: 'P1', status: 'withdrawn' })
    const withdrawn = clocks(
      gone,
      [created(START), status('2026-01-05T10:10:00Z', 'open', 'withdrawn')],
      '2026-01-05T15:00:00Z',
    )
    expect(withdrawn.get('first-response')).toMatchObject({
      state: 'not-promised',
      reason: { key: 'reason.withdrawn' },
    })
    const into = clocks(P1, [created(START), merged('2026-01-05T10:10:00Z')], '2026-01-05T15:00:00Z')
    expect(into.get('resolution')?.state).toBe('not-promised')
    const late = clocks(P1, [created(START), merged('2026-01-05T14:10:00Z')], '2026-01-05T15:00:00Z')
    expect(late.get('resolution')?.state).toBe('breached')
  })
})

describe('pauses', () => {
  test('move the due instant by the open time they hold, not by wall time', () => {
    const events = [
      created(START),
      status('2026-01-05T16:00:00Z', 'open', 'awaiting-customer'),
      status('2026-01-07T10:00:00Z', 'awaiting-customer', 'open'),
    ]
    const clock = clocks(P2, events, '2026-01-07T10:30:00Z').get('resolution')
    // Six hours on Monday, an hour of each side of the holiday paused: two hours are left at ten on Wednesday.
    expect(clock).toMatchObject({
      state: 'running',
      dueAt: at('2026-01-07T12:00:00Z'),
      countedMs: 6.5 * 3_600_000,
    })
  })

  test('hold: no due instant, since when, and nothing changes by itself', () => {
    const held = { ...P2, status: 'awaiting-customer' as const }
    const clock = clocks(
      held,
      [created(START), status('2026-01-05T11:00:00Z', 'open', 'awaiting-customer')],
      '2026-01-09T10:00:00Z',
    )
    expect(clock.get('resolution')).toMatchObject({
      state: 'paused',
      dueAt: null,
      atRiskAt: null,
      heldSince: at('2026-01-05T11:00:00Z'),
      runsAgainAt: null,
      changesAt: null,
      countedMs: 3_600_000,
      remainingMs: 7 * 3_600_000,
    })
  })

  test('a promise already broken stays broken while paused', () => {
    const held = { ...P1, status: 'awaiting-customer' as const }
    const events = [created(START), status('2026-01-05T15:00:00Z', 'open', 'awaiting-customer')]
    const clock = clocks(held, events, '2026-01-05T20:00:00Z').get('resolution')
    expect(clock).toMatchObject({
      state: 'breached',
      breachedAt: at('2026-01-05T14:00:00Z'),
      settledAt: null,
    })
  })

  test('opened again: it resumes, and the resolved time is left out', () => {
    const events = [
      created(START),
      status('2026-01-05T11:00:00Z', 'open', 'resolved'),
      status('2026-01-05T13:00:00Z', 'resolved', 'open'),
    ]
    const clock = clocks(P1, events, '2026-01-05T13:30:00Z').get('resolution')
    expect(clock).toMatchObject({ state: 'running', dueAt: at('2026-01-05T16:00:00Z'), countedMs: 5_400_000 })
  })
})

describe('reassessment', () => {
  test('keeps the start: the elapsed time counts under the new severity', () => {
    const events = [created(START), assessed('2026-01-05T10:30:00Z', null, 'P2')]
    const ticket = { ...P1, assessedSeverity: 'P2' }
    expect(clocks(ticket, events, '2026-01-05T12:00:00Z').get('first-response')).toMatchObject({
      state: 'running',
      dueAt: at('2026-01-05T14:00:00Z'),
      countedMs: 2 * 3_600_000,
    })
  })

  test('a shorter promise is not broken before it was made', () => {
    const events = [created(START), assessed('2026-01-05T12:30:00Z', null, 'P1')]
    const ticket = { ...P2, assessedSeverity: 'P1' }
    expect(clocks(ticket, events, '2026-01-05T13:00:00Z').get('first-response')).toMatchObject({
      state: 'breached',
      dueAt: at('2026-01-05T11:00:00Z'),
      breachedAt: at('2026-01-05T12:30:00Z'),
    })
  })

  test('what was answered is judged by the severity of that moment', () => {
    const events = [
      created(START),
      reply('2026-01-05T12:00:00Z', 'provider'),
      assessed('2026-01-05T12:30:00Z', null, 'P1'),
    ]
    const ticket = { ...P2, assessedSeverity: 'P1' }
    expect(clocks(ticket, events, '2026-01-05T13:00:00Z').get('first-response')?.state).toBe('met')
  })

  test('a call that armed the clock again is judged by the severity of the answer, not a later one', () => {
    const armed = testPolicy({
      metrics: [
        {
          metric: 'first-response',
          targets: [{ promise: '1 h', limit: '1 h', calendar: 'always' }],
          rearm: {
            on: [{ event: 'phone-call', by: ['customer'] }],
            keeps: 'earlier-due',
            targets: [{ when: { severity: ['P1'] }, promise: '15 min', limit: '15 min', calendar: 'always' }],
          },
        },
      ],
    })
    const events = [
      created(START, 'P1'),
      call('2026-01-05T10:10:00Z', 'customer'),
      reply('2026-01-05T10:30:00Z', 'provider'),
      assessed('2026-01-05T11:00:00Z', null, 'P2'),
    ]
    const ticket = { ...P1, assessedSeverity: 'P2' }
    expect(clocks(ticket, events, '2026-01-05T12:00:00Z', armed).get('first-response')).toMatchObject({
      state: 'breached',
      dueAt: at('2026-01-05T10:25:00Z'),
    })
  })

  test('carried over: the night of the old calendar does not count under the new one', () => {
    const friday = '2026-01-09T16:00:00Z'
    const ticket = ticketOf({ created: friday, reportedSeverity: 'P2', assessedSeverity: 'P1' })
    const events = [created(friday, 'P2'), assessed('2026-01-12T08:00:00Z', null, 'P1')]
    const carried = testPolicy({ reassessment: 'carry-over' })
    // One hour of Friday is used; three are left of the four of P1, around the clock from Monday 08:00.
    expect(clocks(ticket, events, '2026-01-12T08:10:00Z', carried).get('resolution')).toMatchObject({
      state: 'running',
      dueAt: at('2026-01-12T11:00:00Z'),
    })
    expect(clocks(ticket, events, '2026-01-12T08:10:00Z').get('resolution')?.state).toBe('breached')
  })
})

describe('exclusions', () => {
  const policy = testPolicy({
    metrics: [
      {
        metric: 'resolution',
        exclusions: [
          { when: { domain: ['mno'], fieldAbove: { 'Customers affected': 1 } }, because: 'operator fault' },
        ],
        targets: [{ promise: '4 h', limit: '4 h', calendar: 'always' }],
      },
    ],
  })
  const events = [created(START), domainSet('2026-01-05T11:00:00Z', null, 'mno')]
  const mno = ticketOf({
    created: START,
    reportedSeverity: 'P1',
    domain: 'mno',
    fields: { 'Customers affected': '3' },
  })

  test('excluded time is not met, not due, and counts nothing', () => {
    expect(clocks(mno, events, '2026-01-07T11:00:00Z', policy).get('resolution')).toMatchObject({
      state: 'excluded',
      dueAt: null,
      countedMs: 3_600_000,
      heldSince: at('2026-01-05T11:00:00Z'),
    })
    const done = { ...mno, status: 'resolved' as const }
    const resolved = [...events, status('2026-01-05T12:00:00Z', 'open', 'resolved')]
    expect(clocks(done, resolved, '2026-01-07T11:00:00Z', policy).get('resolution')).toMatchObject({
      state: 'excluded',
      settledAt: at('2026-01-05T12:00:00Z'),
    })
  })

  test('back in our domain it runs on from where it was', () => {
    const back = [...events, domainSet('2026-01-05T20:00:00Z', 'mno', 'provider')]
    expect(
      clocks({ ...mno, domain: 'provider' }, back, '2026-01-05T20:30:00Z', policy).get('resolution'),
    ).toMatchObject({
      state: 'running',
      dueAt: at('2026-01-05T23:00:00Z'),
    })
  })

  test('one customer only is not excluded, nor a number that is none', () => {
    for (const value of ['1', 'several', '']) {
      const ticket = { ...mno, fields: { 'Customers affected': value } }
      expect(clocks(ticket, events, '2026-01-05T11:30:00Z', policy).get('resolution')?.state).toBe('running')
    }
  })
})

describe('no promise, or no answer', () => {
  test('no contract, no severity, a severity the contract does not know', () => {
    expect([...clocks(P1, [], '2026-01-05T11:00:00Z', null).values()]).toMatchObject([
      { state: 'not-promised', reason: { key: 'reason.noPolicy' } },
    ])
    const none = ticketOf({ created: START })
    expect(clocks(none, [], '2026-01-05T10:10:00Z').get('resolution')).toMatchObject({
      state: 'cannot-be-computed',
      reason: { key: 'reason.noSeverity' },
    })
    const strange = ticketOf({ created: START, reportedSeverity: 'S7' })
    expect(clocks(strange, [], '2026-01-05T10:10:00Z').get('resolution')).toMatchObject({
      state: 'cannot-be-computed',
      reason: { key: 'reason.unknownSeverity', values: { severity: 'S7' } },
    })
  })

  test('an event in the future or before the creation: cannot be computed, never a guess', () => {
    const future = [created(START), reply('2026-01-05T12:00:00Z', 'provider')]
    for (const clock of clocks(P1, future, '2026-01-05T10:30:00Z').values()) {
      expect(clock).toMatchObject({ state: 'cannot-be-computed', reason: { key: 'reason.eventInFuture' } })
      expect(clock.changesAt).toBe(at('2026-01-05T11:59:00Z'))
    }
    const early = [created(START), reply('2026-01-05T09:00:00Z', 'provider')]
    expect(clocks(P1, early, '2026-01-05T10:30:00Z').get('resolution')).toMatchObject({
      state: 'cannot-be-computed',
      reason: { key: 'reason.eventBeforeCreation' },
    })
    const unborn = ticketOf({ created: '2026-01-05T12:00:00Z', reportedSeverity: 'P1' })
    expect(clocks(unborn, [], '2026-01-05T10:30:00Z').get('resolution')?.state).toBe('cannot-be-computed')
  })

  test('a source whose clock is some seconds ahead is believed', () => {
    const events = [created(START), reply('2026-01-05T10:30:20Z', 'provider')]
    expect(clocks(P1, events, '2026-01-05T10:30:00Z').get('first-response')?.state).toBe('met')
  })

  test('a status no event explains, where it matters to the clock', () => {
    const waiting = { ...P1, status: 'awaiting-customer' as const }
    const derived = clocks(waiting, [created(START)], '2026-01-05T10:30:00Z')
    expect(derived.get('resolution')).toMatchObject({
      state: 'cannot-be-computed',
      reason: { key: 'reason.statusUnexplained' },
    })
    expect(derived.get('first-response')?.state).toBe('running')
  })

  test('born resolved: its history never came to us', () => {
    const done = ticketOf({ created: START, reportedSeverity: 'P1', status: 'closed' })
    expect(clocks(done, [], '2026-02-05T10:30:00Z').get('resolution')).toMatchObject({
      state: 'cannot-be-computed',
      reason: { key: 'reason.settledWithoutHistory' },
    })
  })

  test('a ticket of a century without calendars', () => {
    const old = ticketOf({ created: '1800-01-01T00:00:00Z', reportedSeverity: 'P2' })
    expect(clocks(old, [], '2026-01-05T10:30:00Z').get('resolution')).toMatchObject({
      state: 'cannot-be-computed',
      reason: { key: 'reason.calendar' },
    })
  })
})

describe('events as sources deliver them', () => {
  const events = [
    created(START),
    status('2026-01-05T10:20:00Z', 'open', 'awaiting-customer'),
    reply('2026-01-05T10:20:00Z', 'provider'),
    status('2026-01-05T11:20:00Z', 'awaiting-customer', 'open'),
    assessed('2026-01-05T11:30:00Z', null, 'P2'),
  ]
  const ticket = { ...P1, assessedSeverity: 'P2' }

  test('out of order or twice they say the same', () => {
    const expected = [...clocks(ticket, events, '2026-01-05T12:00:00Z').values()]
    expect([...clocks(ticket, events.toReversed(), '2026-01-05T12:00:00Z').values()]).toEqual(expected)
    expect([...clocks(ticket, [...events, ...events], '2026-01-05T12:00:00Z').values()]).toEqual(expected)
  })

  test('a message told twice is one message: it starts no second interval', () => {
    const updates = testPolicy({
      metrics: [
        { metric: 'periodic-update', targets: [{ promise: '2 h', limit: '2 h', calendar: 'always' }] },
      ],
    })
    const told = [created(START), reply('2026-01-05T10:20:00Z', 'provider')]
    const derived = clocks(P1, [...told, ...told], '2026-01-05T11:00:00Z', updates)
    expect([...derived.keys()]).toEqual(['periodic-update/1'])
  })

  test('the earliest unmet due instant leads', () => {
    const derived = deriveClocks({
      policy: testPolicy(),
      ticket: P1,
      events: [created(START)],
      now: at('2026-01-05T10:10:00Z'),
    })
    expect(derived.map(({ id }) => id)).toEqual(['first-response', 'resolution'])
    expect(nextClock(derived)?.id).toBe('first-response')
    expect(nextClock(derived.toReversed())?.id).toBe('first-response')
    expect(nextClock([])).toBeNull()
  })
})

describe('metrics that repeat', () => {
  const policy = testPolicy({
    metrics: [
      { metric: 'first-response', targets: [{ promise: '1 h', limit: '1 h', calendar: 'always' }] },
      { metric: 'next-reply', targets: [{ promise: '2 h', limit: '2 h', calendar: 'always' }] },
      { metric: 'call-back', targets: [{ promise: '30 min', limit: '30 min', calendar: 'always' }] },
      {
        metric: 'vendor-chased',
        start: [{ event: 'domain', to: ['mno'] }],
        stop: [{ event: 'note', by: ['provider'] }],
        targets: [{ promise: '15 min', limit: '15 min', calendar: 'always' }],
      },
    ],
  })

  test('next reply runs from the oldest unanswered message', () => {
    const events = [
      created(START),
      reply('2026-01-05T10:10:00Z', 'provider'),
      reply('2026-01-05T10:30:00Z', 'customer'),
      reply('2026-01-05T11:00:00Z', 'customer'),
    ]
    const running = clocks(P1, events, '2026-01-05T11:10:00Z', policy)
    expect(running.get('next-reply/1')).toMatchObject({ state: 'running', dueAt: at('2026-01-05T12:30:00Z') })
    const answered = [
      ...events,
      reply('2026-01-05T11:20:00Z', 'provider'),
      reply('2026-01-05T13:00:00Z', 'customer'),
    ]
    const second = clocks(P1, answered, '2026-01-05T13:10:00Z', policy)
    expect(second.get('next-reply/1')?.state).toBe('met')
    expect(second.get('next-reply/2')).toMatchObject({ state: 'running', dueAt: at('2026-01-05T15:00:00Z') })
  })

  test('before the first response a customer’s message starts no second clock', () => {
    const events = [created(START), reply('2026-01-05T10:05:00Z', 'customer')]
    expect([...clocks(P1, events, '2026-01-05T10:10:00Z', policy).keys()]).toEqual(['first-response'])
  })

  test('a call back is owed from the customer’s call, an own metric from its own conditions', () => {
    const events = [
      created(START),
      call('2026-01-05T10:10:00Z', 'customer'),
      domainSet('2026-01-05T10:20:00Z', null, 'mno'),
    ]
    const derived = clocks({ ...P1, domain: 'mno' }, events, '2026-01-05T10:30:00Z', policy)
    expect(derived.get('call-back/1')?.dueAt).toBe(at('2026-01-05T10:40:00Z'))
    expect(derived.get('vendor-chased')?.dueAt).toBe(at('2026-01-05T10:35:00Z'))
  })
})

describe('working days', () => {
  const metrics = (limit: string): unknown[] => [
    { metric: 'resolution', pausedIn: ['on-hold'], targets: [{ promise: limit, limit, calendar: 'office' }] },
  ]
  const due = (parts: Record<string, unknown>, events: TicketEvent[] = []): number | null | undefined =>
    clocks(
      P2,
      [created(START), ...events],
      '2026-01-08T09:30:00Z',
      testPolicy({ metrics: metrics('2 working days'), ...parts }),
    ).get('resolution')?.dueAt

  test('each meaning gives its own due instant', () => {
    // Tuesday is a holiday: Wednesday is the first working day, Thursday the second.
    expect(due({ workingDays: 'same-wall-time' })).toBe(at('2026-01-08T10:00:00Z'))
    expect(due({ workingDays: 'end-of-working-day' })).toBe(at('2026-01-08T17:00:00Z'))
    expect(due({ workingDays: { hours: '8 h' } })).toBe(at('2026-01-08T10:00:00Z'))
    expect(due({ workingDays: { hours: '10 h' } })).toBe(at('2026-01-08T14:00:00Z'))
  })

  test('a pause moves it by the open time it holds', () => {
    const held = [
      status('2026-01-05T16:00:00Z', 'open', 'on-hold'),
      status('2026-01-07T10:00:00Z', 'on-hold', 'open'),
    ]
    expect(due({ workingDays: 'same-wall-time' }, held)).toBe(at('2026-01-08T12:00:00Z'))
  })

  test('a wall time at which work begins stays one: a paused day does not end it at the close of the day before', () => {
    const early = '2026-01-07T09:00:00Z' // Wednesday; Friday 09:00 is two working days later.
    const dayOff = [
      status('2026-01-08T00:00:00Z', 'open', 'on-hold'),
      status('2026-01-09T00:00:00Z', 'on-hold', 'open'),
    ]
    const dueAfter = (events: TicketEvent[], now: string): number | null | undefined =>
      clocks(
        ticketOf({ created: early, reportedSeverity: 'P2' }),
        [created(early), ...events],
        now,
        testPolicy({ metrics: metrics('2 working days') }),
      ).get('resolution')?.dueAt
    expect(dueAfter([], '2026-01-09T08:00:00Z')).toBe(at('2026-01-09T09:00:00Z'))
    expect(dueAfter(dayOff, '2026-01-09T08:00:00Z')).toBe(at('2026-01-12T09:00:00Z'))
    // Held from the last close over the next opening: it is reached when it counts again.
    const overNight = [
      ...dayOff,
      status('2026-01-09T18:00:00Z', 'open', 'on-hold'),
      status('2026-01-13T10:00:00Z', 'on-hold', 'open'),
    ]
    expect(dueAfter(overNight, '2026-01-13T10:00:00Z')).toBe(at('2026-01-13T10:00:00Z'))
  })
})

import { describe, expect, test } from 'vitest'
import { sla } from '../../../shared/i18n/en/sla.ts'
import type { Clock } from '../../../shared/records/clock.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import type { TicketFacts } from '../../../shared/sla/ticket-facts.ts'
import { testPolicy } from './test-policy.ts'
import { assessed, created, fieldSet, reply, status, ticketOf } from './tickets.ts'

// What a clock says where it cannot know: that, and the true reason. Never a due instant, never "met".

const START = '2026-01-05T10:00:00Z'
const NOW = '2026-01-05T12:00:00Z'
const TARGET = { promise: 'p', limit: '4 h', calendar: 'always' }

interface BadTicket {
  readonly ticket?: Partial<TicketFacts>
  readonly created?: string
  readonly events?: readonly TicketEvent[]
  readonly metric?: Readonly<Record<string, unknown>>
  readonly parts?: Readonly<Record<string, unknown>>
  readonly reason: string
  readonly values?: Readonly<Record<string, unknown>>
}

function clocksOf({ ticket, created: at = START, events = [], metric, parts = {} }: BadTicket): Clock[] {
  const own =
    metric === undefined ? {} : { metrics: [{ metric: 'resolution', targets: [TARGET], ...metric }] }
  return deriveClocks({
    policy: testPolicy({ ...own, ...parts }),
    ticket: ticketOf({ created: at, reportedSeverity: 'P1', ...ticket }),
    events,
    now: Date.parse(NOW),
  })
}

const ONCE = { timeZone: 'Etc/UTC', hours: {}, exceptions: { '2026-01-05': [['10:00', '11:00']] } }

const CASES: Readonly<Record<string, BadTicket>> = {
  'an event before the creation': {
    events: [created(START), reply('2026-01-05T09:59:59Z', 'provider')],
    reason: 'eventBeforeCreation',
    values: { at: Date.parse('2026-01-05T09:59:59Z'), created: Date.parse(START) },
  },
  'an event in the future': {
    events: [created(START), reply('2026-01-05T12:01:01Z', 'provider')],
    reason: 'eventInFuture',
    values: { at: Date.parse('2026-01-05T12:01:01Z') },
  },
  'a creation in the future': { created: '2027-01-05T10:00:00Z', reason: 'eventInFuture' },
  'a creation before all calendars': {
    created: '1850-01-01T00:00:00Z',
    ticket: { reportedSeverity: 'P2' },
    reason: 'calendar',
    values: { why: expect.stringContaining('1900') },
  },
  'no severity, where the promise hangs on it': { ticket: { reportedSeverity: null }, reason: 'noSeverity' },
  'no severity, where an exclusion hangs on it': {
    ticket: { reportedSeverity: null },
    metric: { exclusions: [{ when: { severity: ['P2'] }, because: 'x' }] },
    reason: 'noSeverity',
  },
  'no severity, where a pause hangs on it': {
    ticket: { reportedSeverity: null },
    metric: { pausedWhen: [{ when: { severity: ['P2'] }, because: 'x' }] },
    reason: 'noSeverity',
  },
  'a severity taken away': {
    events: [
      created(START, 'P1'),
      assessed('2026-01-05T10:30:00Z', null, 'P2'),
      assessed('2026-01-05T11:00:00Z', 'P2', null),
    ],
    ticket: { reportedSeverity: null },
    metric: { targets: [{ ...TARGET, when: { severity: ['P9'] } }] },
    parts: { severities: [{ code: 'P9', name: 'n', definition: 'd' }] },
    reason: 'unknownSeverity',
  },
  'a severity the contract does not know': {
    ticket: { reportedSeverity: 'S1' },
    reason: 'unknownSeverity',
    values: { severity: 'S1' },
  },
  'an agreed time in words': {
    metric: { targets: [{ ...TARGET, limit: { field: 'Agreed' } }] },
    ticket: { fields: { Agreed: 'soon' } },
    reason: 'unreadableLength',
    values: { field: 'Agreed', text: 'soon' },
  },
  'an agreed time of zero': {
    metric: { targets: [{ ...TARGET, limit: { field: 'Agreed' } }] },
    ticket: { fields: { Agreed: '0 h' } },
    reason: 'unreadableLength',
  },
  'an agreed time of ten thousand years': {
    metric: { targets: [{ ...TARGET, limit: { field: 'Agreed' } }] },
    ticket: { fields: { Agreed: '87660000 h' } },
    reason: 'unreadableLength',
  },
  'a calendar that does not open for so long': {
    metric: { targets: [{ ...TARGET, calendar: 'once' }] },
    parts: { calendars: { once: ONCE } },
    reason: 'calendar',
    values: { why: 'it does not open for so long before the year 2200' },
  },
  'a hold no event tells of': {
    ticket: { status: 'awaiting-customer' },
    metric: { pausedIn: ['awaiting-customer'] },
    events: [created(START)],
    reason: 'statusUnexplained',
    values: { told: 'open', head: 'awaiting-customer' },
  },
  'a hold of a source that keeps no history': {
    ticket: { status: 'awaiting-customer' },
    metric: { pausedIn: ['awaiting-customer'] },
    reason: 'statusWithoutHistory',
    values: { head: 'awaiting-customer' },
  },
  'an end no event tells of': {
    ticket: { status: 'resolved' },
    events: [created(START)],
    reason: 'statusUnexplained',
  },
  'settled, and opened again by nobody we know': {
    ticket: { status: 'open' },
    events: [created(START), status('2026-01-05T11:00:00Z', 'open', 'resolved')],
    reason: 'statusUnexplained',
    values: { told: 'resolved', head: 'open' },
  },
  'settled from its first moment': { ticket: { status: 'closed' }, reason: 'settledWithoutHistory' },
}

describe('cannot be computed, and why', () => {
  test.each(Object.entries(CASES))('%s', (_name, bad) => {
    const clocks = clocksOf(bad)
    expect(clocks.length).toBeGreaterThan(0)
    for (const clock of clocks) {
      expect(clock).toMatchObject({
        state: 'cannot-be-computed',
        dueAt: null,
        atRiskAt: null,
        breachedAt: null,
        reason: { key: `reason.${bad.reason}`, values: bad.values ?? {} },
      })
      expect(Reflect.get(sla.reason, bad.reason)).toEqual(expect.any(String))
    }
  })

  test('a clock that an answer settled keeps its verdict, whatever its source forgot to tell', () => {
    const events = [
      created(START),
      reply('2026-01-05T10:30:00Z', 'provider'),
      status('2026-01-05T11:00:00Z', 'open', 'resolved'),
    ]
    const clocks = clocksOf({ events, reason: '' })
    expect(clocks.find(({ id }) => id === 'first-response')?.state).toBe('met')
    expect(clocks.find(({ id }) => id === 'resolution')?.state).toBe('cannot-be-computed')
  })

  test('one clock that cannot be computed takes no other with it', () => {
    const calendars = { once: ONCE, always: { timeZone: 'Etc/UTC', hours: 'always' } }
    const clocks = clocksOf({
      parts: {
        calendars,
        metrics: [
          { metric: 'first-response', targets: [{ ...TARGET, calendar: 'once' }] },
          { metric: 'resolution', targets: [TARGET] },
        ],
      },
      reason: '',
    })
    expect(new Map(clocks.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        ['resolution', 'running'],
        ['first-response', 'cannot-be-computed'],
      ]),
    )
  })
})

describe('not promised, which is no failure to compute', () => {
  test('a policy that matches nothing, or whose agreed time nobody has named', () => {
    const nothing = { targets: [{ ...TARGET, when: { customer: ['ACME'] } }] }
    expect(clocksOf({ metric: nothing, reason: '' })).toMatchObject([
      { state: 'not-promised', dueAt: null, reason: { key: 'reason.nothingMatches' } },
    ])
    const agreed = { targets: [{ ...TARGET, limit: { field: 'Agreed' } }] }
    expect(clocksOf({ metric: agreed, reason: '' })).toMatchObject([
      { state: 'not-promised', dueAt: null, reason: { key: 'reason.nothingAgreed' } },
    ])
  })

  test('names that every object inherits are no fields of a ticket', () => {
    const metric = {
      exclusions: [{ when: { fields: { constructor: ['x'] } }, because: 'x' }],
      targets: [
        { ...TARGET, when: { fields: { toString: ['x'] } } },
        { ...TARGET, limit: { field: 'valueOf' } },
      ],
    }
    expect(clocksOf({ metric, reason: '' })).toMatchObject([{ reason: { key: 'reason.nothingAgreed' } }])
  })
})

test('events out of order, twice and with their creation last say what they say in order', () => {
  const events = [
    created(START),
    fieldSet('2026-01-05T10:10:00Z', 'Vendor', null, 'asked'),
    status('2026-01-05T10:20:00Z', 'open', 'awaiting-customer'),
    status('2026-01-05T11:20:00Z', 'awaiting-customer', 'open'),
    reply('2026-01-05T11:40:00Z', 'provider'),
  ]
  const expected = clocksOf({ events, reason: '' })
  expect(expected.map(({ state }) => state)).toContain('running')
  for (const order of [
    [4, 3, 2, 1, 0],
    [2, 0, 4, 1, 3],
    [1, 2, 3, 4, 0, 0, 1, 2, 3, 4],
  ]) {
    const shuffled = order.flatMap((index) => events[index] ?? [])
    expect(clocksOf({ events: shuffled, reason: '' })).toEqual(expected)
  }
})

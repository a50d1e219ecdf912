import { describe, expect, test } from 'vitest'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import { nextActionOf } from '../../../shared/sla/next-action.ts'
import { severityRank } from '../../../shared/sla/severity-rank.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import type { TicketRecord } from '../../../shared/records/ticket.ts'
import { testPolicy } from './test-policy.ts'
import { call, created, domainSet, reply, status, ticketOf } from './tickets.ts'

const START = '2026-01-05T10:00:00Z'
const always = (metric: string, limit: string): unknown => ({
  metric,
  targets: [{ promise: limit, limit, calendar: 'always' }],
})
const policy = testPolicy({
  metrics: [
    always('first-response', '1 h'),
    always('call-back', '30 min'),
    always('periodic-update', '2 h'),
    always('resolution', '8 h'),
  ],
})
const answered = [created(START), reply('2026-01-05T10:10:00Z', 'provider')]

function next(
  head: Partial<TicketRecord>,
  events: readonly TicketEvent[],
  now = '2026-01-05T10:30:00Z',
): string {
  const ticket = { ...ticketOf({ created: START, reportedSeverity: 'P1' }), owner: 'desk', ...head }
  const moment = Date.parse(now)
  const clocks = deriveClocks({ policy, ticket, events, now: moment })
  const { court, nextAction } = nextActionOf({
    ticket,
    events,
    clocks,
    escalationIsDue: false,
    fixFailed: false,
    now: moment,
  })
  return `${court}: ${nextAction}`
}

describe('whose court, and what next', () => {
  test.each<[string, Partial<TicketRecord>, TicketEvent[], string, string?]>([
    ['no severity', { reportedSeverity: null }, [created(START)], 'provider: assess'],
    ['nobody owns it', { owner: null }, [created(START)], 'provider: take-ownership'],
    ['not answered', {}, [created(START)], 'provider: respond'],
    [
      'the customer spoke last',
      {},
      [...answered, reply('2026-01-05T10:20:00Z', 'customer')],
      'provider: respond',
    ],
    [
      'the customer called',
      {},
      [...answered, call('2026-01-05T10:20:00Z', 'customer')],
      'provider: call-back',
    ],
    ['an update is nearly due', {}, answered, 'provider: update-customer', '2026-01-05T12:00:00Z'],
    ['work', {}, answered, 'provider: resolve'],
    [
      'we wait for the customer',
      { status: 'awaiting-customer' },
      [...answered, status('2026-01-05T10:15:00Z', 'open', 'awaiting-customer')],
      'customer: await-customer',
    ],
    [
      'the operator’s fault',
      { domain: 'mno' },
      [...answered, domainSet('2026-01-05T10:15:00Z', null, 'mno')],
      'mno: chase-mno',
    ],
    ['the customer’s fault', { domain: 'customer' }, answered, 'customer: await-customer'],
    [
      'the operator owes an answer, but so do we',
      { status: 'awaiting-mno' },
      [created(START), status('2026-01-05T10:15:00Z', 'open', 'awaiting-mno')],
      'provider: respond',
    ],
    [
      'resolved',
      { status: 'resolved' },
      [...answered, status('2026-01-05T10:15:00Z', 'open', 'resolved')],
      'provider: confirm-fix',
    ],
    [
      'closed',
      { status: 'closed' },
      [...answered, status('2026-01-05T10:15:00Z', 'open', 'closed')],
      'customer: none',
    ],
  ])('%s', (_name, head, events, expected, now) => {
    expect(next(head, events, now)).toBe(expected)
  })
})

describe('a step of the ladder that is due', () => {
  function nextEscalating(head: Partial<TicketRecord>, events: readonly TicketEvent[]): string {
    const ticket = { ...ticketOf({ created: START, reportedSeverity: 'P1' }), owner: 'desk', ...head }
    const now = Date.parse('2026-01-05T10:30:00Z')
    const clocks = deriveClocks({ policy, ticket, events, now })
    return nextActionOf({ ticket, events, clocks, escalationIsDue: true, fixFailed: false, now }).nextAction
  }

  test('outranks work and waiting, whoever is waited for', () => {
    expect(nextEscalating({}, answered)).toBe('escalate')
    expect(nextEscalating({ domain: 'mno' }, answered)).toBe('escalate')
    const waiting = [...answered, status('2026-01-05T10:15:00Z', 'open', 'awaiting-customer')]
    expect(nextEscalating({ status: 'awaiting-customer' }, waiting)).toBe('escalate')
  })

  test('waits for a word owed to the customer, and for nobody once it is resolved', () => {
    expect(nextEscalating({}, [created(START)])).toBe('respond')
    expect(nextEscalating({ owner: null }, answered)).toBe('take-ownership')
    const resolved = [...answered, status('2026-01-05T10:15:00Z', 'open', 'resolved')]
    expect(nextEscalating({ status: 'resolved' }, resolved)).toBe('confirm-fix')
  })
})

test('severity rank: assessed outranks reported, unknown is null', () => {
  expect(severityRank(policy, { reportedSeverity: 'P2', assessedSeverity: 'P1' })).toBe(0)
  expect(severityRank(policy, { reportedSeverity: 'P2', assessedSeverity: null })).toBe(1)
  expect(severityRank(policy, { reportedSeverity: 'S9', assessedSeverity: null })).toBeNull()
  expect(severityRank(policy, { reportedSeverity: null, assessedSeverity: null })).toBeNull()
  expect(severityRank(null, { reportedSeverity: 'P2', assessedSeverity: null })).toBeNull()
})

test('a resolved ticket is to be confirmed, and to be resolved once its fix was found not to hold', () => {
  const ticket = { ...ticketOf({ created: START, status: 'resolved' }), owner: 'desk' }
  const input = { ticket, events: [], clocks: [], escalationIsDue: false, now: Date.parse(START) }
  expect(nextActionOf({ ...input, fixFailed: false })).toEqual({
    court: 'provider',
    nextAction: 'confirm-fix',
  })
  expect(nextActionOf({ ...input, fixFailed: true })).toEqual({ court: 'provider', nextAction: 'resolve' })
})

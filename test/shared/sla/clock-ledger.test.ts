import { describe, expect, test } from 'vitest'
import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import type { LedgerEntry } from '../../../shared/records/clock.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { clockLedger } from '../../../shared/sla/clock-ledger.ts'
import { blankClock } from '../../../shared/sla/clock-of-cycle.ts'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import type { TicketFacts } from '../../../shared/sla/ticket-facts.ts'
import { testPolicy } from './test-policy.ts'
import { assessed, call, created, domainSet, reply, status, ticketOf } from './tickets.ts'

const policy = testPolicy({
  metrics: [
    {
      metric: 'first-response',
      targets: [{ promise: 'P1 in 1 h', limit: '1 h', calendar: 'always' }],
      rearm: {
        on: [{ event: 'phone-call', by: ['customer'] }],
        keeps: 'earlier-due',
        targets: [{ promise: '15 min from the call', limit: '15 min', calendar: 'always' }],
      },
    },
    {
      metric: 'resolution',
      pausedIn: ['awaiting-customer'],
      exclusions: [{ when: { domain: ['customer'] }, because: 'customer domain' }],
      targets: [{ promise: 'in 8 h', limit: '8 h', calendar: 'office' }],
    },
  ],
})

/** Labels with the wall clock of each entry, short enough to read. */
function lines(ticket: TicketFacts, events: readonly TicketEvent[], now: string, clockId: string): string[] {
  return ledger(ticket, events, now, clockId).map(
    ({ from, to, label, countedMs }) => `${short(from)} ${short(to)} ${label} ${countedMs / 60_000}`,
  )
}

function ledger(
  ticket: TicketFacts,
  events: readonly TicketEvent[],
  now: string,
  clockId: string,
): LedgerEntry[] {
  return ledgerUnder(policy, ticket, events, now, clockId)
}

function ledgerUnder(
  contract: CompiledPolicy,
  ticket: TicketFacts,
  events: readonly TicketEvent[],
  at: string,
  clockId: string,
): LedgerEntry[] {
  const input = { policy: contract, ticket, events, now: Date.parse(at) }
  const clock = deriveClocks(input).find(({ id }) => id === clockId)
  return clock === undefined ? [] : clockLedger({ ...input, clock })
}

function short(instant: number): string {
  return new Date(instant).toISOString().slice(8, 16)
}

const START = '2026-01-05T15:00:00Z' // a Monday; Tuesday is a holiday
const ticket = ticketOf({ created: START, reportedSeverity: 'P1' })

describe('the ledger of a clock', () => {
  test('labels nights, holidays, waiting, exclusion and the time after the breach', () => {
    const events = [
      created(START),
      status('2026-01-05T16:00:00Z', 'open', 'awaiting-customer'),
      status('2026-01-05T16:30:00Z', 'awaiting-customer', 'open'),
      domainSet('2026-01-07T10:00:00Z', null, 'customer'),
      domainSet('2026-01-07T11:00:00Z', 'customer', 'provider'),
    ]
    expect(lines(ticket, events, '2026-01-08T10:00:00Z', 'resolution')).toEqual([
      '05T15:00 05T16:00 counted 60',
      '05T16:00 05T16:30 paused 60',
      '05T16:30 05T17:00 counted 90',
      '05T17:00 06T00:00 closed 90',
      '06T00:00 07T00:00 holiday 90',
      '07T00:00 07T09:00 closed 90',
      '07T09:00 07T10:00 counted 150',
      '07T10:00 07T11:00 excluded 150',
      '07T11:00 07T16:30 counted 480',
      '07T16:30 07T17:00 overdue 510',
      '07T17:00 08T09:00 closed 510',
      '08T09:00 08T10:00 overdue 570',
    ])
    const causes = ledger(ticket, events, '2026-01-08T10:00:00Z', 'resolution').map(
      ({ causeEventId }) => causeEventId,
    )
    const ids = events.map(({ externalId }) => externalId)
    expect(causes).toEqual([ids[0], ids[1], ids[2], null, null, null, null, ids[3], ids[4], null, null, null])
  })

  test('ends with the answer; a resolved time that was opened again is paused', () => {
    const events = [
      created(START),
      status('2026-01-05T15:10:00Z', 'open', 'resolved'),
      status('2026-01-05T15:30:00Z', 'resolved', 'open'),
      status('2026-01-05T15:40:00Z', 'open', 'closed'),
    ]
    const closed = { ...ticket, status: 'closed' as const }
    expect(lines(closed, events, '2026-02-01T00:00:00Z', 'resolution')).toEqual([
      '05T15:00 05T15:10 counted 10',
      '05T15:10 05T15:30 paused 10',
      '05T15:30 05T15:40 counted 20',
    ])
  })

  test('shows the call that armed the clock again', () => {
    const events = [
      created(START),
      call('2026-01-05T15:20:00Z', 'customer'),
      reply('2026-01-05T15:40:00Z', 'provider'),
    ]
    expect(lines(ticket, events, '2026-01-05T18:00:00Z', 'first-response')).toEqual([
      '05T15:00 05T15:20 counted 20',
      '05T15:20 05T15:35 counted 35',
      '05T15:35 05T15:40 overdue 40',
    ])
    expect(ledger(ticket, events, '2026-01-05T18:00:00Z', 'first-response')[1]?.causeEventId).toBe(
      events[1]?.externalId,
    )
  })

  test('a reassessment that changes the promise begins an entry of its own', () => {
    const own = testPolicy()
    const events = [created(START, 'P2'), assessed('2026-01-05T15:20:00Z', null, 'P1')]
    const known = { ...ticket, assessedSeverity: 'P1' }
    const entries = ledgerUnder(own, known, events, '2026-01-05T15:30:00Z', 'resolution')
    expect(entries.map(({ causeEventId }) => causeEventId)).toEqual(
      events.map(({ externalId }) => externalId),
    )
  })

  test('is empty where nothing counts', () => {
    expect(ledger(ticket, [created(START)], '2026-01-05T18:00:00Z', 'next-reply/1')).toEqual([])
    expect(
      ledger(
        ticket,
        [created(START), reply('2027-01-01T00:00:00Z', 'provider')],
        '2026-01-05T18:00:00Z',
        'resolution',
      ),
    ).toEqual([])
    const clock = blankClock('resolution', 'resolution', null, null)
    expect(clockLedger({ policy: null, ticket, events: [], now: 0, clock })).toEqual([])
    const unknown = { ...ticket, reportedSeverity: 'S9' }
    expect(ledger(unknown, [], '2026-01-05T18:00:00Z', 'resolution')).toEqual([])
  })
})

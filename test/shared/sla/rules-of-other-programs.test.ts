import { describe, expect, test } from 'vitest'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import { nextClock } from '../../../shared/sla/next-clock.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import type { Clock } from '../../../shared/records/clock.ts'
import { testPolicy } from './test-policy.ts'
import { assessed, created, reply, status, ticketOf } from './tickets.ts'

// Sentences that the tests of Zammad, Request Tracker and GLPI hold, as rules of this engine.

const START = '2026-01-05T10:00:00Z'
const NOW = '2026-01-05T12:00:00Z'
const replies = { metric: 'next-reply', targets: [{ promise: '2 h', limit: '2 h', calendar: 'always' }] }
const resolve = (own: Record<string, unknown> = {}): Record<string, unknown> => ({
  metric: 'resolution',
  targets: [{ promise: '8 h', limit: '8 h', calendar: 'always' }],
  ...own,
})
const response = (own: Record<string, unknown> = {}): Record<string, unknown> => ({
  metric: 'first-response',
  targets: [{ promise: '4 h', limit: '4 h', calendar: 'always' }],
  ...own,
})

function derive(
  metrics: unknown[],
  events: readonly TicketEvent[],
  head: Record<string, unknown> = {},
): Clock[] {
  return deriveClocks({
    policy: testPolicy({ metrics }),
    ticket: { ...ticketOf({ created: START, reportedSeverity: 'P1' }), ...head },
    events: [created(START), ...events],
    now: Date.parse(NOW),
  })
}

function due(clocks: readonly Clock[], id: string): string | null {
  const at = clocks.find((clock) => clock.id === id)?.dueAt ?? null
  return at === null ? null : new Date(at).toISOString().slice(11, 16)
}

describe('rules other programs test', () => {
  const contact = [reply('2026-01-05T10:10:00Z', 'provider'), reply('2026-01-05T11:00:00Z', 'customer')]

  test('a customer’s contact sets the update target (ext-053)', () => {
    expect(due(derive([response(), replies], contact), 'next-reply/1')).toBe('13:00')
  })

  test('a second contact before our reply leaves it (ext-055, ext-061)', () => {
    const again = [...contact, reply('2026-01-05T11:30:00Z', 'customer')]
    expect(due(derive([response(), replies], again), 'next-reply/1')).toBe('13:00')
  })

  test('a status that stops all clocks leaves no due instant (ext-057)', () => {
    const held = derive(
      [response({ pausedIn: ['on-hold'] }), resolve({ pausedIn: ['on-hold'] })],
      [status('2026-01-05T11:00:00Z', 'open', 'on-hold')],
      { status: 'on-hold' },
    )
    expect(nextClock(held)?.dueAt).toBeNull()
  })

  test('a severity for which nothing is promised leaves no due instant (ext-059)', () => {
    const onlyP1 = resolve({
      targets: [{ when: { severity: ['P1'] }, promise: '8 h', limit: '8 h', calendar: 'always' }],
    })
    const clocks = derive([onlyP1], [assessed('2026-01-05T11:00:00Z', null, 'P2')], {
      assessedSeverity: 'P2',
    })
    expect(clocks).toMatchObject([
      { state: 'not-promised', dueAt: null, reason: { key: 'reason.nothingMatches' } },
    ])
  })

  test('replies do not move a resolution (ext-063)', () => {
    expect(due(derive([resolve()], contact), 'resolution')).toBe('18:00')
  })

  test('a hold that the metric does not name leaves its due instant (ext-065, ext-069)', () => {
    const hold = [
      status('2026-01-05T10:30:00Z', 'open', 'on-hold'),
      status('2026-01-05T11:30:00Z', 'on-hold', 'open'),
    ]
    const clocks = derive([response(), resolve({ pausedIn: ['on-hold'] })], hold)
    expect(due(clocks, 'first-response')).toBe('14:00')
    // … and moves the one that does by exactly the held time (ext-067).
    expect(due(clocks, 'resolution')).toBe('19:00')
  })
})

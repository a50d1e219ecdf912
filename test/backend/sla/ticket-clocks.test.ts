import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadPolicies } from '../../../electron/backend/sla/policy-library.ts'
import { readRules } from '../../../electron/backend/sla/hub-rules.ts'
import { createTicketClocks, type TicketClocks } from '../../../electron/backend/sla/ticket-clocks.ts'
import type { RecordedEscalation } from '../../../electron/backend/store/store.ts'
import type { Settings } from '../../../shared/contract/settings.ts'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'
import { ticketOf } from './board-fixtures.ts'

// The fixtures' tickets were created on a Monday at 07:00 UTC, severity P2, by web.
const NOW = Date.UTC(2026, 5, 1, 7, 30)
const HOUR = 3_600_000
const policies = loadPolicies(
  { shipped: join(import.meta.dirname, '../../../resources/policies'), own: null },
  createPublicHolidays(),
)
const WIRELESS = policies.list().find(({ summary }) => summary.id.startsWith('wireless'))?.summary.id ?? ''

function clocksUnder(
  change: Partial<Settings>,
  logged: string[] = [],
  escalationsOf: (ticketId: string) => readonly RecordedEscalation[] = () => [],
): TicketClocks {
  const settings: Settings = { defaultPolicyId: WIRELESS, policyAssignments: [], desks: [], ...change }
  function log(_level: string, message: string): void {
    logged.push(message)
  }
  const rules = readRules(settings, NOW, log)
  return createTicketClocks({ policies, rules: () => rules, escalationsOf, failedFixAt: () => null, log })
}

describe('what a hub makes of a ticket', () => {
  test('clocks by its contract, due on the watch of the desk that is in its day then', () => {
    const desks = [
      {
        id: 'west',
        name: 'West',
        timeZone: 'America/Los_Angeles',
        hours: { mon: [['08:00', '18:00'] as [string, string]] },
      },
      {
        id: 'north',
        name: 'North',
        timeZone: 'Europe/Madrid',
        hours: { mon: [['08:00', '18:00'] as [string, string]] },
      },
    ]
    const row = clocksUnder({ desks }).row(ticketOf('desk:1'), NOW)
    expect(row).toMatchObject({ policyId: WIRELESS, severityRank: 1, derivedAt: NOW, dutyDeskId: 'north' })
    // P2: first response within 2 h, round the clock.
    const response = row.clocks.find(({ metric }) => metric === 'first-response')
    expect(response).toMatchObject({ state: 'running', dueAt: Date.UTC(2026, 5, 1, 7) + 2 * HOUR })
  })

  test('without a contract nothing is guessed', () => {
    const clocks = clocksUnder({ defaultPolicyId: null })
    const row = clocks.row(ticketOf('desk:1'), NOW)
    expect(row).toMatchObject({ policyId: null, severityRank: null, dutyDeskId: null })
    expect(row.clocks.every((clock) => clock.dueAt === null)).toBe(true)
  })

  test('a contract that is gone is said, not replaced by another', () => {
    const { policyId, policyReason } = clocksUnder({ defaultPolicyId: 'gone' }).of(ticketOf('desk:1'), NOW)
    expect(policyId).toBeNull()
    expect(policyReason).toBe('default, but policy "gone" cannot be used')
  })

  test('under a contract whose file cannot be used a clock says so: nothing promised would be a guess', () => {
    const clocks = clocksUnder({ defaultPolicyId: 'gone' })
    const unknown = {
      state: 'cannot-be-computed',
      dueAt: null,
      reason: { key: 'reason.policyUnusable', values: { policy: 'gone' } },
    }
    expect(clocks.of(ticketOf('desk:1'), NOW).clocks).toMatchObject([unknown])
    expect(clocks.row(ticketOf('desk:1'), NOW).clocks).toMatchObject([unknown])
    expect(clocks.ledger(ticketOf('desk:1'), 'first-response', NOW)).toMatchObject({
      clock: unknown,
      entries: [],
    })
  })

  test('a desk whose hours cannot be used is left out and logged, the others keep their watch', () => {
    const logged: string[] = []
    const hours = { mon: [['08:00', '18:00'] as [string, string]] }
    const desks = [
      { id: 'lost', name: 'Lost', timeZone: 'Europe/Nowhere', hours },
      { id: 'north', name: 'North', timeZone: 'Europe/Madrid', hours },
    ]
    expect(clocksUnder({ desks }, logged).row(ticketOf('desk:1'), NOW).dutyDeskId).toBe('north')
    expect(logged).toEqual([expect.stringContaining('The hours of desk lost cannot be used')])
  })

  test('every second of a clock is in its ledger; a clock it does not have gives none', () => {
    const clocks = clocksUnder({})
    const ledger = clocks.ledger(ticketOf('desk:1'), 'first-response', NOW)
    expect(ledger?.entries).toMatchObject([{ label: 'counted', to: NOW, countedMs: HOUR / 2 }])
    expect(clocks.ledger(ticketOf('desk:1'), 'nothing', NOW)).toBeNull()
  })
})

describe('the ladder of its contract', () => {
  // Priority 1, resolved within 4 h: from 07:00 to 11:00.
  const { ticket } = ticketOf('desk:1')
  const urgent = { ticket: { ...ticket, owner: 'ana', assessedSeverity: 'P1' }, events: [] }
  const under = { defaultPolicyId: 'one-mobility' }
  const taken = (stepId: string): RecordedEscalation => ({
    ticketId: 'desk:1',
    stepId,
    at: NOW,
    by: 'ana',
    summary: 'Sent.',
  })

  test('a row is woken when the next step comes due, although its clock stays as it is', () => {
    const breached = Date.UTC(2026, 5, 1, 11, 30)
    expect(clocksUnder(under).row(urgent, breached).escalation).toEqual({
      stepId: 'resolution-overdue/1',
      role: 'Senior Product Manager',
      dueAt: Date.UTC(2026, 5, 1, 11),
    })
    const row = clocksUnder(under, [], () => [taken('resolution-overdue/1')]).row(urgent, breached)
    expect(row.escalation).toBeNull()
    const clock = row.clocks.find(({ metric }) => metric === 'resolution')
    expect(clock).toMatchObject({ state: 'breached', changesAt: Date.UTC(2026, 5, 1, 13) })
    expect(clocksUnder(under).of(urgent, breached).clocks).toContainEqual(
      expect.objectContaining({ id: 'resolution', changesAt: null }),
    )
  })

  test('a running clock changes when it would anyway', () => {
    const [clock] = clocksUnder(under)
      .row(urgent, NOW)
      .clocks.filter(({ metric }) => metric === 'resolution')
    expect(clock?.changesAt).toBe(Date.UTC(2026, 5, 1, 10))
  })

  test('what was taken is off the row', () => {
    const clocks = clocksUnder(under, [], () => [taken('resolution-overdue/1')])
    expect(clocks.row(urgent, Date.UTC(2026, 5, 1, 11, 30)).escalation).toBeNull()
    expect(clocks.row(urgent, Date.UTC(2026, 5, 1, 13)).escalation?.stepId).toBe('resolution-overdue/2')
  })

  test('records that cannot be read take the ladder off one row and no clock off the board', () => {
    const logged: string[] = []
    const clocks = clocksUnder(under, logged, () => {
      throw new Error('disk')
    })
    const row = clocks.row(urgent, Date.UTC(2026, 5, 1, 11, 30))
    expect(row.escalation).toBeNull()
    expect(row.clocks.some(({ state }) => state === 'breached')).toBe(true)
    expect(logged).toEqual(['The escalation of ticket desk:1 could not be derived.'])
  })

  test('the contact of the time zone in its day is named by its desk', () => {
    const hours = (from: string, to: string): { mon: [string, string][] } => ({ mon: [[from, to]] })
    const desks = [
      { id: 'west', name: 'West', timeZone: 'America/Los_Angeles', hours: hours('08:00', '18:00') },
      { id: 'east', name: 'East', timeZone: 'Asia/Kolkata', hours: hours('08:00', '18:00') },
    ]
    const clocks = clocksUnder({ defaultPolicyId: 'ipass-help-desk', desks })
    const deskAt = (now: number): string | null | undefined =>
      clocks.of(urgent, now).escalations.find(({ id }) => id === 'no-agreement/1')?.deskId
    expect(deskAt(NOW)).toBe('east')
    expect(deskAt(Date.UTC(2026, 5, 1, 18))).toBe('west')
  })
})

test('the source’s own due time: cheap on the row, explained in the ticket', () => {
  const { ticket } = ticketOf('desk:1')
  const sourceDueAt = Date.UTC(2026, 5, 1, 12)
  const held = { ticket: { ...ticket, sourceDueAt }, events: [] }
  const clocks = clocksUnder({})
  // P2: first response by 09:00, resolution by 11:00.
  expect(clocks.row(held, NOW).divergenceMs).toBe(HOUR)
  expect(clocks.of(held, NOW).divergence).toMatchObject({
    sourceDueAt,
    clockId: 'resolution',
    differenceMs: HOUR,
  })
  expect(clocks.row(ticketOf('desk:1'), NOW).divergenceMs).toBeNull()
})

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadPolicies } from '../../../electron/backend/sla/policy-library.ts'
import { readRules } from '../../../electron/backend/sla/hub-rules.ts'
import { createTicketClocks, type TicketClocks } from '../../../electron/backend/sla/ticket-clocks.ts'
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

function clocksUnder(change: Partial<Settings>, logged: string[] = []): TicketClocks {
  const settings: Settings = { defaultPolicyId: WIRELESS, policyAssignments: [], desks: [], ...change }
  function log(_level: string, message: string): void {
    logged.push(message)
  }
  const rules = readRules(settings, NOW, log)
  return createTicketClocks({ policies, rules: () => rules, escalationsOf: () => [], log })
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

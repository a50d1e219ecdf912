import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { compilePolicy } from '../../shared/policy/compile-policy.ts'
import { parsePolicy } from '../../shared/policy/parse-policy.ts'
import type { TicketEvent } from '../../shared/records/ticket-event.ts'
import { deriveClocks, type ClockInput } from '../../shared/sla/derive-clocks.ts'
import { escalationOnBoard } from '../../shared/sla/escalation.ts'
import { createPublicHolidays } from '../../shared/time/holidays.ts'
import type { BenchResult } from './bench-result.ts'

export const name = 'sla-clocks'

const NOW = Date.UTC(2026, 5, 3, 10)
const MINUTE = 60_000
const SEVERITIES = ['P1', 'P2', 'P3', 'P4']

/** Every clock derived anew: tickets of a month under the contract with the dearest questions, working days. */
export async function run(): Promise<BenchResult[]> {
  const path = resolve(import.meta.dirname, '../../resources/policies/one-mobility.json')
  const { policy } = parsePolicy(readFileSync(path, 'utf8'))
  if (policy === undefined) throw new Error('the contract cannot be read')
  const compiled = compilePolicy(policy, createPublicHolidays())
  const tickets = Array.from({ length: 100_000 }, (_, index) => ticketInput(compiled, index))
  derive(tickets.slice(0, 5_000))
  const few = derive(tickets.slice(0, 5_000))
  const all = derive(tickets)
  if (all.clocks < 300_000) throw new Error(`only ${all.clocks} clocks`)
  return [
    figure('5,000 tickets, 3 clocks each', few.ms, 150),
    figure('100,000 tickets, 3 clocks each', all.ms, 1_000),
    figure('100,000 tickets, 3 clocks each and the due step of their ladder', climb(tickets), 1_000),
  ]
}

function derive(inputs: readonly ClockInput[]): { ms: number; clocks: number } {
  let clocks = 0
  const start = performance.now()
  for (const input of inputs) clocks += deriveClocks(input).length
  return { ms: performance.now() - start, clocks }
}

/** Two thirds of them are overdue, so that every kind of step is asked for. */
function climb(inputs: readonly ClockInput[]): number {
  let due = 0
  const start = performance.now()
  for (const input of inputs) {
    const { escalation } = escalationOnBoard({ ...input, clocks: deriveClocks(input) }, () => [])
    if (escalation !== null) due += 1
  }
  const ms = performance.now() - start
  if (due < inputs.length / 2) throw new Error(`only ${due} due steps`)
  return ms
}

function figure(what: string, ms: number, goal: number): BenchResult {
  const shared = { unit: 'ms', baseline: 'the goal itself', baselineValue: goal }
  return { name: what, value: ms, ...shared, ratio: ms / goal, goal: `under ${goal} ms`, met: ms < goal }
}

function ticketInput(policy: ClockInput['policy'], index: number): ClockInput {
  const at = NOW - (index % 4_320) * 10 * MINUTE - 20 * MINUTE
  const severity = SEVERITIES[index % SEVERITIES.length] ?? 'P1'
  const us: TicketEvent['actor'] = { name: 'desk', side: 'provider' }
  const them: TicketEvent['actor'] = { name: 'customer', side: 'customer' }
  const events: TicketEvent[] = [
    {
      externalId: '1',
      at,
      actor: them,
      kind: 'created',
      channel: 'email',
      severity,
      status: 'new',
      text: '',
    },
    { externalId: '2', at: at + MINUTE, actor: them, kind: 'phone-call', text: '' },
    { externalId: '3', at: at + 5 * MINUTE, actor: us, kind: 'status', from: 'new', to: 'open', raw: 'open' },
    { externalId: '4', at: at + 9 * MINUTE, actor: us, kind: 'reply', channel: 'email', text: '' },
    { externalId: '5', at: at + 12 * MINUTE, actor: us, kind: 'note', text: '' },
  ]
  return {
    policy,
    now: NOW,
    events,
    ticket: {
      subject: '',
      customer: 'Example',
      queue: null,
      status: 'open',
      channel: 'email',
      reportedSeverity: severity,
      assessedSeverity: severity,
      domain: null,
      createdAt: at,
      fields: {},
    },
  }
}

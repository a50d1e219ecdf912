import { describe, expect, test } from 'vitest'
import { rehearsePolicy, type RehearsalParts } from '../../../electron/backend/sla/rehearse-policy.ts'
import type { TicketStore } from '../../../electron/backend/store/store.ts'
import type { Settings } from '../../../shared/contract/settings.ts'
import { testPolicy } from '../../shared/sla/test-policy.ts'
import { allOf } from '../../support/all-of.ts'
import { madePage, madeReply, madeTicket, MONDAY } from '../store/made-pages.ts'
import { temporaryStore } from '../store/temporary-store.ts'

const HOUR = 3_600_000
const NOW = MONDAY + 24 * HOUR
const PRESENT = testPolicy()
const STRICTER = testPolicy({
  metrics: [
    { metric: 'first-response', targets: [{ promise: 'in 30 min', limit: '30 min', calendar: 'always' }] },
  ],
})
const SUMMARY = { id: 'test', name: 'Test', version: 1, description: '', severities: [], own: true, text: '' }

interface Scene {
  readonly tickets: RehearsalParts['tickets']
  readonly settings?: Partial<Settings>
  readonly logged?: string[]
  readonly signal?: AbortSignal
  readonly policyId?: string
}

function rehearse({ tickets, settings, logged = [], signal, policyId }: Scene) {
  return rehearsePolicy(
    STRICTER,
    { from: MONDAY, to: NOW, policyId: policyId ?? null },
    NOW,
    {
      tickets,
      settings: { defaultPolicyId: 'test', policyAssignments: [], desks: [], ...settings },
      policies: { get: (id) => (id === 'test' ? { compiled: PRESENT, summary: SUMMARY } : null) },
      log: (_level, message) => void logged.push(message),
    },
    signal,
  )
}

async function resultOf(scene: Scene) {
  const steps = await allOf(rehearse(scene))
  const result = steps.at(-1)
  if (result?.kind !== 'result') throw new Error('the rehearsal gave no result')
  return { steps, result }
}

/** P1 tickets answered after 45 min: in time now (1 h, resolution open), late under the stricter policy (30 min). */
function filledStore(count: number): TicketStore {
  const { tickets } = temporaryStore()
  for (let first = 0; first < count; first += 1_000) {
    const numbers = Array.from({ length: Math.min(1_000, count - first) }, (_, index) => first + index)
    const entries = numbers.map((number) => {
      const createdAt = MONDAY + number
      const reply = madeReply(`reply-${number}`, 'We look into it.', createdAt + 0.75 * HOUR)
      return {
        ticket: madeTicket(String(number), { reportedSeverity: 'P1', createdAt }),
        events: [{ ...reply, actor: { name: 'Sam Okoye', side: 'provider' as const } }],
      }
    })
    tickets.applyPage('desk', madePage(entries), { now: NOW })
  }
  return tickets
}

describe('a rehearsal', () => {
  test('says what would be late, and what would be gone with its promise', async () => {
    const { steps, result } = await resultOf({ tickets: filledStore(3) })
    expect(steps.slice(0, -1)).toEqual([
      { kind: 'progress', done: 0, total: 3 },
      { kind: 'progress', done: 3, total: 3 },
    ])
    expect(result).toMatchObject({
      tickets: 3,
      differingTickets: 3,
      newBreaches: 3,
      avoidedBreaches: 0,
      lostBreaches: 3,
      differingClocks: 6,
    })
    expect(result.differences[0]).toEqual({
      ticketId: 'desk:0',
      caseNumber: 'INC-0',
      subject: 'SIMs lose their data session',
      customer: 'Harbour Cranes',
      severity: 'P1',
      clockId: 'first-response',
      metric: 'first-response',
      before: { state: 'met', dueAt: MONDAY + HOUR, breachedAt: null, settledAt: MONDAY + 0.75 * HOUR },
      after: {
        state: 'breached',
        dueAt: MONDAY + HOUR / 2,
        breachedAt: MONDAY + HOUR / 2,
        settledAt: MONDAY + 0.75 * HOUR,
      },
    })
    // Promised within 4 h now and not done; the edited policy promises no resolution at all.
    expect(result.differences.at(-1)).toMatchObject({ clockId: 'resolution', after: null })
  })

  test('takes each ticket under the contract that is assigned to it', async () => {
    const tickets = filledStore(2)
    const elsewhere = { policyId: 'gone', customer: 'Harbour Cranes', sourceId: null, queue: null }
    const { result } = await resultOf({ tickets, settings: { policyAssignments: [elsewhere] } })
    expect(result.tickets).toBe(2)
    expect(result.differences[0]?.before).toMatchObject({ state: 'not-promised', dueAt: null })
    const assigned = { tickets, settings: { policyAssignments: [elsewhere] } }
    expect((await resultOf({ ...assigned, policyId: 'test' })).result.tickets).toBe(0)
    expect((await resultOf({ tickets, policyId: 'test' })).result.tickets).toBe(2)
  })

  test('a ticket that trips the engine is left out and logged', async () => {
    const [sound = []] = filledStore(2).createdBetween(MONDAY, NOW, 10)
    const broken = sound.map((held, index) => {
      const ticket = { ...held.ticket }
      if (index === 0) Object.defineProperty(ticket, 'fields', { get: () => JSON.parse('{') })
      return { ...held, ticket }
    })
    const logged: string[] = []
    const tickets = { createdBetween: () => [broken], countCreatedBetween: () => 2 }
    expect((await resultOf({ tickets, logged })).result.tickets).toBe(1)
    expect(logged).toEqual(['Ticket desk:0 could not be rehearsed and is left out.'])
  })

  test('lists 500 differences at most', async () => {
    const { result } = await resultOf({ tickets: filledStore(400) })
    expect(result.differingClocks).toBe(800)
    expect(result.differences).toHaveLength(500)
    expect(result.differences.slice(0, 400).every(({ clockId }) => clockId === 'first-response')).toBe(true)
  })

  test('lets others have their turn, and reads no further once nobody listens', async () => {
    const store = filledStore(3_000)
    let slices = 0
    const tickets: Scene['tickets'] = {
      countCreatedBetween: (from, to) => store.countCreatedBetween(from, to),
      *createdBetween(from, to, size) {
        for (const slice of store.createdBetween(from, to, size)) {
          slices += 1
          yield slice
        }
      },
    }
    let turns = 0
    let counting = setImmediate(function count() {
      turns += 1
      counting = setImmediate(count)
    })
    await resultOf({ tickets })
    clearImmediate(counting)
    const whole = slices
    expect(whole).toBe(60)
    expect(turns).toBeGreaterThan(3)

    slices = 0
    const left = rehearse({ tickets })
    await left.next()
    await left.next()
    await left.return()
    expect(slices).toBe(1)

    slices = 0
    const abort = new AbortController()
    const aborted = rehearse({ tickets, signal: abort.signal })
    await aborted.next()
    await aborted.next()
    abort.abort()
    expect(await aborted.next()).toEqual({ done: true, value: undefined })
    expect(slices).toBe(2)
  })
})

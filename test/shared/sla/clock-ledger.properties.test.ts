import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWords } from '../../../electron/backend/words/create-words.ts'
import { reasonText } from '../../../electron/backend/words/reason-text.ts'
import type { Clock, LedgerEntry } from '../../../shared/records/clock.ts'
import { clockLedger } from '../../../shared/sla/clock-ledger.ts'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import { explainClock } from '../../../shared/sla/explain-clock.ts'
import { MADE_CONTRACT, madeContracts, madeTickets, type MadeTicket } from './made-tickets.ts'
import { testPolicy } from './test-policy.ts'

const english = await createWords('en')
const spanish = await createWords('es')

/** Every clock of a made ticket with its ledger and explanation. */
function lives(made: MadeTicket, parts: Readonly<Record<string, unknown>>) {
  const input = { ...made, policy: testPolicy({ ...MADE_CONTRACT, ...parts }) }
  return deriveClocks(input).map((clock) => {
    const entries = clockLedger({ ...input, clock })
    return { clock, entries, explanation: explainClock({ ...input, clock, entries }) }
  })
}

describe('whatever happens to a ticket', () => {
  test('the ledger of a clock with a figure covers every second from its start to its end or now, and no other', () => {
    fc.assert(
      fc.property(madeTickets, madeContracts, (made, parts) => {
        for (const { clock, entries } of lives(made, parts)) {
          const start = clock.startedAt ?? Number.NaN
          const end = clock.settledAt ?? made.now
          const expected = clock.targetMs === null || start === end ? [] : [start, end]
          expect(seamsOf(entries)).toEqual(expected)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('its counted and overdue seconds are what the clock says was counted', () => {
    fc.assert(
      fc.property(madeTickets, madeContracts, (made, parts) => {
        for (const { clock, entries } of lives(made, parts)) {
          let counted = 0
          for (const { from, to, label, countedMs } of entries) {
            if (label === 'counted' || label === 'overdue') counted += to - from
            expect(countedMs).toBe(counted)
          }
          expect(counted).toBe(clock.countedMs)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('its labels agree with the state, and each stretch that an act began names the event', () => {
    fc.assert(
      fc.property(madeTickets, madeContracts, (made, parts) => {
        const ids = new Set(made.events.map(({ externalId }) => externalId))
        // A second later, so that what the last event began has lasted.
        for (const { clock, entries } of lives({ ...made, now: made.now + 1_000 }, parts)) {
          expect(contradictionOf(clock, entries)).toBeNull()
          const untold = entries.filter(
            ({ label, causeEventId }) =>
              causeEventId === null && (label === 'paused' || label === 'excluded'),
          )
          // Only a ticket whose creation no event tells of may be born into a pause without a cause.
          expect(untold.length === 0 || made.events[0]?.kind !== 'created').toBe(true)
          const named = entries.flatMap(({ causeEventId }) => causeEventId ?? [])
          expect(named.filter((id) => !ids.has(id))).toEqual([])
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('every sentence of its explanation can be written in both languages, with nothing left open', () => {
    fc.assert(
      fc.property(madeTickets, madeContracts, (made, parts) => {
        for (const { entries, explanation } of lives(made, parts)) {
          for (const reason of [...explanation, ...entries.map((entry) => entry.reason)]) {
            for (const words of [english, spanish]) {
              expect(words.exists(reason.key, { ns: 'sla' })).toBe(true)
              expect(reasonText(words, reason, 'Europe/Madrid')).not.toMatch(/\{\{|\$t\(|undefined|event\./)
            }
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('the made tickets meet every state', () => {
    const seen = new Set<string>()
    for (const made of fc.sample(madeTickets, { numRuns: 2_000, seed: 7 })) {
      for (const { clock } of lives(made, {})) seen.add(clock.state)
    }
    expect([...seen].toSorted((a, b) => a.localeCompare(b))).toEqual([
      'breached',
      'cannot-be-computed',
      'excluded',
      'met',
      'not-promised',
      'outside-hours',
      'paused',
      'running',
    ])
  })
})

/** Where a ledger begins and ends, with every instant at which it has a gap, an overlap or an empty entry. */
function seamsOf(entries: readonly LedgerEntry[]): number[] {
  const seams: number[] = []
  for (const { from, to } of entries) {
    if (seams.at(-1) === from && to > from) seams.pop()
    else seams.push(from)
    seams.push(to)
  }
  return seams
}

/** What of a ledger cannot be under the clock's state; null where all fits. */
function contradictionOf(clock: Clock, entries: readonly LedgerEntry[]): string | null {
  const overdue = entries.filter(({ label }) => label === 'overdue')
  if (overdue.some(({ from }) => clock.breachedAt === null || from < clock.breachedAt))
    return 'overdue too early'
  const late = entries.filter(({ label, to }) => label === 'counted' && to > (clock.breachedAt ?? Infinity))
  if (late.length > 0) return 'counted after the breach'
  const last = entries.at(-1)?.label
  const counts = last === undefined || last === 'counted' || last === 'closed' || last === 'holiday'
  switch (clock.state) {
    case 'running':
    case 'outside-hours':
      return counts ? null : `${clock.state}, but ends ${last}`
    case 'paused':
      return last === 'paused' ? null : `paused, but ends ${last}`
    case 'excluded':
      return last === 'excluded' || clock.settledAt !== null ? null : `excluded, but ends ${last}`
    case 'met':
    case 'not-promised':
    case 'cannot-be-computed':
      return overdue.length === 0 ? null : `${clock.state}, but overdue`
    case 'breached':
  }
  return null
}

import { describe, expect, test } from 'vitest'
import type { Clock } from '../../../shared/records/clock.ts'
import { blankClock } from '../../../shared/sla/clock-of-cycle.ts'
import { compareClocks, createRehearsalTally } from '../../../shared/sla/rehearsal.ts'

function clock(id: string, change: Partial<Clock> = {}): Clock {
  const blank = blankClock(id, id.split('/')[0] ?? id, 0, null)
  return { ...blank, state: 'running', dueAt: 1_000, ...change }
}

const BROKEN = { state: 'breached', breachedAt: 1_000 } as const
const MET = { state: 'met', settledAt: 900 } as const

describe('the clocks of a ticket under two policies', () => {
  test('that stand the same are no difference, whatever their order or sentence', () => {
    const reason = { key: 'reason.other', values: {} }
    const before = [clock('first-response', MET), clock('next-reply/2')]
    const after = [clock('next-reply/2', { reason, countedMs: 5 }), clock('first-response', MET)]
    expect(compareClocks(before, after)).toEqual([])
  })

  test.each([
    ['state', { state: 'paused' }],
    ['due instant', { dueAt: 2_000 }],
    ['breach', { breachedAt: 1_000 }],
    ['answer', { settledAt: 900 }],
  ] as const)('that differ in %s', (_what, change) => {
    expect(compareClocks([clock('resolution')], [clock('resolution', change)])).toEqual([
      {
        clockId: 'resolution',
        metric: 'resolution',
        before: { state: 'running', dueAt: 1_000, breachedAt: null, settledAt: null },
        after: { state: 'running', dueAt: 1_000, breachedAt: null, settledAt: null, ...change },
      },
    ])
  })

  test('a clock that only one of them has', () => {
    const [added, gone] = compareClocks([clock('call-back/1')], [clock('next-reply/1')])
    expect(added).toMatchObject({ clockId: 'next-reply/1', metric: 'next-reply', before: null })
    expect(gone).toMatchObject({ clockId: 'call-back/1', after: null })
  })
})

describe('a rehearsal over many tickets', () => {
  test('counts tickets, clocks, new and avoided breaches; breaches lead the list', () => {
    const tally = createRehearsalTally<{ ticketId: string }>(500)
    tally.add({ ticketId: 'same' }, [clock('resolution')], [clock('resolution')])
    tally.add({ ticketId: 'later' }, [clock('resolution')], [clock('resolution', { dueAt: 5 })])
    tally.add({ ticketId: 'avoided' }, [clock('resolution', BROKEN)], [clock('resolution', MET)])
    tally.add(
      { ticketId: 'two' },
      [clock('resolution', MET), clock('first-response')],
      [clock('resolution', BROKEN), clock('first-response', { dueAt: 5 })],
    )
    tally.add({ ticketId: 'gone' }, [clock('call-back/1', BROKEN)], [])
    tally.add(
      { ticketId: 'both' },
      [clock('resolution', BROKEN)],
      [clock('resolution', { ...BROKEN, dueAt: 5 })],
    )
    const { differences, ...counts } = tally.summary()
    expect(counts).toEqual({
      tickets: 6,
      differingTickets: 5,
      newBreaches: 1,
      avoidedBreaches: 1,
      lostBreaches: 1,
      differingClocks: 6,
    })
    expect(differences.map(({ ticketId, clockId }) => `${ticketId} ${clockId}`)).toEqual([
      'two resolution',
      'avoided resolution',
      'gone call-back/1',
      'later resolution',
      'two first-response',
      'both resolution',
    ])
  })

  test('lists the first of each kind and counts all', () => {
    const tally = createRehearsalTally<{ ticketId: number }>(3)
    for (let ticketId = 0; ticketId < 5; ticketId += 1) {
      tally.add({ ticketId }, [clock('resolution')], [clock('resolution', { dueAt: 5 })])
    }
    for (let ticketId = 5; ticketId < 7; ticketId += 1) {
      tally.add({ ticketId }, [clock('resolution')], [clock('resolution', BROKEN)])
    }
    const { differences, differingClocks, newBreaches } = tally.summary()
    expect({ differingClocks, newBreaches }).toEqual({ differingClocks: 7, newBreaches: 2 })
    expect(differences.map(({ ticketId }) => ticketId)).toEqual([5, 6, 0])
  })
})

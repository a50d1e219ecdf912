import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import type { TicketFacts } from '../../../shared/sla/ticket-facts.ts'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import {
  escalationOnBoard,
  escalationSteps,
  stepIdBefore,
  type LadderInput,
  type TakenStep,
} from '../../../shared/sla/escalation.ts'
import { testPolicy } from './test-policy.ts'
import { assessed, created, domainSet, reply, status, ticketOf } from './tickets.ts'

// Monday. P1 is resolved within 4 h around the clock, P2 within 8 h of 09:00-17:00 UTC.
const START = '2026-01-05T09:00:00Z'
const HOUR = 3_600_000
const at = (iso: string): number => Date.parse(iso)

function step(role: string, due: unknown): Record<string, unknown> {
  return { role, rule: `${role} is told`, due }
}

const overdue = {
  name: 'overdue',
  metric: 'resolution',
  steps: [
    step('Lead', 'at-risk'),
    step('Manager', 'at-breach'),
    step('Director', { after: 'breach', time: '2 h', calendar: 'office' }),
  ],
}
const policy = testPolicy({ escalation: [overdue] })

function inputOf(
  now: string,
  head: Partial<Omit<TicketFacts, 'createdAt'>> & { readonly created?: string } = {},
  events: readonly TicketEvent[] = [created(START)],
  under = policy,
): LadderInput {
  const ticket = ticketOf({ created: START, reportedSeverity: 'P1', ...head })
  const input = { policy: under, ticket, events, now: at(now) }
  return { ...input, clocks: deriveClocks(input) }
}

function standing(input: LadderInput, taken: readonly TakenStep[] = []): string[] {
  return escalationSteps(input, taken, () => null).map(
    ({ id, state, dueAt }) => `${id} ${state} ${dueAt === null ? '-' : new Date(dueAt).toISOString()}`,
  )
}

function takenAt(stepId: string, iso: string): TakenStep {
  return { stepId, at: at(iso), by: 'ana', summary: 'Sent.' }
}

describe('a ladder that follows a clock', () => {
  test('is due at risk, at the breach and business time after it', () => {
    expect(standing(inputOf('2026-01-05T12:30:00Z'))).toEqual([
      'overdue/1 due 2026-01-05T12:00:00.000Z',
      'overdue/2 upcoming 2026-01-05T13:00:00.000Z',
      'overdue/3 upcoming 2026-01-05T15:00:00.000Z',
    ])
    // Broken at 20:00 the day before a holiday: 2 h of office time end at 11:00 the day after it.
    const night = '2026-01-05T16:00:00Z'
    const late = inputOf('2026-01-05T21:00:00Z', { created: night }, [created(night)])
    expect(standing(late).at(-1)).toBe('overdue/3 upcoming 2026-01-07T11:00:00.000Z')
  })

  test('what was taken is done, by whom and when, and the next goes on', () => {
    const [first, second] = escalationSteps(
      inputOf('2026-01-05T13:30:00Z'),
      [takenAt('overdue/1', '2026-01-05T12:10:00Z')],
      () => null,
    )
    expect(first).toMatchObject({
      state: 'done',
      done: { by: 'ana', at: at('2026-01-05T12:10:00Z'), summary: 'Sent.' },
    })
    expect(second).toMatchObject({ id: 'overdue/2', role: 'Manager', state: 'due', clockId: 'resolution' })
  })

  test.each<[string, LadderInput]>([
    [
      'settled',
      inputOf('2026-01-05T20:00:00Z', { status: 'resolved' }, [
        created(START),
        status('2026-01-05T14:00:00Z', 'open', 'resolved'),
      ]),
    ],
    ['without a severity it cannot be computed', inputOf('2026-01-05T20:00:00Z', { reportedSeverity: null })],
    [
      'excluded',
      inputOf(
        '2026-01-05T12:30:00Z',
        { domain: 'customer' },
        [created(START), domainSet('2026-01-05T10:00:00Z', null, 'customer')],
        testPolicy({
          escalation: [overdue],
          metrics: [
            {
              metric: 'resolution',
              exclusions: [{ when: { domain: ['customer'] }, because: 'Not ours' }],
              targets: [{ promise: '4 h', limit: '4 h', calendar: 'always' }],
            },
          ],
        }),
      ),
    ],
  ])('nothing is owed on a clock that is %s; what was taken stays', (_name, input) => {
    expect(standing(input)).toEqual([])
    expect(standing(input, [takenAt('overdue/1', '2026-01-05T12:10:00Z')])[0]).toContain('overdue/1 done')
    expect(escalationOnBoard(input, () => []).escalation).toBeNull()
  })

  test('a paused clock owes no step until it runs, even one whose warning had come', () => {
    const events = [created(START), status('2026-01-05T12:30:00Z', 'open', 'awaiting-customer')]
    const paused = inputOf('2026-01-05T18:00:00Z', { status: 'awaiting-customer' }, events)
    expect(standing(paused)).toEqual(['overdue/1 upcoming -', 'overdue/2 upcoming -', 'overdue/3 upcoming -'])
    const running = inputOf('2026-01-05T18:10:00Z', {}, [
      ...events,
      status('2026-01-05T18:00:00Z', 'awaiting-customer', 'open'),
    ])
    expect(standing(running).slice(0, 2)).toEqual([
      'overdue/1 due 2026-01-05T12:00:00.000Z',
      'overdue/2 upcoming 2026-01-05T18:30:00.000Z',
    ])
  })

  test('after the breach a pause holds the next step and is left out of its time', () => {
    const events = [
      created(START),
      status('2026-01-05T14:00:00Z', 'open', 'awaiting-customer'),
      status('2026-01-05T14:30:00Z', 'awaiting-customer', 'open'),
    ]
    const during = inputOf('2026-01-05T14:20:00Z', { status: 'awaiting-customer' }, events.slice(0, 2))
    expect(standing(during).slice(1)).toEqual([
      'overdue/2 due 2026-01-05T13:00:00.000Z',
      'overdue/3 upcoming -',
    ])
    const after = inputOf('2026-01-05T14:40:00Z', {}, events)
    expect(standing(after).at(-1)).toBe('overdue/3 upcoming 2026-01-05T15:30:00.000Z')
  })

  test('a step taken under a ladder that is no longer in the contract is still shown', () => {
    const steps = escalationSteps(
      inputOf('2026-01-05T10:00:00Z'),
      [takenAt('gone/1', '2026-01-05T09:30:00Z')],
      () => null,
    )
    expect(steps.at(-1)).toMatchObject({ id: 'gone/1', rule: null, state: 'done', clockId: null })
  })

  test('the runs of a metric that repeats have ladders of their own', () => {
    const under = testPolicy({
      metrics: [
        { metric: 'first-response', targets: [{ promise: '1 h', limit: '1 h', calendar: 'always' }] },
        { metric: 'next-reply', targets: [{ promise: '1 h', limit: '1 h', calendar: 'always' }] },
      ],
      escalation: [{ name: 'silence', metric: 'next-reply', steps: [step('Lead', 'at-breach')] }],
    })
    const events = [
      created(START),
      reply('2026-01-05T09:10:00Z', 'provider'),
      reply('2026-01-05T09:20:00Z', 'customer'),
      reply('2026-01-05T09:30:00Z', 'provider'),
      reply('2026-01-05T09:40:00Z', 'customer'),
    ]
    expect(standing(inputOf('2026-01-05T11:00:00Z', {}, events, under))).toEqual([
      'silence/2/1 due 2026-01-05T10:40:00.000Z',
    ])
  })

  test('of several ladders of one name the first that holds applies; what was taken survives a new severity', () => {
    const under = testPolicy({
      escalation: [
        { ...overdue, when: { severity: ['P1'] }, steps: [step('Chief', 'at-breach')] },
        { ...overdue, steps: [step('Manager', 'at-breach'), step('Director', 'on-demand')] },
      ],
    })
    const roles = (severity: string, taken: readonly TakenStep[] = []): string[] =>
      escalationSteps(
        inputOf(
          '2026-01-08T14:00:00Z',
          { assessedSeverity: severity },
          [created(START, 'P1'), assessed('2026-01-05T09:10:00Z', null, severity)],
          under,
        ),
        taken,
        () => null,
      ).map(({ id, role, state }) => `${id} ${role} ${state}`)
    expect(roles('P1')).toEqual(['overdue/1 Chief due'])
    expect(roles('P2', [takenAt('overdue/1', '2026-01-05T13:05:00Z')])).toEqual([
      'overdue/1 Manager done',
      'overdue/2 Director available',
    ])
  })

  test('a step is never due before the one below it', () => {
    const under = testPolicy({
      escalation: [
        { ...overdue, steps: [step('Lead', 'at-breach'), step('Next', { after: 'start', time: '1 h' })] },
      ],
    })
    expect(standing(inputOf('2026-01-05T12:00:00Z', {}, [created(START)], under))).toEqual([
      'overdue/1 upcoming 2026-01-05T13:00:00.000Z',
      'overdue/2 upcoming 2026-01-05T13:00:00.000Z',
    ])
  })

  test('a time after the start counts from the start', () => {
    const under = testPolicy({
      escalation: [
        { ...overdue, steps: [step('Lead', { after: 'start', time: '1 working day', calendar: 'office' })] },
      ],
    })
    // Tuesday is a holiday.
    expect(standing(inputOf('2026-01-05T09:05:00Z', {}, [created(START)], under))).toEqual([
      'overdue/1 upcoming 2026-01-07T09:00:00.000Z',
    ])
  })
})

describe('a ladder on demand', () => {
  const under = testPolicy({
    escalation: [
      {
        name: 'no-agreement',
        steps: [{ ...step('Contact', 'on-demand'), desk: 'in-its-day' }, step('Director', 'on-demand')],
      },
    ],
  })

  test('may be climbed rung by rung while the case is open', () => {
    const open = inputOf('2026-01-05T10:00:00Z', {}, [created(START)], under)
    expect(standing(open)).toEqual(['no-agreement/1 available -', 'no-agreement/2 upcoming -'])
    expect(standing(open, [takenAt('no-agreement/1', '2026-01-05T09:30:00Z')])).toEqual([
      'no-agreement/1 done -',
      'no-agreement/2 available -',
    ])
    expect(escalationOnBoard(open, () => []).escalation).toBeNull()
    const closed = inputOf('2026-01-05T10:00:00Z', { status: 'closed' }, [created(START)], under)
    expect(standing(closed)).toEqual([])
  })

  test('the contact is that of the desk in its day: now, or when it was taken', () => {
    const open = inputOf('2026-01-05T10:00:00Z', {}, [created(START)], under)
    const deskAt = (instant: number): string => (instant < at('2026-01-05T09:45:00Z') ? 'east' : 'west')
    const desks = (taken: readonly TakenStep[]): (string | null)[] =>
      escalationSteps(open, taken, deskAt).map(({ deskId }) => deskId)
    expect(desks([])).toEqual(['west', null])
    expect(desks([takenAt('no-agreement/1', '2026-01-05T09:30:00Z')])).toEqual(['east', null])
  })
})

describe('on the board', () => {
  test('the lowest step due and not taken; where there is none, when the next one comes', () => {
    const input = inputOf('2026-01-05T13:30:00Z')
    const first = takenAt('overdue/1', '2026-01-05T12:10:00Z')
    expect(escalationOnBoard(input, () => [first])).toEqual({
      escalation: { stepId: 'overdue/2', role: 'Manager', dueAt: at('2026-01-05T13:00:00Z') },
      nextDueAt: new Map(),
    })
    const both = [first, takenAt('overdue/2', '2026-01-05T13:10:00Z')]
    expect(escalationOnBoard(input, () => both)).toEqual({
      escalation: null,
      nextDueAt: new Map([['resolution', at('2026-01-05T15:00:00Z')]]),
    })
  })

  test('what was taken is not even asked while nothing is due', () => {
    let asked = 0
    function taken(): readonly TakenStep[] {
      asked += 1
      return []
    }
    expect(escalationOnBoard(inputOf('2026-01-05T10:00:00Z'), taken).escalation).toBeNull()
    expect(asked).toBe(0)
  })

  test('says what the steps say, at every moment and whatever was taken', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 60 }),
        fc.subarray(['overdue/1', 'overdue/2', 'overdue/3']),
        fc.array(fc.integer({ min: 1, max: 8 * 60 }), { maxLength: 4 }),
        (minutes, takenIds, turns) => {
          const now = at(START) + minutes * 60_000
          const events: TicketEvent[] = [created(START)]
          let moment = at(START)
          let head: TicketFacts['status'] = 'open'
          for (const turn of turns) {
            moment += turn * 60_000
            if (moment > now) break
            const to: TicketFacts['status'] = head === 'open' ? 'awaiting-customer' : 'open'
            events.push(status(new Date(moment).toISOString(), head, to))
            head = to
          }
          const input = inputOf(new Date(now).toISOString(), { status: head }, events)
          const taken = takenIds.map((id) => takenAt(id, START))
          const due = escalationSteps(input, taken, () => null).filter(({ state }) => state === 'due')
          const onBoard = escalationOnBoard(input, () => taken)
          expect(onBoard.escalation?.stepId ?? null).toBe(due[0]?.id ?? null)
          // A rung never comes before the one below it.
          const [risk, breach, later] = escalationSteps(input, [], () => null).map(({ dueAt }) => dueAt)
          expect(risk ?? -Infinity).toBeLessThanOrEqual(breach ?? Infinity)
          expect((breach ?? -Infinity) + 2 * HOUR).toBeLessThanOrEqual(later ?? Infinity)
          for (const next of onBoard.nextDueAt.values()) expect(next).toBeGreaterThan(now)
        },
      ),
    )
  })
})

test('the rung below', () => {
  expect(stepIdBefore('overdue/3')).toBe('overdue/2')
  expect(stepIdBefore('overdue/1')).toBeNull()
  expect(stepIdBefore('silence/2/2')).toBe('silence/2/1')
  expect(stepIdBefore('odd')).toBeNull()
})

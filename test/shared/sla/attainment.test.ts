import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compilePolicy } from '../../../shared/policy/compile-policy.ts'
import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import { parsePolicy } from '../../../shared/policy/parse-policy.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { ticketOutcomes } from '../../../shared/sla/attainment.ts'
import type { TicketFacts } from '../../../shared/sla/ticket-facts.ts'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'
import { testPolicy } from './test-policy.ts'
import { assessed, created, domainSet, merged, reply, status, ticketOf } from './tickets.ts'

// P1: response in 1 h and resolution in 4 h around the clock. P2: 4 h and 8 h of 09:00-17:00 UTC on working days.

const LATER = '2026-03-31T00:00:00Z'

interface Case {
  readonly policy?: CompiledPolicy
  readonly ticket?: Partial<Omit<TicketFacts, 'createdAt'>>
  readonly created: string
  readonly events: readonly TicketEvent[]
  readonly now?: string
}

function outcomesOf(scene: Case) {
  const { policy = testPolicy(), now = LATER } = scene
  const ticket = ticketOf({ reportedSeverity: 'P1', ...scene.ticket, created: scene.created })
  const events = [created(scene.created, ticket.reportedSeverity), ...scene.events]
  return ticketOutcomes({ policy, ticket, events, now: Date.parse(now) })
}

function clocksOf(scene: Case): string[] {
  return outcomesOf(scene)
    .clocks.map(({ metric, outcome, at }) => `${metric} ${outcome} ${new Date(at).toISOString()}`)
    .toSorted()
}

function goalsOf(scene: Case): string[] {
  return outcomesOf(scene).goals.map(
    ({ kept, at }) => `${kept ? 'kept' : 'missed'} ${new Date(at).toISOString()}`,
  )
}

describe('a clock is decided', () => {
  test('when it is answered in time, at the answer', () => {
    const scene = {
      created: '2026-03-02T10:00:00Z',
      ticket: { status: 'resolved' as const },
      events: [reply('2026-03-02T10:30:00Z', 'provider'), status('2026-03-02T13:00:00Z', 'open', 'resolved')],
    }
    expect(clocksOf(scene)).toEqual([
      'first-response met 2026-03-02T10:30:00.000Z',
      'resolution met 2026-03-02T13:00:00.000Z',
    ])
  })

  test('at the breach, whether it is answered late or never', () => {
    const scene = {
      created: '2026-02-28T22:30:00Z',
      events: [reply('2026-03-01T12:00:00Z', 'provider')],
    }
    // The response was due in February and came in March; the resolution never came.
    expect(clocksOf(scene)).toEqual([
      'first-response breached 2026-02-28T23:30:00.000Z',
      'resolution breached 2026-03-01T02:30:00.000Z',
    ])
  })

  test('not while it runs or waits', () => {
    const running = { created: '2026-03-02T10:00:00Z', events: [], now: '2026-03-02T10:30:00Z' }
    expect(clocksOf(running)).toEqual([])
    const waiting = {
      created: '2026-03-02T10:00:00Z',
      ticket: { status: 'awaiting-customer' as const },
      events: [
        reply('2026-03-02T10:20:00Z', 'provider'),
        status('2026-03-02T10:20:00Z', 'open', 'awaiting-customer'),
      ],
    }
    expect(clocksOf(waiting)).toEqual(['first-response met 2026-03-02T10:20:00.000Z'])
  })

  test('again when it is opened again: what was met is no longer', () => {
    const events = [
      reply('2026-03-02T10:10:00Z', 'provider'),
      status('2026-03-02T11:00:00Z', 'open', 'resolved'),
      status('2026-03-03T11:00:00Z', 'resolved', 'open'),
    ]
    const scene = { created: '2026-03-02T10:00:00Z', events }
    // One hour was counted before, so three more are left when it runs again.
    expect(clocksOf(scene)).toContain('resolution breached 2026-03-03T14:00:00.000Z')
  })

  test('as excluded when it ended excluded, and not before it ended', () => {
    const policy = testPolicy({
      metrics: [
        {
          metric: 'resolution',
          exclusions: [{ when: { domain: ['mno'] }, because: 'not ours' }],
          targets: [{ promise: '4 h', limit: '4 h', calendar: 'always' }],
        },
      ],
    })
    const theirs = domainSet('2026-03-02T11:00:00Z', null, 'mno')
    const open = { policy, created: '2026-03-02T10:00:00Z', ticket: { domain: 'mno' as const } }
    expect(clocksOf({ ...open, events: [theirs] })).toEqual([])
    const ended = {
      ...open,
      ticket: { domain: 'mno' as const, status: 'resolved' as const },
      events: [theirs, status('2026-03-05T10:00:00Z', 'open', 'resolved')],
    }
    expect(clocksOf(ended)).toEqual(['resolution excluded 2026-03-05T10:00:00.000Z'])
  })

  test.each([
    ['withdrawn', status('2026-03-02T10:30:00Z', 'open', 'withdrawn'), 'withdrawn'],
    ['merged', merged('2026-03-02T10:30:00Z'), 'open'],
  ] as const)('by nobody when the case is %s, unless the promise was broken before', (_case, end, head) => {
    const ticket = { status: head }
    expect(clocksOf({ created: '2026-03-02T10:00:00Z', ticket, events: [end] })).toEqual([])
    expect(clocksOf({ created: '2026-03-02T09:00:00Z', ticket, events: [end] })).toEqual([
      'first-response breached 2026-03-02T10:00:00.000Z',
    ])
  })

  test('by nobody where nothing is promised or nothing can be computed', () => {
    const policy = testPolicy({
      metrics: [
        {
          metric: 'resolution',
          targets: [{ promise: 'case by case', limit: 'none', calendar: 'always' }],
        },
      ],
    })
    const ended = [status('2026-03-02T11:00:00Z', 'open', 'resolved')]
    const ticket = { status: 'resolved' as const }
    const nothing = outcomesOf({ policy, ticket, created: '2026-03-02T10:00:00Z', events: ended })
    expect(nothing).toEqual({ clocks: [], goals: [], isComputable: true })
    const nameless = outcomesOf({
      ticket: { ...ticket, reportedSeverity: null },
      created: '2026-03-02T10:00:00Z',
      events: ended,
    })
    expect(nameless).toEqual({ clocks: [], goals: [], isComputable: false })
  })

  test('without a contract by nobody', () => {
    const ticket = ticketOf({ created: '2026-03-02T10:00:00Z' })
    expect(ticketOutcomes({ policy: null, ticket, events: [], now: Date.parse(LATER) }).clocks).toEqual([])
  })
})

describe('a goal of a contract', () => {
  const policy = goalPolicy({ within: '2 h' })

  function goalPolicy(goal: object, parts: object = {}): CompiledPolicy {
    return testPolicy({
      attainment: [{ name: 'Goal', metric: 'resolution', share: '90 %', ...goal }],
      ...parts,
    })
  }

  const resolvedAt = (at: string): TicketEvent => status(at, 'open', 'resolved')
  const gone = { status: 'resolved' as const }

  test('is kept at the answer, and missed when its own time has passed, though the promise is kept', () => {
    const start = { policy, ticket: gone, created: '2026-03-02T10:00:00Z' }
    expect(goalsOf({ ...start, events: [resolvedAt('2026-03-02T11:59:59Z')] })).toEqual([
      'kept 2026-03-02T11:59:59.000Z',
    ])
    const late = { ...start, events: [resolvedAt('2026-03-02T13:00:00Z')] }
    expect(goalsOf(late)).toEqual(['missed 2026-03-02T12:00:00.000Z'])
    expect(clocksOf(late)).toContain('resolution met 2026-03-02T13:00:00.000Z')
  })

  test('is undecided until then', () => {
    const start = { policy, created: '2026-03-02T10:00:00Z', events: [] }
    expect(goalsOf({ ...start, now: '2026-03-02T11:59:59Z' })).toEqual([])
    expect(goalsOf({ ...start, now: '2026-03-02T12:00:00Z' })).toEqual(['missed 2026-03-02T12:00:00.000Z'])
  })

  test.each([
    ['met', 'kept'],
    ['breached', 'missed'],
  ])('exactly at its time is as the contract says of answers at the limit: %s', (answeredAtLimit, kept) => {
    const scene = {
      policy: goalPolicy({ within: '2 h' }, { answeredAtLimit }),
      ticket: gone,
      created: '2026-03-02T10:00:00Z',
      events: [resolvedAt('2026-03-02T12:00:00Z')],
    }
    expect(goalsOf(scene)).toEqual([`${kept} 2026-03-02T12:00:00.000Z`])
  })

  test('counts by the calendar and the pauses of its clock', () => {
    const scene = {
      policy: goalPolicy({ within: '3 h' }),
      ticket: { ...gone, reportedSeverity: 'P2' },
      created: '2026-03-02T16:00:00Z',
      // Monday 16-17 and Tuesday 9-10 are two hours; the wait does not count; Tuesday 12-13 is the third.
      events: [
        status('2026-03-03T10:00:00Z', 'open', 'awaiting-customer'),
        status('2026-03-03T12:00:00Z', 'awaiting-customer', 'open'),
        resolvedAt('2026-03-03T12:59:00Z'),
      ],
    }
    expect(goalsOf(scene)).toEqual(['kept 2026-03-03T12:59:00.000Z'])
    const late = { ...scene, events: [...scene.events.slice(0, 2), resolvedAt('2026-03-03T16:00:00Z')] }
    expect(goalsOf(late)).toEqual(['missed 2026-03-03T13:00:00.000Z'])
  })

  test('takes working days as its contract means them', () => {
    const scene = {
      policy: goalPolicy({ within: '2 working days' }),
      ticket: { ...gone, reportedSeverity: 'P2' },
      created: '2026-03-06T10:00:00Z',
      events: [resolvedAt('2026-03-10T09:59:00Z')],
    }
    expect(goalsOf(scene)).toEqual(['kept 2026-03-10T09:59:00.000Z'])
    expect(goalsOf({ ...scene, events: [resolvedAt('2026-03-10T10:30:00Z')] })).toEqual([
      'missed 2026-03-10T10:00:00.000Z',
    ])
  })

  test('may be about a promise without a figure', () => {
    const metrics = [
      {
        metric: 'resolution',
        targets: [{ promise: 'No figure for one case', limit: 'none', calendar: 'always' }],
      },
    ]
    const scene = { policy: goalPolicy({ within: '2 h' }, { metrics }), ticket: gone }
    const events = [resolvedAt('2026-03-02T11:00:00Z')]
    expect(goalsOf({ ...scene, created: '2026-03-02T10:00:00Z', events })).toEqual([
      'kept 2026-03-02T11:00:00.000Z',
    ])
  })

  test('is not about tickets outside its condition, as they stand at the end', () => {
    const onlyHigh = goalPolicy({ within: '2 h', when: { severity: ['P1'] } })
    const scene = {
      policy: onlyHigh,
      created: '2026-03-02T10:00:00Z',
      ticket: { ...gone, assessedSeverity: 'P2' },
      events: [assessed('2026-03-02T10:30:00Z', null, 'P2'), resolvedAt('2026-03-02T11:00:00Z')],
    }
    expect(goalsOf(scene)).toEqual([])
    const raised = {
      policy: onlyHigh,
      created: '2026-03-02T10:00:00Z',
      ticket: { ...gone, reportedSeverity: 'P2', assessedSeverity: 'P1' },
      events: [assessed('2026-03-02T15:00:00Z', null, 'P1'), resolvedAt('2026-03-02T16:00:00Z')],
    }
    // It cannot have been missed before it was about this ticket.
    expect(goalsOf(raised)).toEqual(['missed 2026-03-02T15:00:00.000Z'])
  })

  test('has no word on what ended excluded or withdrawn in time, and keeps what was missed before', () => {
    const metrics = [
      {
        metric: 'resolution',
        exclusions: [{ when: { domain: ['customer'] }, because: 'not ours' }],
        targets: [{ promise: '4 h', limit: '4 h', calendar: 'always' }],
      },
    ]
    const excluding = goalPolicy({ within: '2 h' }, { metrics })
    const start = { policy: excluding, created: '2026-03-02T10:00:00Z' }
    const theirs = { ...gone, domain: 'customer' as const }
    const early = [domainSet('2026-03-02T11:00:00Z', null, 'customer'), resolvedAt('2026-03-04T10:00:00Z')]
    expect(goalsOf({ ...start, ticket: theirs, events: early })).toEqual([])
    const late = [domainSet('2026-03-02T12:30:00Z', null, 'customer'), resolvedAt('2026-03-04T10:00:00Z')]
    expect(goalsOf({ ...start, ticket: theirs, events: late })).toEqual(['missed 2026-03-02T12:00:00.000Z'])
    const withdrawn = [status('2026-03-02T11:00:00Z', 'open', 'withdrawn')]
    expect(goalsOf({ ...start, ticket: { status: 'withdrawn' }, events: withdrawn })).toEqual([])
  })
})

describe('the Wireless Logic goal: 90 % of P1 to P3 raised out of office hours resolved within 4 h', () => {
  const file = resolve(import.meta.dirname, '../../../resources/policies/wireless-logic-sim-assist.json')
  const parsed = parsePolicy(readFileSync(file, 'utf8'))
  if (parsed.policy === undefined) throw new Error('the contract cannot be read')
  const policy = compilePolicy(parsed.policy, createPublicHolidays())

  function resolved(start: string, minutes: number, ticket: Case['ticket'] = {}): string[] {
    const end = new Date(Date.parse(start) + minutes * 60_000).toISOString()
    return goalsOf({
      policy,
      created: start,
      ticket: { ...ticket, status: 'resolved' },
      events: [status(end, 'open', 'resolved')],
    }).map((outcome) => outcome.split(' ')[0] ?? '')
  }

  test('is compiled from the file', () => {
    expect(policy.attainmentGoals).toMatchObject([
      { metric: 'resolution', share: 0.9, within: { kind: 'time', ms: 4 * 3_600_000 } },
    ])
  })

  test('nine of ten nights kept are 90 %', () => {
    // At 02:00 in Madrid the office is closed on any day; the last one took a minute too long.
    const minutes = [30, 60, 90, 120, 150, 180, 210, 230, 239, 241]
    const outcomes = minutes.flatMap((each, index) =>
      resolved(`2026-03-${String(10 + index).padStart(2, '0')}T01:00:00Z`, each, {
        reportedSeverity: (['P1', 'P2', 'P3'] as const)[index % 3] ?? 'P1',
      }),
    )
    expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(9)
    expect(outcomes.filter((outcome) => outcome === 'missed')).toHaveLength(1)
  })

  test.each([
    ['in office hours', '2026-03-10T10:00:00Z', {}],
    ['at the opening instant', '2026-03-10T07:30:00Z', {}],
    ['as a P4', '2026-03-10T01:00:00Z', { reportedSeverity: 'P4' }],
  ])('is not about a case raised %s', (_what, start, ticket) => {
    expect(resolved(start, 60, ticket)).toEqual([])
  })

  test.each([
    ['at the closing instant', '2026-03-10T17:00:00Z'],
    ['on a Saturday', '2026-03-14T11:00:00Z'],
    ['on a national holiday', '2026-01-06T11:00:00Z'],
  ])('is about a case raised %s, and 4 h are within 4 h', (_what, start) => {
    expect(resolved(start, 240)).toEqual(['kept'])
    expect(resolved(start, 241)).toEqual(['missed'])
  })
})

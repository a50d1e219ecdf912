import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sla } from '../../../shared/i18n/en/sla.ts'
import { sla as spanish } from '../../../shared/i18n/es/sla.ts'
import type { Divergence } from '../../../shared/records/divergence.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import { divergenceMs, divergenceOf, type DivergenceInput } from '../../../shared/sla/divergence.ts'
import { DIVERGENCE_RULES } from '../../../shared/sla/divergence-rules.ts'
import { subjectsOf } from '../../../shared/sla/divergence-subject.ts'
import type { TicketFacts } from '../../../shared/sla/ticket-facts.ts'
import { testPolicy } from './test-policy.ts'
import { assessed, call, created, domainSet, reply, status, ticketOf } from './tickets.ts'

const MINUTE = 60_000
const at = (iso: string): number => Date.parse(iso)

/** 09:00-17:00 in Madrid, Tuesday 6 January closed. P1: 4 h around the clock. P2: 8 h of office time. */
function policyOf(own: Record<string, unknown> = {}, office: Record<string, unknown> = {}) {
  const week = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])
  return testPolicy({
    calendars: {
      office: {
        timeZone: 'Europe/Madrid',
        hours: Object.fromEntries(week),
        holidays: ['2026-01-06'],
        ...office,
      },
      always: { timeZone: 'Europe/Madrid', hours: 'always' },
    },
    metrics: [
      {
        metric: 'resolution',
        pausedIn: ['awaiting-customer', 'on-hold'],
        targets: [
          { when: { severity: ['P1'] }, promise: 'P1', limit: '4 h', calendar: 'always' },
          { when: { severity: ['P2'] }, promise: 'P2', limit: '8 h', calendar: 'office' },
        ],
        ...own,
      },
    ],
  })
}

/** Monday, 10:00 in Madrid: 8 h of office time end on Wednesday at 10:00. */
const START = '2026-01-05T09:00:00Z'

interface Scene {
  readonly source: string
  readonly explains: string
  readonly policy?: ReturnType<typeof policyOf>
  readonly start?: string
  readonly events?: readonly TicketEvent[]
  readonly head?: Partial<TicketFacts>
  readonly updated?: string
  readonly values?: Record<string, string | number>
}

function inputOf({ source, policy = policyOf(), start = START, ...scene }: Scene): DivergenceInput {
  const events = [created(start, 'P2'), ...(scene.events ?? [])]
  const ticket = {
    ...ticketOf({ created: start, reportedSeverity: 'P2', ...scene.head }),
    sourceDueAt: at(source),
    updatedAt: at(scene.updated ?? start),
  }
  const input = { policy, ticket, events, now: at('2026-01-05T14:00:00Z') }
  return { ...input, clocks: deriveClocks(input) }
}

function owner(iso: string): TicketEvent {
  const actor = { name: null, side: 'provider' as const }
  return { externalId: `owner-${iso}`, at: at(iso), actor, kind: 'owner', from: null, to: 'desk' }
}

const workingDays = (meaning: unknown = 'same-wall-time') => {
  const target = { promise: 'Two days', limit: '2 working days', calendar: 'office' }
  const { policy } = policyOf({ targets: [target] })
  return testPolicy({ ...policy, workingDays: meaning })
}

const hour = [
  status('2026-01-05T10:00:00Z', 'open', 'awaiting-customer'),
  status('2026-01-05T11:00:00Z', 'awaiting-customer', 'open'),
]

const scenes: readonly Scene[] = [
  { explains: 'same', source: '2026-01-07T09:00:40Z' },
  { explains: 'unexplained', source: '2026-02-02T13:37:00Z' },
  {
    explains: 'goal',
    policy: policyOf({ targets: [{ promise: 'P', limit: '8 h', goal: '2 h', calendar: 'office' }] }),
    source: '2026-01-05T11:00:00Z',
  },
  { explains: 'aroundTheClock', source: '2026-01-05T17:00:00Z' },
  { explains: 'noHolidays', source: '2026-01-06T09:00:00Z' },
  {
    explains: 'noDatedHours',
    policy: policyOf({}, { breaks: { '2026-01-05': [['13:00', '14:00']] } }),
    source: '2026-01-07T09:00:00Z',
  },
  { explains: 'noPause.awaiting-customer', events: hour, source: '2026-01-07T09:00:00Z' },
  {
    explains: 'noPauses',
    events: [
      ...hour,
      status('2026-01-05T12:00:00Z', 'open', 'on-hold'),
      status('2026-01-05T13:00:00Z', 'on-hold', 'open'),
    ],
    source: '2026-01-07T09:00:00Z',
  },
  {
    explains: 'noExclusions',
    policy: policyOf({ exclusions: [{ when: { domain: ['customer'] }, because: 'Not ours' }] }),
    head: { domain: 'customer' },
    events: [domainSet('2026-01-05T09:30:00Z', null, 'customer')],
    source: '2026-01-07T09:00:00Z',
  },
  { explains: 'plainTime', events: hour, source: '2026-01-05T17:00:00Z' },
  {
    // 66 h on hold over a weekend, of which two were open, added as 66 h.
    explains: 'holdsAsWallTime',
    events: [
      status('2026-01-02T15:00:00Z', 'open', 'awaiting-customer'),
      status('2026-01-05T09:00:00Z', 'awaiting-customer', 'open'),
    ],
    start: '2026-01-02T13:00:00Z',
    source: '2026-01-08T07:00:00Z',
  },
  {
    explains: 'noRearming',
    policy: policyOf({
      rearm: {
        on: [{ event: 'phone-call', by: ['customer'] }],
        keeps: 'earlier-due',
        targets: [{ when: { severity: ['P2'] }, promise: 'Called', limit: '15 min', calendar: 'office' }],
      },
    }),
    events: [call('2026-01-05T10:00:00Z', 'customer')],
    source: '2026-01-07T09:00:00Z',
  },
  {
    explains: 'reportedSeverity',
    head: { reportedSeverity: 'P2', assessedSeverity: 'P1' },
    events: [assessed('2026-01-05T09:10:00Z', null, 'P1')],
    source: '2026-01-07T09:00:00Z',
    values: { severity: 'P2' },
  },
  {
    explains: 'earlierSeverity',
    head: { assessedSeverity: 'P2' },
    events: [assessed('2026-01-05T09:10:00Z', null, 'P1'), assessed('2026-01-05T10:10:00Z', 'P1', 'P2')],
    source: '2026-01-05T13:00:00Z',
    values: { severity: 'P1' },
  },
  {
    explains: 'fromReassessment',
    head: { assessedSeverity: 'P1' },
    events: [assessed('2026-01-05T12:00:00Z', null, 'P1')],
    source: '2026-01-05T16:00:00Z',
    values: { at: at('2026-01-05T12:00:00Z') },
  },
  {
    explains: 'fromReopening',
    events: [
      status('2026-01-05T11:00:00Z', 'open', 'resolved'),
      status('2026-01-05T12:00:00Z', 'resolved', 'open'),
    ],
    source: '2026-01-07T12:00:00Z',
  },
  { explains: 'fromOwnership', events: [owner('2026-01-05T10:00:00Z')], source: '2026-01-07T10:00:00Z' },
  {
    explains: 'fromLastMessage',
    events: [reply('2026-01-05T10:00:00Z', 'customer'), reply('2026-01-05T11:00:00Z', 'provider')],
    source: '2026-01-07T11:00:00Z',
  },
  { explains: 'fromLastUpdate', updated: '2026-01-05T12:00:00Z', source: '2026-01-07T12:00:00Z' },
  {
    explains: 'workingDays.end-of-working-day',
    policy: workingDays(),
    source: '2026-01-08T16:00:00Z',
  },
  {
    explains: 'workingDays.same-wall-time',
    policy: workingDays('end-of-working-day'),
    source: '2026-01-08T09:00:00Z',
  },
  {
    explains: 'workingDays.hours',
    policy: workingDays(),
    source: '2026-01-14T09:00:00Z',
    values: { hours: '24 h' },
  },
  { explains: 'endOfWorkingDay', source: '2026-01-07T16:00:00Z' },
  { explains: 'nextOpening', start: '2026-01-05T08:00:00Z', source: '2026-01-07T08:00:00Z' },
  { explains: 'startOfDate', source: '2026-01-06T23:00:00Z', values: { timeZone: 'Europe/Madrid' } },
  { explains: 'endOfDate', source: '2026-01-07T23:00:00Z' },
  { explains: 'hoursInUtc', start: '2026-01-05T07:00:00Z', source: '2026-01-05T17:00:00Z' },
  { explains: 'wallTimeAsUtc', source: '2026-01-07T10:00:00Z' },
  { explains: 'utcAsWallTime', source: '2026-01-07T08:00:00Z' },
  // Asked on the Saturday before summer time: 17:00 on Monday, an hour late.
  { explains: 'keepsOffset', start: '2026-03-28T10:00:00Z', source: '2026-03-30T16:00:00Z' },
]

describe('which rule gives the source’s due time', () => {
  test.each(scenes.map((scene) => [scene.explains, scene] as const))('%s', (explains, scene) => {
    const now = Math.max(at('2026-01-05T14:00:00Z'), at(scene.start ?? START))
    const input = { ...inputOf(scene), now }
    const found = divergenceOf({ ...input, clocks: deriveClocks(input) })
    expect(found).toMatchObject({
      sourceDueAt: at(scene.source),
      clockId: 'resolution',
      reason: { key: `divergence.${explains}`, values: scene.values ?? {} },
    })
  })

  test('every rule but those has its worked example', () => {
    expect(scenes.length - 2).toBeGreaterThanOrEqual(DIVERGENCE_RULES.length)
  })

  test('source minus ours, whatever the rule', () => {
    const input = inputOf({ explains: '', source: '2026-01-07T10:30:00Z' })
    expect(divergenceOf(input)).toMatchObject({
      dueAt: at('2026-01-07T09:00:00Z'),
      differenceMs: 90 * MINUTE,
    })
    expect(divergenceMs(input.ticket.sourceDueAt, input.clocks)).toBe(90 * MINUTE)
  })

  test('a held clock has no due time to differ from, and is explained all the same', () => {
    const held = inputOf({
      explains: '',
      head: { status: 'awaiting-customer' },
      events: hour.slice(0, 1),
      source: '2026-01-07T09:00:00Z',
    })
    expect(divergenceOf(held)).toMatchObject({
      clockId: 'resolution',
      dueAt: null,
      differenceMs: null,
      reason: { key: 'divergence.noPause.awaiting-customer' },
    })
    expect(divergenceMs(held.ticket.sourceDueAt, held.clocks)).toBeNull()
  })

  test('without a due time on one side nothing is compared', () => {
    const input = inputOf({ explains: '', source: START })
    expect(divergenceOf({ ...input, ticket: { ...input.ticket, sourceDueAt: null } })).toBeNull()
    const none = { ...input, policy: null }
    expect(divergenceOf({ ...none, clocks: deriveClocks(none) })).toMatchObject({
      clockId: null,
      reason: { key: 'divergence.nothingToCompare' },
    })
  })

  test('the last run of a promise that repeats is the one compared', () => {
    const always = (metric: string, limit: string) => ({
      metric,
      targets: [{ promise: limit, limit, calendar: 'always' }],
    })
    const policy = testPolicy({ metrics: [always('first-response', '1 h'), always('next-reply', '2 h')] })
    const input = inputOf({
      explains: '',
      policy,
      events: [
        reply('2026-01-05T09:10:00Z', 'provider'),
        reply('2026-01-05T09:20:00Z', 'customer'),
        reply('2026-01-05T09:30:00Z', 'provider'),
        reply('2026-01-05T13:00:00Z', 'customer'),
      ],
      source: '2026-01-05T15:00:00Z',
    })
    expect(divergenceOf(input)).toMatchObject({ clockId: 'next-reply/2', differenceMs: 0 })
  })
})

describe('any ticket and any rule', () => {
  const policy = policyOf({
    exclusions: [{ when: { domain: ['customer'] }, because: 'Not ours' }],
    targets: [
      { when: { severity: ['P1'] }, promise: 'P1', limit: '4 h', goal: '2 h', calendar: 'always' },
      { when: { severity: ['P2'] }, promise: 'P2', limit: '2 working days', calendar: 'office' },
    ],
  })

  /** A life of pauses, reassessments, changes of domain, owners and messages. */
  const life = fc.record({
    start: fc.integer({ min: 0, max: 364 * 24 * 60 }),
    steps: fc.array(
      fc.tuple(fc.integer({ min: 1, max: 600 }), fc.constantFrom('p', 's', 'h', 'd', 'o', 'r')),
      {
        maxLength: 8,
      },
    ),
    rule: fc.nat({ max: DIVERGENCE_RULES.length - 1 }),
  })

  test('a source that follows a rule is explained by it, or by an earlier one that says the same', () => {
    const reached = new Set<number>()
    fc.assert(
      fc.property(life, ({ start, steps, rule }) => {
        const input = replayed(start, steps)
        for (const subject of subjectsOf(input)) {
          for (const { dueAt } of DIVERGENCE_RULES[rule]?.(subject) ?? []) {
            const told = { ...input, ticket: { ...input.ticket, sourceDueAt: dueAt } }
            const found = divergenceOf(told)
            if (found === null) throw new Error('there is a due time')
            const differs = input.clocks.every(
              (clock) => clock.dueAt === null || Math.abs(clock.dueAt - dueAt) > MINUTE,
            )
            expect(rankOf(told, found)).toBeLessThanOrEqual(differs ? rule : -1)
            if (differs) reached.add(rule)
          }
        }
      }),
      { numRuns: 400 },
    )
    expect(reached.size).toBeGreaterThan(DIVERGENCE_RULES.length / 2)
  })

  /** -1 where it is the same, else the place of the rule that gives the instant for the reason found, Infinity if none. */
  function rankOf(input: DivergenceInput, found: Divergence): number {
    if (found.reason.key === 'divergence.same') return -1
    const place = DIVERGENCE_RULES.findIndex((rule) =>
      subjectsOf(input).some((subject) =>
        rule(subject).some(
          ({ dueAt, reason }) =>
            Math.abs(dueAt - found.sourceDueAt) <= MINUTE && reason.key === found.reason.key,
        ),
      ),
    )
    return place === -1 ? Infinity : place
  }

  function replayed(start: number, steps: readonly (readonly [number, string])[]): DivergenceInput {
    let moment = Date.UTC(2026, 0, 1) + start * MINUTE
    const createdIso = new Date(moment).toISOString()
    const events: TicketEvent[] = [created(createdIso, 'P2')]
    const head: { -readonly [K in 'status' | 'assessedSeverity' | 'domain']: TicketFacts[K] } = {
      status: 'open',
      assessedSeverity: null,
      domain: null,
    }
    function turn(to: TicketFacts['status'], iso: string): void {
      events.push(status(iso, head.status, to))
      head.status = to
    }
    for (const [minutes, kind] of steps) {
      moment += minutes * MINUTE
      const iso = new Date(moment).toISOString()
      if (kind === 'p') turn(head.status === 'open' ? 'awaiting-customer' : 'open', iso)
      if (kind === 's') turn(head.status === 'open' ? 'resolved' : 'open', iso)
      if (kind === 'h') {
        const to = head.assessedSeverity === 'P1' ? 'P2' : 'P1'
        events.push(assessed(iso, head.assessedSeverity, to))
        head.assessedSeverity = to
      }
      if (kind === 'd') {
        const to = head.domain === 'customer' ? 'provider' : 'customer'
        events.push(domainSet(iso, head.domain, to))
        head.domain = to
      }
      if (kind === 'o') events.push(owner(iso))
      if (kind === 'r') events.push(reply(iso, 'customer'))
    }
    const ticket = {
      ...ticketOf({ created: createdIso, reportedSeverity: 'P2', ...head }),
      sourceDueAt: null,
      updatedAt: moment,
    }
    const input = { policy, ticket, events, now: moment + 30 * MINUTE }
    return { ...input, clocks: deriveClocks(input) }
  }
})

test('every explanation has its sentence in both languages', () => {
  const missing = scenes.filter(({ explains }) =>
    [sla, spanish].some((catalogue) => {
      const [rule = '', ...rest] = explains.split('.')
      const entry: unknown = Reflect.get(catalogue.divergence, rule)
      const sentence: unknown = rest.length === 0 ? entry : Reflect.get(Object(entry), rest.join('.'))
      return typeof sentence !== 'string'
    }),
  )
  expect(missing).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { createWords } from '../../../electron/backend/words/create-words.ts'
import { reasonText } from '../../../electron/backend/words/reason-text.ts'
import { compilePolicy } from '../../../shared/policy/compile-policy.ts'
import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import { parsePolicy } from '../../../shared/policy/parse-policy.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { clockLedger } from '../../../shared/sla/clock-ledger.ts'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import { explainClock } from '../../../shared/sla/explain-clock.ts'
import type { TicketFacts } from '../../../shared/sla/ticket-facts.ts'
import { testPolicy, testPolicyText } from './test-policy.ts'
import { assessed, call, created, domainSet, merged, reply, status, ticketOf } from './tickets.ts'

const words = await createWords('en')
const START = '2026-01-05T15:00:00Z' // A Monday; Tuesday is a holiday of the office.
const ticket = ticketOf({ created: START, reportedSeverity: 'P2' })

/** The explanation of one clock, in UTC. */
function told(
  policy: CompiledPolicy | null,
  head: TicketFacts,
  events: readonly TicketEvent[],
  now: string,
  clockId: string,
): string[] {
  const input = { policy, ticket: head, events, now: Date.parse(now) }
  const clock = deriveClocks(input).find(({ id }) => id === clockId)
  if (clock === undefined) throw new Error(`no clock ${clockId}`)
  const entries = clockLedger({ ...input, clock })
  return explainClock({ ...input, clock, entries }).map((reason) =>
    reasonText(words, reason, 'UTC').replaceAll('+00:00', ''),
  )
}

describe('an explanation says', () => {
  test('promise, rule, start, hours, what was left out, how much is left and when it is due', () => {
    const events = [
      created(START, 'P2'),
      status('2026-01-05T16:00:00Z', 'open', 'awaiting-customer'),
      status('2026-01-05T16:30:00Z', 'awaiting-customer', 'open'),
    ]
    expect(told(testPolicy(), ticket, events, '2026-01-07T10:00:00Z', 'resolution')).toEqual([
      'The contract is Test contract, version 1.',
      'It promises: P2 in 8 h.',
      'This holds because the severity was reported as P2 and nobody has assessed it.',
      'The clock started 2026-01-05 15:00:00, when the ticket was created.',
      'Only the hours of "office" count: mon-fri 09:00-17:00, time zone Etc/UTC.',
      'Left out: 30 min while the customer owed an answer (1×).',
      'Left out: 16 h outside the hours of the contract.',
      'Left out: 24 h on holidays: 2026-01-06.',
      'Counted: 2 h 30 min of 8 h; 5 h 30 min left.',
      'At risk from 2026-01-07 13:30:00.',
      'Due 2026-01-07 15:30:00, because P2 in 8 h.',
    ])
  })

  test('which event changed the promise, and what became of the time counted before', () => {
    const events = [created(START, 'P2'), assessed('2026-01-05T15:20:00Z', null, 'P1')]
    const head = { ...ticket, assessedSeverity: 'P1' }
    const story = told(testPolicy(), head, events, '2026-01-05T20:00:00Z', 'resolution')
    expect(story).toContain('This holds because the severity was assessed as P1.')
    expect(story).toContain('Every hour counts, day and night.')
    expect(story).toContain(
      'The promise changed 2026-01-05 15:20:00, when the severity was assessed: P1 in 4 h.',
    )
    expect(story).toContain('By this contract a new promise is measured from the start of the clock.')
    expect(story).toContain('Counted: 5 h of 4 h; 1 h too much.')
    expect(story.at(-1)).toBe('Was due 2026-01-05 19:00:00 and is not answered: P1 in 4 h.')
  })

  test('that a promise came too late to be kept', () => {
    const events = [created(START, 'P2'), assessed('2026-01-05T21:00:00Z', null, 'P1')]
    const head = { ...ticket, assessedSeverity: 'P1' }
    expect(told(testPolicy(), head, events, '2026-01-05T22:00:00Z', 'resolution')).toContain(
      'The promise came into force only 2026-01-05 21:00:00, after its time had ended 2026-01-05 19:00:00; it is broken since then.',
    )
  })

  test('which event armed the clock again, and under which promise; or that it moved nothing', () => {
    const policy = testPolicy({
      metrics: [
        {
          metric: 'first-response',
          targets: [{ promise: 'in 1 h', limit: '1 h', calendar: 'always' }],
          rearm: {
            on: [{ event: 'phone-call', by: ['customer'] }],
            keeps: 'earlier-due',
            targets: [
              {
                when: { channel: ['web'], calendar: { name: 'office', is: ['open'] } },
                promise: '15 min from the call',
                limit: '15 min',
                calendar: 'always',
              },
            ],
          },
        },
      ],
    })
    const early = [created(START), call('2026-01-05T15:20:00Z', 'customer')]
    const story = told(policy, ticket, early, '2026-01-05T15:25:00Z', 'first-response')
    expect(story).toEqual([
      'The contract is Test contract, version 1.',
      'It promises: in 1 h.',
      'This holds for every ticket that no earlier rule takes.',
      'The clock started 2026-01-05 15:00:00, when the ticket was created.',
      'Every hour counts, day and night.',
      'It was promised anew 2026-01-05 15:20:00, when the customer called.',
      'It promises: 15 min from the call.',
      'This holds because the case came as a web case.',
      'This holds because 2026-01-05 15:20:00 lies in the hours of "office" (Etc/UTC).',
      'Counted: 25 min of 35 min; 10 min left.',
      'At risk from 2026-01-05 15:26:15.',
      'Due 2026-01-05 15:35:00, because 15 min from the call.',
    ])
    const late = [created(START), call('2026-01-05T15:50:00Z', 'customer')]
    expect(told(policy, ticket, late, '2026-01-05T15:55:00Z', 'first-response')).toContain(
      'The promise was given again 2026-01-05 15:50:00, when the customer called, but this does not move it.',
    )
  })

  test('every part of a rule', () => {
    const when = {
      domain: ['mno'],
      customer: ['Andes Freight'],
      queue: ['NOC'],
      subjectContains: '[Emergency]',
      fields: { Category: ['platform'] },
      fieldAbove: { 'Customers affected': 1 },
      calendar: { name: 'office', is: ['holiday', 'weekend'] },
    }
    const target = {
      when,
      promise: 'all of it',
      limit: '2 working days',
      goal: '1 working day',
      calendar: 'office',
    }
    const policy = testPolicy({ metrics: [{ metric: 'resolution', targets: [target] }] })
    const head = ticketOf({
      created: '2026-01-06T10:00:00Z',
      domain: 'mno',
      customer: 'ANDES FREIGHT',
      queue: 'noc',
      subject: 'Lost sessions [emergency]',
      fields: { Category: 'Platform', 'Customers affected': '3' },
    })
    const story = told(policy, head, [], '2026-01-07T10:00:00Z', 'resolution')
    expect(story.slice(1, -5)).toEqual([
      'It promises: all of it.',
      "This holds because the fault lies in the operator's domain.",
      'This holds because the customer is ANDES FREIGHT.',
      'This holds because the queue is noc.',
      'This holds because the subject contains "[emergency]".',
      'This holds because the field Category says "Platform".',
      'This holds because the field Customers affected says 3, which is more than 1.',
      'This holds because 2026-01-06 10:00:00 lies on a holiday of "office" (Etc/UTC).',
      'The clock started 2026-01-06 10:00:00, when the ticket was created; its source tells no more of that.',
      'Only the hours of "office" count: mon-fri 09:00-17:00, time zone Etc/UTC.',
      'Left out: 9 h outside the hours of the contract.',
      'Left out: 14 h on holidays: 2026-01-06.',
    ])
    expect(story.slice(-5, -1)).toEqual([
      '2 working days end at the wall time of the start on the last of these days; here that is 9 h of the hours that count.',
      'Counted: 1 h of 9 h; 8 h left.',
      'At risk from 2026-01-07 15:45:00.',
      'The goal, the softer of the two figures, lies at 2026-01-07 10:00:00.',
    ])
  })

  test('how it ended: answered at the very limit, excluded, withdrawn', () => {
    const answered = [created(START, 'P1'), reply('2026-01-05T16:00:00Z', 'provider')]
    const urgent = ticketOf({ created: START, reportedSeverity: 'P1' })
    expect(told(testPolicy(), urgent, answered, '2026-01-06T00:00:00Z', 'first-response').slice(-4)).toEqual([
      'Counted: 1 h of 1 h; 0 s left.',
      'The clock ended 2026-01-05 16:00:00, when we wrote to the customer.',
      'By this contract an answer exactly at the limit is in time.',
      'Answered 2026-01-05 16:00:00, in time: P1 in 1 h.',
    ])

    const excluding = testPolicy({
      metrics: [
        {
          metric: 'resolution',
          exclusions: [{ when: { domain: ['customer'] }, because: 'not ours to mend' }],
          targets: [{ promise: 'in 8 h', limit: '8 h', calendar: 'always' }],
        },
      ],
    })
    const handed = [created(START, 'P1'), domainSet('2026-01-05T16:00:00Z', null, 'customer')]
    const theirs = { ...urgent, domain: 'customer' as const }
    expect(told(excluding, theirs, handed, '2026-01-05T18:00:00Z', 'resolution').slice(-2)).toEqual([
      'Left out: 2 h that do not count by the contract (1×): not ours to mend.',
      'Does not count since 2026-01-05 16:00:00: not ours to mend.',
    ])

    const gone = [created(START, 'P1'), merged('2026-01-05T15:30:00Z')]
    expect(told(testPolicy(), urgent, gone, '2026-01-05T18:00:00Z', 'resolution').slice(-2)).toEqual([
      'The clock ended 2026-01-05 15:30:00, when the ticket was merged into another.',
      'Withdrawn or merged before it was due: nothing is owed any more.',
    ])
  })

  test('that nothing is promised any more, and why', () => {
    const policy = testPolicy({
      metrics: [
        {
          metric: 'resolution',
          targets: [
            { when: { severity: ['P1'] }, promise: 'P1 in 4 h', limit: '4 h', calendar: 'always' },
            { promise: 'No figure for the rest', limit: 'none', calendar: 'always' },
          ],
        },
      ],
    })
    const events = [created(START, 'P1'), assessed('2026-01-05T15:20:00Z', null, 'P2')]
    const head = ticketOf({ created: START, reportedSeverity: 'P1', assessedSeverity: 'P2' })
    const story = told(policy, head, events, '2026-01-05T16:00:00Z', 'resolution')
    expect(story).toContain(
      'The promise changed 2026-01-05 15:20:00, when the severity was assessed: No figure for the rest.',
    )
    expect(story.at(-1)).toBe('No figure for the rest.')
    expect(told(null, ticket, [], START, 'first-response')).toEqual([
      'No contract is assigned to this ticket, so nothing is promised.',
    ])
  })

  test('a holiday by its name', () => {
    const { policy } = parsePolicy(
      testPolicyText({
        calendars: {
          office: {
            timeZone: 'Etc/UTC',
            hours: { mon: [['09:00', '17:00']] },
            publicHolidays: { country: 'ES' },
          },
          always: { timeZone: 'Etc/UTC', hours: 'always' },
        },
      }),
    )
    if (policy === undefined) throw new Error('not a policy')
    const compiled = compilePolicy(policy, (_rule, year) => [{ date: `${year}-01-05`, name: 'Eve' }])
    const story = told(compiled, ticket, [created(START, 'P2')], '2026-01-05T18:00:00Z', 'resolution')
    expect(story).toContain('Left out: 3 h on holidays: 2026-01-05 Eve.')
  })
})

describe('a clock that cannot be computed names what contradicts', () => {
  test.each([
    {
      what: 'an event in the future',
      events: [created(START, 'P2'), reply('2026-02-01T00:00:00Z', 'customer')],
      says: [
        /^Event event-\d+ is dated 2026-02-01 00:00:00: the customer wrote\.$/,
        /own time was 2026-01-06/,
      ],
    },
    {
      what: 'an event before the creation',
      events: [created(START, 'P2'), call('2026-01-05T14:00:00Z', 'customer')],
      says: [/^Event event-\d+ is dated 2026-01-05 14:00:00: the customer called\.$/],
    },
    {
      what: 'a status no event explains',
      head: { status: 'awaiting-customer' as const },
      events: [created(START, 'P2'), status('2026-01-05T15:10:00Z', 'new', 'open')],
      says: [/^Event event-\d+ is dated 2026-01-05 15:10:00: the ticket was opened\.$/],
    },
    {
      what: 'a status without any event of it',
      head: { status: 'awaiting-customer' as const },
      events: [created(START, 'P2')],
      says: [/^No event tells of a status\.$/],
    },
    {
      what: 'a severity the contract does not know',
      head: { assessedSeverity: 'S9' },
      events: [created(START, 'P2')],
      says: [/^The severities of the contract are P1, P2\.$/],
    },
  ])('$what', ({ head, events, says }) => {
    const story = told(testPolicy(), { ...ticket, ...head }, events, '2026-01-06T00:00:00Z', 'resolution')
    expect(story[0]).toBe('The contract is Test contract, version 1.')
    expect(story.slice(1, -1)).toEqual(says.map((pattern): unknown => expect.stringMatching(pattern)))
  })
})

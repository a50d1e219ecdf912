import * as fc from 'fast-check'
import type { Domain } from '../../../shared/records/domain.ts'
import type { TicketStatus } from '../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import type { TicketFacts } from '../../../shared/sla/ticket-facts.ts'

// Lives of tickets for properties: any event after any other, days apart or in the same second, over nights, weekends
// and holidays, with heads that follow from the events or contradict them.

export interface MadeTicket {
  readonly ticket: TicketFacts
  readonly events: readonly TicketEvent[]
  readonly now: number
}

/** A contract whose clocks come into every state, with what `reassessment` and `workingDays` are to mean. */
export const madeContracts = fc.record({
  reassessment: fc.constantFrom('from-start', 'carry-over'),
  workingDays: fc.constantFrom('same-wall-time', 'end-of-working-day'),
  answeredAtLimit: fc.constantFrom('met', 'breached'),
})

const OFFICE_WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:30', '18:00']]])

/** For `testPolicy`, beside one of `madeContracts`. */
export const MADE_CONTRACT = {
  severities: ['P1', 'P2', 'P3', 'P4'].map((code) => ({ code, name: code, definition: code })),
  calendars: {
    always: { timeZone: 'Etc/UTC', hours: 'always' },
    office: {
      timeZone: 'Europe/Madrid',
      hours: Object.fromEntries(OFFICE_WEEK),
      holidays: ['2026-03-30'],
      exceptions: { '2026-03-28': [['10:00', '12:00']] },
    },
    west: {
      timeZone: 'America/Los_Angeles',
      hours: { sun: [['22:00', '06:00']], tue: [['09:00', '17:00']] },
    },
  },
  metrics: [
    {
      metric: 'first-response',
      targets: [
        { when: { severity: ['P1'] }, promise: 'P1 in 1 h', limit: '1 h', calendar: 'always' },
        { promise: 'in 4 h of office time', limit: '4 h', calendar: 'office' },
      ],
      rearm: {
        on: [{ event: 'phone-call', by: ['customer'] }],
        keeps: 'earlier-due',
        targets: [
          {
            when: { severity: ['P1'] },
            promise: '15 min from the call',
            limit: '15 min',
            calendar: 'always',
          },
          { promise: '15 min of office time from the call', limit: '15 min', calendar: 'office' },
        ],
      },
    },
    {
      metric: 'next-reply',
      pausedIn: ['awaiting-mno'],
      targets: [{ promise: 'a reply in 3 h', limit: '3 h', calendar: 'west' }],
    },
    {
      metric: 'periodic-update',
      targets: [{ promise: 'as agreed', limit: { field: 'Update interval' }, calendar: 'always' }],
    },
    {
      metric: 'resolution',
      pausedIn: ['awaiting-customer', 'on-hold'],
      pausedWhen: [{ when: { fields: { 'Update interval': ['soon'] } }, because: 'nothing agreed yet' }],
      exclusions: [
        { when: { domain: ['customer'] }, because: 'customer domain' },
        { when: { domain: ['mno'], fieldAbove: { Customers: 1 } }, because: 'operator, several customers' },
      ],
      targets: [
        { when: { severity: ['P1'] }, promise: 'P1 in 4 h', limit: '4 h', goal: '2 h', calendar: 'always' },
        { when: { severity: ['P2'] }, promise: 'P2 in 2 days', limit: '2 working days', calendar: 'office' },
        { when: { severity: ['P3'] }, promise: 'P3 in 30 h', limit: '30 h', calendar: 'west' },
        { when: { severity: ['P4'] }, promise: 'nothing for P4', limit: 'none', calendar: 'office' },
      ],
    },
  ],
}

const SECOND = 1_000
const START = { min: Date.UTC(2026, 2, 26) / SECOND, max: Date.UTC(2026, 3, 2) / SECOND }

const codes = fc.constantFrom('P1', 'P2', 'P3', 'P4', null)
const domains = fc.constantFrom<(Domain | null)[]>('mno', 'provider', 'customer', null)
const statuses = fc.constantFrom<TicketStatus[]>(
  'open',
  'awaiting-customer',
  'awaiting-mno',
  'on-hold',
  'resolved',
  'closed',
  'withdrawn',
)

/** What an event does; where and when it stands comes later. */
const deeds = fc.oneof(
  { weight: 3, arbitrary: statuses.map((to) => ({ kind: 'status', to }) as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'reply' } as const) },
  fc.constant({ kind: 'phone-call' } as const),
  fc.constant({ kind: 'note' } as const),
  codes.map((to) => ({ kind: 'severity', to }) as const),
  domains.map((to) => ({ kind: 'domain', to }) as const),
  fc.constantFrom('1', '7').map((to) => ({ kind: 'field', name: 'Customers', to }) as const),
  fc
    .constantFrom('2 h', '90 min', 'soon')
    .map((to) => ({ kind: 'field', name: 'Update interval', to }) as const),
  fc.constant({ kind: 'owner' } as const),
  fc.constant({ kind: 'merged' } as const),
)
const sides = fc.constantFrom<TicketEvent['actor']['side'][]>('provider', 'customer', 'mno', 'system')
const gaps = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 7_200 }),
  fc.integer({ min: 1, max: 200_000 }),
)

export const madeTickets: fc.Arbitrary<MadeTicket> = fc
  .record({
    start: fc.integer(START),
    reported: codes,
    deeds: fc.array(fc.record({ deed: deeds, side: sides, gap: gaps }), { maxLength: 12 }),
    rest: gaps,
    headFollows: fc.boolean(),
    tellsCreation: fc.boolean(),
  })
  .map(({ start, reported, deeds: list, rest, headFollows, tellsCreation }) => {
    const head: Head = {
      subject: '',
      customer: null,
      queue: null,
      status: 'open',
      channel: 'web',
      reportedSeverity: reported,
      assessedSeverity: null,
      domain: null,
      createdAt: start * SECOND,
      fields: {},
    }
    const events: TicketEvent[] = []
    if (tellsCreation) {
      events.push({
        externalId: 'e0',
        at: head.createdAt,
        actor: { name: 'Ana', side: 'customer' },
        kind: 'created',
        channel: 'web',
        severity: reported,
        status: 'open',
        text: 'words to a person',
      })
    }
    let at = head.createdAt
    for (const { deed, side, gap } of list) {
      at += gap * SECOND
      events.push(
        eventOf(deed, head, { externalId: `e${events.length + 1}`, at, actor: { name: 'Ana', side } }),
      )
    }
    const ticket = headFollows ? head : { ...head, status: 'open' as const }
    return { ticket, events, now: at + rest * SECOND }
  })

type Deed = typeof deeds extends fc.Arbitrary<infer T> ? T : never
type Head = { -readonly [K in keyof TicketFacts]: TicketFacts[K] }

/** The event, with the head moved on to where it leads. */
function eventOf(
  deed: Deed,
  head: Head,
  common: Pick<TicketEvent, 'externalId' | 'at' | 'actor'>,
): TicketEvent {
  switch (deed.kind) {
    case 'status': {
      const event = { ...common, ...deed, from: head.status, raw: `our ${deed.to}` }
      head.status = deed.to
      return event
    }
    case 'severity': {
      const event = {
        ...common,
        ...deed,
        basis: 'assessed',
        from: head.assessedSeverity,
        reason: 'as seen',
      } as const
      head.assessedSeverity = deed.to
      return event
    }
    case 'domain': {
      const event = { ...common, ...deed, from: head.domain, reason: 'as seen' }
      head.domain = deed.to
      return event
    }
    case 'field': {
      const event = { ...common, ...deed, from: head.fields[deed.name] ?? null }
      head.fields = { ...head.fields, [deed.name]: deed.to }
      return event
    }
    case 'reply':
      return { ...common, kind: 'reply', channel: 'email', text: 'words to a person' }
    case 'owner':
      return { ...common, kind: 'owner', from: 'Ana', to: 'Luis' }
    case 'merged':
      return { ...common, kind: 'merged', into: '42' }
    case 'phone-call':
    case 'note':
  }
  return { ...common, kind: deed.kind, text: 'words to a person' }
}

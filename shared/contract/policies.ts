import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { clockState, metric } from '../records/clock.ts'
import { instant, milliseconds } from '../records/instant.ts'
import { severityCode } from '../records/ticket.ts'
import { forAdmin, forOperator, forViewer } from './base.ts'
import { progress } from './progress.ts'

/** Ten times the longest contract we know; a mistaken file of megabytes would hold everything up while it is checked. */
export const MOST_POLICY_CHARACTERS = 256 * 1024

/** Twenty times a country's holidays of ten years; what a viewer may send in one frame holds it. */
const MOST_HOLIDAY_CHARACTERS = 500_000

const policyText = z.string().max(MOST_POLICY_CHARACTERS)

const policySummary = z.object({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  description: z.string(),
  severities: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Whether the file is the hub's own; those that come with the program are never written. */
  own: z.boolean(),
  /** The policy file as it is, for reading. */
  text: z.string(),
})
export type PolicySummary = z.infer<typeof policySummary>

/** A policy file that could not be used, with line or field and reason. What it promises is on no clock. */
const policyFault = z.object({
  file: z.string(),
  line: z.int().nullable(),
  /** The field, e.g. `metrics[0].targets[1].limit`; empty where it is the file as a whole. */
  place: z.string(),
  reason: z.string(),
})
export type PolicyFault = z.infer<typeof policyFault>

/** What is wrong with a policy text, or what it says and whether its worked examples come out. */
const policyCheck = z.object({
  problems: z.array(policyFault.omit({ file: true })),
  /** Null while there are problems. */
  policy: z
    .object({
      id: z.string(),
      name: z.string(),
      version: z.int(),
      calendars: z.array(z.string()),
      examples: z.array(z.object({ name: z.string(), failures: z.array(z.string()) })),
    })
    .nullable(),
})
export type PolicyCheck = z.infer<typeof policyCheck>

/** A date of the proleptic Gregorian calendar without a zone, `2026-12-25`. */
const localDate = z.iso.date()

const calendarDay = z.object({
  date: localDate,
  kind: z.enum(['open', 'closed', 'weekend', 'holiday', 'exception']),
  /** Wall times of what is open on this date, `["08:00","18:00"]`; what passes midnight ends at 24:00 and goes on. */
  windows: z.array(z.tuple([z.string(), z.string()])),
  /** Time that really passes: the date of a change of offset has 23 or 25 hours. */
  openMs: milliseconds,
  /** Name of the public holiday, where it has one. */
  holiday: z.string().nullable(),
  /** A change of offset on this date, minutes east of UTC. */
  offsetChange: z.object({ at: instant, fromMinutes: z.int(), toMinutes: z.int() }).nullable(),
})

/** A calendar of a policy, day by day over a year of its own zone. */
const calendarYear = z.object({
  timeZone: z.string(),
  year: z.int(),
  days: z.array(calendarDay),
  openMs: milliseconds,
})
export type CalendarYear = z.infer<typeof calendarYear>

/** Where a clock stands under one policy. */
const clockOutcome = z.object({
  state: clockState,
  dueAt: instant.nullable(),
  breachedAt: instant.nullable(),
  settledAt: instant.nullable(),
})

/** A clock that would stand otherwise under the edited policy; `before` or `after` null: it is only under the other. */
const difference = z.object({
  ticketId: z.string(),
  caseNumber: z.string(),
  subject: z.string(),
  customer: z.string().nullable(),
  severity: severityCode.nullable(),
  clockId: z.string(),
  metric,
  before: clockOutcome.nullable(),
  after: clockOutcome.nullable(),
})
export type RehearsalDifference = z.infer<typeof difference>

const rehearsal = z.object({
  kind: z.literal('result'),
  /** Tickets derived under both. */
  tickets: z.int(),
  differingTickets: z.int(),
  /** Clocks that break their promise only under the edited policy, and only under the present one. */
  newBreaches: z.int(),
  avoidedBreaches: z.int(),
  /** Broken promises that the edited policy does not make or cannot count: not avoided, only no longer asked for. */
  lostBreaches: z.int(),
  differingClocks: z.int(),
  /** The first of them, breaches first; never more than 500. */
  differences: z.array(difference),
})
export type Rehearsal = z.infer<typeof rehearsal>

/** Support contracts as files: read, tried and kept. */
export const policiesContract = {
  list: forViewer
    .route({ method: 'GET', path: '/policies', summary: 'Support contracts as policy files' })
    .output(z.array(policySummary)),
  faults: forViewer
    .route({ method: 'GET', path: '/policy-faults', summary: 'Policy files that could not be used' })
    .output(z.array(policyFault)),
  check: forViewer
    .route({ method: 'POST', path: '/policies/check', summary: 'What is wrong with a text, line by line' })
    .input(z.object({ text: policyText }))
    .output(policyCheck),
  calendarYear: forViewer
    .route({ method: 'POST', path: '/policies/calendar-year', summary: 'A calendar of a text over one year' })
    .input(z.object({ text: policyText, calendar: z.string(), year: z.int().min(2000).max(2100) }))
    .output(calendarYear),
  readHolidays: forViewer
    .route({ method: 'POST', path: '/policies/read-holidays', summary: 'Dates of an iCalendar file' })
    .input(
      z.object({
        text: z.string().max(MOST_HOLIDAY_CHARACTERS),
        fromYear: z.int().min(2000),
        toYear: z.int().max(2100),
      }),
    )
    .output(
      z.object({
        days: z.array(z.object({ date: localDate, name: z.string() })),
        refusals: z.array(z.object({ place: z.string(), reason: z.string() })),
      }),
    ),
  /** Derives past tickets under their present contract and under the text; stop reading to cancel. */
  rehearse: forOperator
    .route({ method: 'POST', path: '/policies/rehearse', summary: 'What past tickets would be under a text' })
    .input(
      z.object({
        text: policyText,
        /** Tickets created in this span, half-open. */
        from: instant,
        to: instant,
        /** Only those that run under this contract now; null for all. */
        policyId: z.string().nullable(),
      }),
    )
    .output(eventIterator(z.discriminatedUnion('kind', [progress, rehearsal]))),
  save: forAdmin
    .route({ method: 'PUT', path: '/policies', summary: 'Keep a text as a policy of this hub' })
    .input(z.object({ text: policyText }))
    .output(policySummary),
  remove: forAdmin
    .route({ method: 'DELETE', path: '/policies/{id}', summary: 'Remove a policy of this hub' })
    .input(z.object({ id: z.string() }))
    .output(z.object({})),
}

import * as z from 'zod'
import { clockState, metric } from '../records/clock.ts'
import { domain, side } from '../records/domain.ts'
import { channel, severityCode, ticketStatus } from '../records/ticket.ts'
import { calendar } from '../time/calendar.ts'
import { parseLength } from './duration.ts'

/** A support contract as a file people read, copy and edit. What each part means: docs/policies.md. */

const sentence = z.string().min(1).max(500)
const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,40}$/, 'a name has small letters, digits and hyphens, and begins with a letter')

const length = z.string().superRefine((text, context) => {
  const parsed = parseLength(text)
  if (typeof parsed === 'string') context.addIssue({ code: 'custom', message: parsed })
})

const states = z.array(z.enum(['open', 'closed', 'weekend', 'holiday'])).min(1)

/** Every named part must hold; within a list one suffices. Texts are compared without regard to case. */
const condition = z.strictObject({
  severity: z.array(severityCode).min(1).optional(),
  channel: z.array(channel).min(1).optional(),
  domain: z.array(domain).min(1).optional(),
  customer: z.array(z.string().min(1)).min(1).optional(),
  queue: z.array(z.string().min(1)).min(1).optional(),
  subjectContains: z.string().min(1).optional(),
  /** A source field with one of these values, e.g. `{"Category": ["platform"]}`. */
  fields: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  /** A source field with a number greater than this, e.g. `{"Customers affected": 1}`. */
  fieldAbove: z.record(z.string(), z.number()).optional(),
  /** What a calendar says of the instant at which the clock starts or is armed again. */
  calendar: z.strictObject({ name, is: states }).optional(),
})
export type Condition = z.infer<typeof condition>

/** An event that starts, stops or re-arms a clock. */
const trigger = z.strictObject({
  event: z.enum(['created', 'reply', 'phone-call', 'note', 'status', 'owner', 'domain', 'field']),
  by: z.array(side).min(1).optional(),
  /** How it came, for created and reply. */
  channel: z.array(channel).min(1).optional(),
  /** New value, for status, owner, domain and field. */
  to: z.array(z.string()).min(1).optional(),
  /** Name of the field, for field. */
  name: z.string().optional(),
})
export type Trigger = z.infer<typeof trigger>

/** `75 %` of the promised time has been counted, or so much of it is left. */
const atRisk = z.string().superRefine((text, context) => {
  if (/^[1-9]\d? ?%$/.test(text)) return
  const parsed = text.endsWith('%') ? 'a warning is a share from 1 % to 99 %' : parseLength(text)
  if (typeof parsed === 'string') context.addIssue({ code: 'custom', message: parsed })
})

const target = z.strictObject({
  when: condition.default({}),
  /** The promise in the contract's terms; shown as the reason for the due instant. */
  promise: sentence,
  /** `none` says that the contract names no figure; a field holds an interval agreed for one ticket. */
  limit: z.union([z.literal('none'), length, z.strictObject({ field: z.string().min(1) })]),
  /** The softer figure, where the contract has two. */
  goal: length.optional(),
  calendar: name,
  atRisk: atRisk.optional(),
})

const hold = z.strictObject({ when: condition, because: sentence })

const atLimit = z.enum(['met', 'breached'])

const policyMetric = z.strictObject({
  metric,
  /** May be left out for the metrics the program knows. */
  start: z.array(trigger).min(1).optional(),
  stop: z.array(trigger).min(1).optional(),
  repeats: z.boolean().optional(),
  /** Starts only once this metric has been settled. */
  after: metric.optional(),
  /** Where this promise is worded otherwise than the others ("under 1 h", but "in 2 to 4 h"). */
  answeredAtLimit: atLimit.optional(),
  pausedIn: z.array(ticketStatus).default([]),
  /** What else lets the clock stand still, e.g. a field or the domain; the first that holds says why. */
  pausedWhen: z.array(hold).default([]),
  exclusions: z.array(hold).default([]),
  /** The first whose condition holds applies. */
  targets: z.array(target).min(1),
  /** A promise given anew while the clock runs. `earlier-due`: it never gives us more time. */
  rearm: z
    .strictObject({
      on: z.array(trigger).min(1),
      keeps: z.enum(['earlier-due', 'new-due']),
      targets: z.array(target).min(1),
    })
    .optional(),
})

/** A share of tickets that must keep a promise, e.g. 90 % resolved within 4 h. */
const attainment = z.strictObject({
  name: sentence,
  metric,
  share: z.string().regex(/^\d{1,3}(\.\d)? ?%$/, 'a share is written like 90 % or 99.5 %'),
  within: length,
  when: condition.default({}),
})

/** One rung: whom to tell, and when. A role, never a person. */
const ladderStep = z.strictObject({
  role: z.string().min(1).max(120),
  /** The contract's rule; shown as the reason for the step. */
  rule: sentence,
  /** `on-demand`: the contract names no time, people decide. A time without a calendar counts around the clock. */
  due: z.union([
    z.enum(['at-risk', 'at-breach', 'on-demand']),
    z.strictObject({ after: z.enum(['start', 'breach']), time: length, calendar: name.optional() }),
  ]),
  /** The contact is that of the desk in its day at that instant. */
  desk: z.literal('in-its-day').optional(),
})

/** Who is told in which order when a promise is not kept or the parties do not agree. */
const ladder = z.strictObject({
  /** Part of the id of its steps. Several of one name are one ladder: the first whose condition holds applies. */
  name,
  /** The promise whose clock it follows; without one every step is on demand. */
  metric: metric.optional(),
  when: condition.default({}),
  steps: z.array(ladderStep).min(1),
})

const exampleHead = { at: z.iso.datetime(), by: side.default('provider') }

/** An event of an example, short: `by` says whose it is. */
const exampleEvent = z.discriminatedUnion('kind', [
  z.strictObject({ ...exampleHead, kind: z.enum(['reply', 'phone-call', 'note']) }),
  z.strictObject({ ...exampleHead, kind: z.literal('status'), to: ticketStatus }),
  z.strictObject({ ...exampleHead, kind: z.literal('severity'), to: severityCode }),
  z.strictObject({ ...exampleHead, kind: z.literal('domain'), to: domain.nullable() }),
  z.strictObject({ ...exampleHead, kind: z.literal('field'), name: z.string(), to: z.string() }),
])

/** A worked example: what the contract says must come out. Run by the tests and by the workshop. */
const example = z.strictObject({
  name: sentence,
  ticket: z.strictObject({
    severity: severityCode.optional(),
    channel: channel.default('web'),
    domain: domain.optional(),
    customer: z.string().optional(),
    subject: z.string().default(''),
    fields: z.record(z.string(), z.string()).default({}),
    created: z.iso.datetime(),
  }),
  events: z.array(exampleEvent).default([]),
  now: z.iso.datetime(),
  expect: z
    .array(
      z.strictObject({
        clock: z.string(),
        state: clockState,
        due: z.iso.datetime().optional(),
        goal: z.iso.datetime().optional(),
        /** The promise that must have been chosen. */
        promise: z.string().optional(),
      }),
    )
    .min(1),
  /** Steps of ladders by id, e.g. `resolution-overdue/2`; those not named are not looked at. */
  escalation: z
    .array(
      z.strictObject({
        step: z.string(),
        state: z.enum(['none', 'upcoming', 'available', 'due']),
        due: z.iso.datetime().optional(),
      }),
    )
    .default([]),
})
export type PolicyExample = z.infer<typeof example>

export const policy = z.strictObject({
  format: z.literal('meridian-policy/1'),
  id: name,
  name: z.string().min(1).max(100),
  version: z.int().positive(),
  description: z.string().min(1).max(2_000),
  /** Most severe first. */
  severities: z.array(
    z.strictObject({ code: severityCode, name: z.string().min(1), definition: z.string().min(1) }),
  ),
  /** What the contract's text leaves open and how this file answers it. */
  choices: z.array(z.strictObject({ question: sentence, answer: sentence, because: sentence })),
  calendars: z.record(name, calendar),
  /** What "N working days" means; the last form counts N times so many hours of open time. */
  workingDays: z.union([
    z.literal('same-wall-time'),
    z.literal('end-of-working-day'),
    z.strictObject({ hours: length }),
  ]),
  /** An answer exactly at the limit: "within 1 h" is met, "under 1 h" is not. */
  answeredAtLimit: atLimit,
  /** A new severity measures from the start again, or keeps what the old one's calendar had counted. */
  reassessment: z.enum(['from-start', 'carry-over']),
  atRisk,
  metrics: z.array(policyMetric).min(1),
  attainment: z.array(attainment).default([]),
  escalation: z.array(ladder).default([]),
  examples: z.array(example).default([]),
})
export type Policy = z.infer<typeof policy>
export type PolicyMetric = Policy['metrics'][number]
export type PolicyTarget = PolicyMetric['targets'][number]
export type PolicyLadder = Policy['escalation'][number]
export type PolicyLadderStep = PolicyLadder['steps'][number]

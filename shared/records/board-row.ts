import * as z from 'zod'
import { clock } from './clock.ts'
import { domain, side } from './domain.ts'
import { instant } from './instant.ts'
import { severityCode, ticketStatus } from './ticket.ts'

/** Whose court the ball is in right now, and what that side owes next. */
export const nextAction = z.enum([
  'assess',
  'take-ownership',
  'respond',
  'call-back',
  'update-customer',
  'chase-mno',
  'await-customer',
  'resolve',
  'confirm-fix',
  'escalate',
  'none',
])
export type NextAction = z.infer<typeof nextAction>

/** One open ticket on the SLA board: everything a row shows, derived as of its `derivedAt`. */
export const boardRow = z.object({
  ticketId: z.string(),
  sourceId: z.string(),
  caseNumber: z.string(),
  subject: z.string(),
  customer: z.string().nullable(),
  queue: z.string().nullable(),
  owner: z.string().nullable(),
  status: ticketStatus,
  domain: domain.nullable(),
  reportedSeverity: severityCode.nullable(),
  assessedSeverity: severityCode.nullable(),
  /** 0 is the most severe; null where the ticket has no severity its contract knows. */
  severityRank: z.int().nullable(),
  policyId: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
  updatedBy: side,
  url: z.string().nullable(),
  /**
   * What is owed, pending first by due time, with what does not count or cannot be computed (`boardClocks`); where none
   * is left, one settled or never promised clock. `tickets.get` has all of them. Empty where nothing is known.
   */
  clocks: z.array(clock),
  court: z.enum(['mno', 'provider', 'customer']),
  nextAction,
  /** The first step of the contract's ladder that is due and not yet taken. */
  escalation: z.object({ stepId: z.string(), role: z.string(), dueAt: instant }).nullable(),
  /** How far the source system's own due time lies from ours, positive where it is later; null where it has none. */
  divergenceMs: z.int().nullable(),
  /** The desk in its day at the earliest pending due instant; null without roster or due time. */
  dutyDeskId: z.string().nullable(),
  /** When a fix of it was tried and found not to hold, while no later one is confirmed. */
  failedFixAt: instant.nullable(),
  derivedAt: instant,
})
export type BoardRow = z.infer<typeof boardRow>

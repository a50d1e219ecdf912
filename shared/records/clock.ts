import * as z from 'zod'
import { instant, milliseconds } from './instant.ts'

/** What a contract promises. Own metrics of a policy are allowed beside these. */
export const KNOWN_METRICS = [
  'first-response',
  'next-reply',
  'periodic-update',
  'resolution',
  'call-back',
] as const
export const metric = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/)

/**
 * Where one promise stands. Settled: met, breached with `settledAt`, excluded, not-promised.
 * `excluded` is time that does not count by the contract; it is never shown as met.
 */
export const clockState = z.enum([
  'running',
  'paused',
  'outside-hours',
  'met',
  'breached',
  'excluded',
  'not-promised',
  'cannot-be-computed',
])
export type ClockState = z.infer<typeof clockState>

/** A sentence of the catalogue `shared/i18n/en/sla.ts`: its key and its values. Instants are passed as numbers. */
export const reason = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Reason = z.infer<typeof reason>

/** One running promise on one ticket, as of the `now` it was derived for. */
export const clock = z.object({
  /** Metric and cycle, e.g. `first-response` or `next-reply/2`; unique within the ticket. */
  id: z.string(),
  metric,
  state: clockState,
  startedAt: instant.nullable(),
  /** When it breaches if nothing changes. Null while paused, excluded, not promised or not computable. */
  dueAt: instant.nullable(),
  /** From here on it is at risk. */
  atRiskAt: instant.nullable(),
  /** The softer figure of the contract, where it has two ("2-4 h"). */
  goalAt: instant.nullable(),
  /** When it was answered, met or not. A breach with `settledAt` was answered late. */
  settledAt: instant.nullable(),
  breachedAt: instant.nullable(),
  targetMs: milliseconds.nullable(),
  /** Business time counted so far, and what is left (negative after the breach). */
  countedMs: milliseconds,
  remainingMs: milliseconds.nullable(),
  /** For paused or outside-hours: since when, and when it runs again (null: when somebody acts). */
  heldSince: instant.nullable(),
  runsAgainAt: instant.nullable(),
  /**
   * The next instant at which this clock's state changes by itself; the backend derives again then. On a board row
   * also when a step of its escalation ladder comes due.
   */
  changesAt: instant.nullable(),
  reason,
})
export type Clock = z.infer<typeof clock>

/** One stretch of a clock's life: every second belongs to exactly one entry, in order, without gaps. */
export const ledgerEntry = z.object({
  from: instant,
  to: instant,
  label: z.enum(['counted', 'paused', 'closed', 'holiday', 'excluded', 'overdue']),
  /** Counted milliseconds at the end of the entry, since the clock's start. */
  countedMs: milliseconds,
  /** The event that caused the change at `from`, if one did. */
  causeEventId: z.string().nullable(),
  reason,
})
export type LedgerEntry = z.infer<typeof ledgerEntry>

export { isPending } from './pending-clock.ts'

import * as z from 'zod'
import { instant } from './instant.ts'

/** What a source is for: tickets or provider status. */
export const sourceRole = z.enum(['tickets', 'status'])
export type SourceRole = z.infer<typeof sourceRole>

/**
 * Why a source could not be read. Each has one sentence in `shared/i18n/en/faults.ts`:
 * what happened, to which source, what still works, what to do.
 */
export const faultCode = z.enum([
  'unreachable',
  'name-not-found',
  'connection-refused',
  'tls-failed',
  'timed-out',
  'signed-out',
  'forbidden',
  'not-found',
  'rate-limited',
  'server-error',
  'redirected-away',
  'wrong-type',
  'not-the-expected-source',
  'truncated',
  'too-large',
  'unreadable',
  'file-missing',
  'file-unreadable',
  'misconfigured',
  'internal',
])
export type FaultCode = z.infer<typeof faultCode>

export const fault = z.object({
  code: faultCode,
  /** One short English clause of detail, e.g. "HTTP 503 from /REST/2.0/tickets". Never a secret, never a stack. */
  detail: z.string(),
  at: instant,
})
export type Fault = z.infer<typeof fault>

/**
 * State of a source as a person needs it. `stale` is computed by whoever shows it:
 * the last success is older than `staleAfterMs`.
 */
export const sourceState = z.enum(['never-run', 'working', 'healthy', 'failing', 'misconfigured', 'paused'])
export type SourceState = z.infer<typeof sourceState>

export const sourceHealth = z.object({
  state: sourceState,
  lastSuccessAt: instant.nullable(),
  lastAttemptAt: instant.nullable(),
  nextAttemptAt: instant.nullable(),
  /** Older than this without a success and everything from the source is marked stale. */
  staleAfterMs: z.int().positive(),
  fault: fault.nullable(),
  /** Failures in a row. */
  failures: z.int().nonnegative(),
  /** Theirs minus ours in milliseconds, from the Date header of their answers; null while unknown. */
  clockSkewMs: z.int().nullable(),
  /** Progress of a run under way; `total` null while unknown. */
  progress: z.object({ done: z.int(), total: z.int().nullable() }).nullable(),
  refusals: z.int().nonnegative(),
  records: z.int().nonnegative(),
})
export type SourceHealth = z.infer<typeof sourceHealth>

/** A record that was not taken, with the place and the reason. Shown to the user; never dropped in silence. */
export const refusal = z.object({
  /** Line, row, ticket number: where to look in the source. */
  place: z.string(),
  reason: z.string(),
  at: instant,
})
export type Refusal = z.infer<typeof refusal>

const sourceId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/)

/** A configured source. Secrets never leave the backend: only their names and whether they are set. */
export const source = z.object({
  id: sourceId,
  kind: z.string(),
  role: sourceRole,
  name: z.string().min(1).max(100),
  enabled: z.boolean(),
  pollSeconds: z.int().min(5).max(86_400),
  /** Validated by the connector of `kind`. */
  config: z.record(z.string(), z.json()),
  secretsSet: z.array(z.string()),
  health: sourceHealth,
})
export type Source = z.infer<typeof source>

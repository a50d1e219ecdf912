import * as z from 'zod'
import { instant } from './instant.ts'

/** One rung of a contract's escalation ladder as it stands for one ticket. Roles, never persons. */
export const escalationStep = z.object({
  /** Ladder and rung, e.g. `resolution-overdue/2`; unique within the ticket. */
  id: z.string(),
  /** The promise it follows; null for a step that people decide on, e.g. a dispute. */
  clockId: z.string().nullable(),
  /** Whom to tell, in the contract's words, e.g. "Manager of technical support". */
  role: z.string(),
  /**
   * The desk in its day whose contact it is, where the contract names one by time zone: now for a step to take, at
   * its instant for one that is taken or still to come. Null without roster.
   */
  deskId: z.string().nullable(),
  /** The rule, in the contract's words; null for a step taken under a ladder that is no longer in the contract. */
  rule: z.string().nullable(),
  /** Null where the contract names no time, and while the clock is held. */
  dueAt: instant.nullable(),
  /** `available`: the contract names no time; it may be taken when people decide so. */
  state: z.enum(['upcoming', 'available', 'due', 'done']),
  done: z.object({ at: instant, by: z.string(), summary: z.string() }).nullable(),
})
export type EscalationStep = z.infer<typeof escalationStep>

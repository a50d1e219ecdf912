import * as z from 'zod'
import { instant } from './instant.ts'

/** One rung of a contract's escalation ladder as it stands for one ticket. Roles, never persons. */
export const escalationStep = z.object({
  /** Clock and rung, e.g. `resolution/2`; unique within the ticket. */
  id: z.string(),
  clockId: z.string(),
  /** Whom to tell, in the contract's words, e.g. "Manager of technical support". */
  role: z.string(),
  /** The desk in its day at the instant the step is due, whose contact it is; null without roster. */
  deskId: z.string().nullable(),
  /** The rule, in the contract's words. */
  rule: z.string(),
  dueAt: instant,
  state: z.enum(['upcoming', 'due', 'done']),
  done: z.object({ at: instant, by: z.string(), summary: z.string() }).nullable(),
})
export type EscalationStep = z.infer<typeof escalationStep>

import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { metric } from '../records/clock.ts'
import { severityCode } from '../records/ticket.ts'
import { forViewer } from './base.ts'
import { progress } from './progress.ts'

/** `2026-03` */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const question = z.object({
  from: month,
  to: month,
  /** Zone in which months begin and end. */
  timeZone: z.string(),
  policyId: z.string().nullable(),
  customer: z.string().nullable(),
})
export type AttainmentQuestion = z.infer<typeof question>

/** Clocks of one contract, severity, customer and metric that were decided in one month: met when answered in time, breached at the breach. */
const attainmentRow = z.object({
  policyId: z.string(),
  severity: severityCode.nullable(),
  customer: z.string().nullable(),
  month,
  metric,
  met: z.int(),
  breached: z.int(),
  /** Ended without counting by the contract; in no share. */
  excluded: z.int(),
})
export type AttainmentRow = z.infer<typeof attainmentRow>

/** A share the contract itself asks for, e.g. 90 % resolved within 4 h. */
const attainmentGoal = z.object({
  policyId: z.string(),
  name: z.string(),
  metric,
  customer: z.string().nullable(),
  month,
  kept: z.int(),
  missed: z.int(),
  /** 0..1 */
  requiredShare: z.number(),
})
export type AttainmentGoal = z.infer<typeof attainmentGoal>

const attainment = z.object({
  kind: z.literal('result'),
  /** Tickets with at least one clock decided in the span. */
  tickets: z.int(),
  /** Tickets created in the span with a clock that cannot be computed: nobody knows when it is decided, it is in no share. */
  notComputable: z.int(),
  rows: z.array(attainmentRow),
  goals: z.array(attainmentGoal),
})
export type Attainment = z.infer<typeof attainment>

export const attainmentContract = {
  /** Stop reading to cancel. */
  report: forViewer
    .route({
      method: 'POST',
      path: '/attainment',
      summary: 'Promises kept per contract, severity, customer, month',
    })
    .input(question)
    .output(eventIterator(z.discriminatedUnion('kind', [progress, attainment]))),
  csv: forViewer
    .route({ method: 'POST', path: '/attainment/csv', summary: 'The same as CSV' })
    .input(question)
    .output(z.object({ fileName: z.string(), text: z.string() })),
}

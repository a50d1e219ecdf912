import * as z from 'zod'
import { escalationStep } from '../records/escalation.ts'
import { forOperator, forViewer } from './base.ts'

const step = { ticketId: z.string().min(1), stepId: z.string().min(1) }

/** Steps themselves come with their ticket (`tickets.get`). An escalation is in writing. */
export const escalationsContract = {
  draft: forViewer
    .route({
      method: 'GET',
      path: '/tickets/{ticketId}/escalations/{stepId}/draft',
      summary: 'A summary to send',
    })
    .input(z.object({ ...step, language: z.enum(['en', 'es']).default('en') }))
    .output(z.object({ subject: z.string(), text: z.string() })),
  record: forOperator
    .route({
      method: 'POST',
      path: '/tickets/{ticketId}/escalations/{stepId}',
      summary: 'Note that it was sent',
    })
    .input(z.object({ ...step, summary: z.string().min(1).max(20_000) }))
    .output(escalationStep),
}

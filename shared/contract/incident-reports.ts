import * as z from 'zod'
import { incidentReport } from '../records/incident-report.ts'
import { forOperator, forViewer } from './base.ts'

const reportId = z.object({ reportId: z.string().min(1) })

/** Reports to carriers and customers, half written from an analysis, finished by hand. */
export const incidentReportsContract = {
  draft: forOperator
    .route({
      method: 'POST',
      path: '/incident-reports',
      summary: 'Write what an analysis says into a new report',
    })
    .input(
      z.object({
        analysisId: z.string().min(1),
        /** Which findings; empty: the proven ones. */
        findingIds: z.array(z.string()).max(20).default([]),
        language: z.enum(['en', 'es']).default('en'),
        /** IANA zone of the times in it. */
        timeZone: z.string(),
      }),
    )
    .output(incidentReport),
  list: forViewer
    .route({ method: 'GET', path: '/incident-reports', summary: 'Reports, newest first' })
    .input(z.object({ ticketId: z.string().optional(), analysisId: z.string().optional() }))
    .output(z.array(incidentReport)),
  get: forViewer
    .route({ method: 'GET', path: '/incident-reports/{reportId}', summary: 'One report' })
    .input(reportId)
    .output(incidentReport),
  /** Refused where somebody else saved since: `updatedAt` must be the stored one. */
  save: forOperator
    .route({
      method: 'PUT',
      path: '/incident-reports/{id}',
      summary: 'Keep a report as edited, attach it to a ticket',
    })
    .input(incidentReport.omit({ createdAt: true, updatedBy: true }))
    .output(incidentReport),
  remove: forOperator
    .route({ method: 'DELETE', path: '/incident-reports/{reportId}', summary: 'Forget a report' })
    .input(reportId)
    .output(z.void()),
  export: forViewer
    .route({ method: 'GET', path: '/incident-reports/{reportId}/file', summary: 'As Markdown, HTML or PDF' })
    .input(z.object({ ...reportId.shape, format: z.enum(['markdown', 'html', 'pdf']), timeZone: z.string() }))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), base64: z.base64() })),
}

import { randomUUID } from 'node:crypto'
import type { IncidentReport } from '../../../shared/records/incident-report.ts'
import { draftReport } from '../reports/draft-report.ts'
import { reportHtml } from '../reports/report-html.ts'
import { reportMarkdown } from '../reports/report-markdown.ts'
import { reportPage, type ReportPage } from '../reports/report-page.ts'
import { reportPdf } from '../reports/report-pdf.ts'
import type { AnalysisStore, ReportStore, TicketStore } from '../store/store.ts'
import { createWords } from '../words/create-words.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'
import { zoneRefusal } from './zone-refusal.ts'

export interface IncidentReportParts {
  readonly reports: ReportStore
  readonly analyses: Pick<AnalysisStore, 'get'>
  readonly tickets: Pick<TicketStore, 'get'>
  readonly now: () => number
}

const FORMATS = {
  markdown: { ending: 'md', mediaType: 'text/markdown', write: reportMarkdown },
  html: { ending: 'html', mediaType: 'text/html', write: reportHtml },
  pdf: { ending: 'pdf', mediaType: 'application/pdf', write: reportPdf },
} as const satisfies Record<
  string,
  { ending: string; mediaType: string; write: (page: ReportPage) => string | Promise<Buffer> }
>

export function implementIncidentReports(
  { incidentReports: subject }: Implementation,
  { reports, analyses, tickets, now }: IncidentReportParts,
): MeridianRouter['incidentReports'] {
  return {
    draft: subject.draft.handler(async ({ input, errors, context }) => {
      const { analysisId, findingIds, language, timeZone } = input
      const refusal = zoneRefusal(timeZone)
      if (refusal !== null) throw errors.REFUSED({ data: refusal })
      const analysis = analyses.get(analysisId)
      if (analysis === null) throw errors.NOT_FOUND()
      // Left out in silence, it would leave a report that says nothing was found.
      const unknown = findingIds.find((wanted) => !analysis.result.findings.some(({ id }) => id === wanted))
      if (unknown !== undefined) {
        const reason = `the analysis has no finding "${unknown}"`
        throw errors.REFUSED({ data: { place: 'findingIds', reason } })
      }
      const words = await createWords(language)
      const at = now()
      const report: IncidentReport = {
        ...draftReport({ analysis, findingIds, words, timeZone }),
        id: randomUUID(),
        language,
        createdAt: at,
        updatedAt: at,
        updatedBy: context.caller.name,
      }
      reports.save(report)
      return report
    }),

    list: subject.list.handler(({ input }) => reports.list(input)),

    get: subject.get.handler(({ input, errors }) => {
      const report = reports.get(input.reportId)
      if (report === null) throw errors.NOT_FOUND()
      return report
    }),

    save: subject.save.handler(({ input, errors, context }) => {
      const held = reports.get(input.id)
      if (held === null) throw errors.NOT_FOUND()
      if (held.updatedAt !== input.updatedAt) {
        const reason = `${held.updatedBy} has changed this report since: open it again`
        throw errors.REFUSED({ data: { place: 'updatedAt', reason } })
      }
      if (input.ticketId !== null && tickets.get(input.ticketId) === null) {
        const reason = 'there is no such ticket'
        throw errors.REFUSED({ data: { place: 'ticketId', reason } })
      }
      // Never the same instant twice, or the next to save would not see that this one came before.
      const updatedAt = Math.max(now(), held.updatedAt + 1)
      const report = { ...input, createdAt: held.createdAt, updatedAt, updatedBy: context.caller.name }
      reports.save(report)
      return report
    }),

    remove: subject.remove.handler(({ input }) => reports.remove(input.reportId)),

    export: subject.export.handler(async ({ input, errors }) => {
      const report = reports.get(input.reportId)
      if (report === null) throw errors.NOT_FOUND()
      const refusal = zoneRefusal(input.timeZone)
      if (refusal !== null) throw errors.REFUSED({ data: refusal })
      const ticket = report.ticketId === null ? null : tickets.get(report.ticketId)
      const page = reportPage({
        report,
        words: await createWords(report.language),
        timeZone: input.timeZone,
        caseNumber: ticket?.ticket.caseNumber ?? null,
      })
      const { ending, mediaType, write } = FORMATS[input.format]
      const content = Buffer.from(await write(page))
      const name = ticket?.ticket.caseNumber ?? report.title
      return { fileName: `${plainName(name)}.${ending}`, mediaType, base64: content.toString('base64') }
    }),
  }
}

/** What every file system takes. */
function plainName(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  return `incident-${plain.slice(0, 60) || 'report'}`
}

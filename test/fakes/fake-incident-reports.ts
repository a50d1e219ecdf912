import type { Implementation, MeridianRouter } from '../../electron/backend/api/implementation.ts'
import type { Analysis } from '../../shared/records/analysis.ts'
import type { IncidentReport } from '../../shared/records/incident-report.ts'

/** Reports of a made-up hub, kept in memory. What a draft says is the same for every analysis. */
export function createFakeIncidentReports(
  { incidentReports: subject }: Implementation,
  analyses: ReadonlyMap<string, Analysis>,
  now: () => number,
): MeridianRouter['incidentReports'] {
  const kept = new Map<string, IncidentReport>()
  return {
    draft: subject.draft.handler(({ input, context, errors }) => {
      const analysis = analyses.get(input.analysisId)
      if (analysis === undefined) throw errors.NOT_FOUND()
      const report: IncidentReport = {
        ...fakeReport,
        id: `report-${kept.size + 1}`,
        analysisId: analysis.id,
        ticketId: analysis.ticketId,
        language: input.language,
        createdAt: now(),
        updatedAt: now(),
        updatedBy: context.caller.name,
      }
      kept.set(report.id, report)
      return report
    }),
    list: subject.list.handler(({ input }) =>
      [...kept.values()]
        .filter(({ ticketId }) => input.ticketId === undefined || ticketId === input.ticketId)
        .filter(({ analysisId }) => input.analysisId === undefined || analysisId === input.analysisId)
        .toReversed(),
    ),
    get: subject.get.handler(({ input, errors }) => {
      const report = kept.get(input.reportId)
      if (report === undefined) throw errors.NOT_FOUND()
      return report
    }),
    save: subject.save.handler(({ input, context, errors }) => {
      const held = kept.get(input.id)
      if (held === undefined) throw errors.NOT_FOUND()
      if (held.updatedAt !== input.updatedAt) {
        throw errors.REFUSED({ data: { place: 'updatedAt', reason: 'Somebody else saved it since.' } })
      }
      // Two saves within one millisecond are two all the same.
      const updatedAt = Math.max(now(), held.updatedAt + 1)
      const saved = { ...held, ...input, updatedAt, updatedBy: context.caller.name }
      kept.set(saved.id, saved)
      return saved
    }),
    remove: subject.remove.handler(({ input, errors }) => {
      if (!kept.delete(input.reportId)) throw errors.NOT_FOUND()
    }),
    export: subject.export.handler(({ input, errors }) => {
      const report = kept.get(input.reportId)
      if (report === undefined) throw errors.NOT_FOUND()
      const name = { markdown: 'report.md', html: 'report.html', pdf: 'report.pdf' }
      const mediaType = { markdown: 'text/markdown', html: 'text/html', pdf: 'application/pdf' }
      return {
        fileName: name[input.format],
        mediaType: mediaType[input.format],
        base64: Buffer.from(report.title).toString('base64'),
      }
    }),
  }
}

const fakeReport: Omit<
  IncidentReport,
  'id' | 'analysisId' | 'ticketId' | 'language' | 'createdAt' | 'updatedAt' | 'updatedBy'
> = {
  title: 'Calls over Carrier X with G.729 fail',
  summary: [
    { certainty: 'observation', text: '82 of 100 failing calls had carrier Carrier X and codec G.729.' },
    { certainty: 'assumption', text: 'The trouble is on the way through Carrier X.' },
  ],
  examples: [
    {
      title: 'Example 1',
      failing: ['codec: G.729', 'a_number: +1 555 0101'],
      working: ['codec: G.711', 'a_number: +1 555 0101'],
    },
  ],
  commonalities: [
    { certainty: 'observation', text: 'Carrier X and gateway gw-madrid-2 cannot be told apart.' },
  ],
  replication: 'poor',
  replicationNote: '',
  checked: [],
}

import type { i18n } from 'i18next'
import type { IncidentReport, ReportLine } from '../../../shared/records/incident-report.ts'
import { instantText } from '../words/reason-text.ts'

/** A report as it is read, whatever it is written in: Markdown, HTML and PDF say the same. */
export interface ReportPage {
  readonly language: string
  readonly title: string
  /** Who wrote it when, for which case. */
  readonly head: readonly string[]
  readonly sections: readonly ReportSection[]
}

export interface ReportSection {
  readonly heading: string
  readonly lines: readonly PageLine[]
  readonly examples: readonly PageExample[]
}

/** `mark` says whether it was seen or is supposed; null where it is neither. */
interface PageLine {
  readonly mark: string | null
  readonly isAssumption: boolean
  readonly text: string
}

interface PageExample {
  readonly title: string
  readonly columns: readonly { readonly heading: string; readonly lines: readonly string[] }[]
}

export interface PageInput {
  readonly report: IncidentReport
  readonly words: i18n
  readonly timeZone: string
  /** Number of the ticket it belongs to; null without ticket. */
  readonly caseNumber: string | null
}

/** Sections without anything to say are left out. */
export function reportPage({ report, words, timeZone, caseNumber }: PageInput): ReportPage {
  const written = {
    time: instantText(report.updatedAt, timeZone),
    zone: timeZone,
    by: report.updatedBy,
  }
  const examples = report.examples.map(({ title, failing, working }) => ({
    title,
    columns: [
      { heading: words.t('report.failing'), lines: failing },
      { heading: words.t('report.working'), lines: working },
    ],
  }))
  const replication = [
    plain(words.t(`report.replication.${report.replication}`)),
    ...(report.replicationNote === '' ? [] : [plain(report.replicationNote)]),
  ]
  const sections: ReportSection[] = [
    { heading: words.t('report.sections.summary'), lines: marked(report.summary, words), examples: [] },
    { heading: words.t('report.sections.examples'), lines: [], examples },
    {
      heading: words.t('report.sections.commonalities'),
      lines: marked(report.commonalities, words),
      examples: [],
    },
    { heading: words.t('report.sections.replication'), lines: replication, examples: [] },
    { heading: words.t('report.sections.checked'), lines: marked(report.checked, words), examples: [] },
  ]
  return {
    language: report.language,
    title: report.title,
    head: [
      words.t('report.written', written),
      ...(caseNumber === null ? [] : [words.t('report.case', { caseNumber })]),
    ],
    sections: sections.filter((section) => section.lines.length > 0 || section.examples.length > 0),
  }
}

function marked(lines: readonly ReportLine[], words: i18n): PageLine[] {
  return lines.map(({ certainty, text }) => ({
    mark: words.t(`report.certainty.${certainty}`),
    isAssumption: certainty === 'assumption',
    text,
  }))
}

function plain(text: string): PageLine {
  return { mark: null, isAssumption: false, text }
}

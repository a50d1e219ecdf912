import type { i18n } from 'i18next'
import type { Analysis, ExampleRecord, Finding } from '../../../shared/records/analysis.ts'
import type { FailingDefinition } from '../../../shared/records/analysis-question.ts'
import type { IncidentReport, ReportLine } from '../../../shared/records/incident-report.ts'
import { instantText } from '../words/reason-text.ts'
import { figure, findingLines, observation } from './finding-lines.ts'
import { partsText } from '../words/part-text.ts'

/** What a draft is written from. */
export interface DraftInput {
  readonly analysis: Analysis
  /** Ids; empty: the proven ones. */
  readonly findingIds: readonly string[]
  readonly words: i18n
  /** IANA zone of the times in it. */
  readonly timeZone: string
}

type Draft = Omit<IncidentReport, 'id' | 'createdAt' | 'updatedAt' | 'updatedBy' | 'language'>

/** Never hundreds of examples: one or two clean ones (how an expert works a fault, seed 003). */
const MOST_EXAMPLES = 2

/**
 * The half of an incident report that an analysis can write: each line an observation or an assumption. Replication is
 * `poor` until somebody has tried.
 */
export function draftReport({ analysis, findingIds, words, timeZone }: DraftInput): Draft {
  const { result, question } = analysis
  const chosen = result.findings.filter(({ id, verdict }) =>
    findingIds.length === 0 ? verdict === 'proven' : findingIds.includes(id),
  )
  const [first] = chosen
  return {
    analysisId: analysis.id,
    ticketId: analysis.ticketId,
    title:
      first === undefined
        ? words.t('report.titleUnknown')
        : words.t('report.title', { what: partsText(words, first.parts, timeZone) }).slice(0, 300),
    summary: summaryLines(analysis, words, timeZone),
    examples: chosen
      .flatMap((finding) => examplesOf(finding, words, timeZone))
      .slice(0, MOST_EXAMPLES)
      .map((example, index) => ({
        ...example,
        title: words.t('report.example', { number: index + 1, what: example.title }),
      })),
    commonalities:
      chosen.length === 0
        ? [observation(words.t('report.nothing'))]
        : [
            ...chosen.flatMap((finding) => findingLines(words, finding, timeZone)),
            ...unexplained(analysis, words),
          ],
    replication: 'poor',
    replicationNote: '',
    checked: [...definitionLines(question.definition, words), ...symptomLines(analysis, words)],
  }
}

function summaryLines({ result }: Analysis, words: i18n, timeZone: string): ReportLine[] {
  const { failing, working, warnings } = result.sides
  const sizes = { failing: figure(words, failing.records), working: figure(words, working.records) }
  const span =
    failing.from === null || failing.to === null
      ? []
      : [
          observation(
            words.t('report.span', {
              from: instantText(failing.from, timeZone),
              to: instantText(failing.to, timeZone),
            }),
          ),
        ]
  return [
    observation(words.t('report.sides', sizes)),
    ...span,
    ...warnings.map(({ kind, column }) => observation(words.t(`report.warning.${kind}`, { column }))),
  ]
}

function unexplained({ result }: Analysis, words: i18n): ReportLine[] {
  if (result.unexplained <= 0) return []
  const count = figure(words, result.unexplained)
  return [
    observation(words.t('report.unexplained', { count, of: figure(words, result.sides.failing.records) })),
  ]
}

function definitionLines(definition: FailingDefinition, words: i18n): ReportLine[] {
  const { failed, working, where, failedCountColumn, totalCountColumn } = definition
  const counted =
    failedCountColumn === null || totalCountColumn === null
      ? []
      : [words.t('report.checkedCounts', { failed: failedCountColumn, total: totalCountColumn })]
  const sides =
    failed === null
      ? []
      : [
          words.t('report.checkedFailing', { condition: failed }),
          working === null
            ? words.t('report.checkedRest')
            : words.t('report.checkedWorking', { condition: working }),
        ]
  const looked = where === null ? [] : [words.t('report.checkedWhere', { condition: where })]
  return [...sides, ...counted, ...looked].map(observation)
}

function symptomLines({ result }: Analysis, words: i18n): ReportLine[] {
  if (result.symptoms.length === 0) return []
  const columns = result.symptoms.map(({ column }) => column).join(', ')
  return [observation(words.t('report.checkedSymptoms', { columns }))]
}

function examplesOf(finding: Finding, words: i18n, timeZone: string): IncidentReport['examples'] {
  const what = partsText(words, finding.parts, timeZone)
  return finding.examples.map(({ failing, working, differing }) => ({
    title:
      differing.length === 0
        ? what
        : `${what}. ${words.t('report.differing', { columns: differing.join(', ') })}`,
    failing: fieldLines(failing),
    working: fieldLines(working),
  }))
}

function fieldLines({ values }: ExampleRecord): string[] {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
}

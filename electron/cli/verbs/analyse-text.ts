import type { i18n } from 'i18next'
import type { AnalysisResult } from '../../../shared/records/analysis.ts'
import type { ReportLine } from '../../../shared/records/incident-report.ts'
import { figure, findingLines } from '../../backend/reports/finding-lines.ts'
import { partsText } from '../../backend/words/part-text.ts'

/** What `meridian analyse` says of a file, for people. Times in the zone given. */
export function analyseText(result: AnalysisResult, words: i18n, timeZone: string): string {
  const { sides, findings, symptoms, unexplained, provable } = result
  const proven = findings.filter(({ verdict }) => verdict === 'proven')
  const sizes = {
    failing: figure(words, sides.failing.records),
    working: figure(words, sides.working.records),
  }
  const lines = [
    words.t('report.sides', sizes),
    ...sides.warnings.map(({ kind, column }) => words.t(`report.warning.${kind}`, { column })),
    '',
  ]
  for (const [place, finding] of findings.entries()) {
    const heading = `${place + 1}. ${partsText(words, finding.parts, timeZone)}`
    lines.push(
      heading,
      ...findingLines(words, finding, timeZone).map((line) => `   ${marked(words, line)}`),
      '',
    )
  }
  if (proven.length === 0) lines.push(words.t('report.nothing'))
  const count = figure(words, unexplained)
  const of = figure(words, sides.failing.records)
  if (proven.length > 0 && unexplained > 0) lines.push(words.t('report.unexplained', { count, of }))
  if (symptoms.length > 0) {
    lines.push(
      words.t('report.checkedSymptoms', { columns: symptoms.map(({ column }) => column).join(', ') }),
    )
  }
  const { single, pair, triple } = provable
  if (single !== null && pair !== null && triple !== null) {
    lines.push(words.t('report.provable', { single, pair, triple }))
  }
  return lines.join('\n')
}

/** What was counted stands as it is; what is supposed says so. */
function marked(words: i18n, { certainty, text }: ReportLine): string {
  return certainty === 'assumption' ? `${words.t('report.certainty.assumption')}: ${text}` : text
}

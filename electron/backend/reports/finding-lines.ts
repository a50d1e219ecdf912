import type { i18n } from 'i18next'
import type { Finding, SideCounts } from '../../../shared/records/analysis.ts'
import type { ReportLine } from '../../../shared/records/incident-report.ts'
import { instantText } from '../words/reason-text.ts'
import { partsText } from '../words/part-text.ts'

/** How a finding is told: what was counted is an observation, that it is the cause an assumption until it is tried. */
export function findingLines(words: i18n, finding: Finding, timeZone: string): ReportLine[] {
  const what = partsText(words, finding.parts, timeZone)
  const counts = countsText(words, finding.counts)
  if (finding.verdict === 'lead') return [assumption(words.t('report.lead', { what, counts }))]
  return [
    observation(words.t('report.finding', { what, counts })),
    ...ratioLines(words, finding),
    ...(finding.since === null
      ? []
      : [observation(words.t('report.since', { time: instantText(finding.since, timeZone) }))]),
    ...(finding.trend === null ? [] : [observation(words.t(`report.trend.${finding.trend}`))]),
    ...finding.confounders.flatMap(({ column, crude, within }) =>
      crude.value === null || within.value === null
        ? []
        : [
            observation(
              words.t('report.confounder', {
                column,
                crude: figure(words, crude.value),
                within: figure(words, within.value),
              }),
            ),
          ],
    ),
    ...finding.equivalents.flatMap((equivalent) => {
      const other = partsText(words, equivalent.parts, timeZone)
      const { has, hasNot, records } = equivalent.separatedBy
      const told = {
        has: partsText(words, has, timeZone),
        hasNot: partsText(words, hasNot, timeZone),
        count: records,
      }
      return [
        observation(words.t('report.equivalent', { what, other })),
        observation(words.t(records > 0 ? 'report.separationSeen' : 'report.separation', told)),
      ]
    }),
    assumption(words.t('report.cause')),
  ]
}

/** `93 of 100 failing records, 4 of 100 working ones`. */
function countsText(words: i18n, { failing, working }: SideCounts): string {
  return words.t('report.counts', {
    failing: figure(words, failing.inside),
    failingOf: figure(words, failing.of),
    working: figure(words, working.inside),
    workingOf: figure(words, working.of),
  })
}

function ratioLines(words: i18n, { shareRatio, counts }: Finding): ReportLine[] {
  if (counts.working.inside === 0) return [observation(words.t('report.ratioAlone'))]
  const { value, low, high } = shareRatio
  if (value === null || low === null || high === null) return []
  const told = { ratio: figure(words, value), low: figure(words, low), high: figure(words, high) }
  return [observation(words.t('report.ratio', told))]
}

export function observation(text: string): ReportLine {
  return { certainty: 'observation', text }
}

function assumption(text: string): ReportLine {
  return { certainty: 'assumption', text }
}

/** Whole numbers as they are; of others as many digits as people compare. */
export function figure(words: i18n, value: number): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1
  return new Intl.NumberFormat(words.language, { maximumFractionDigits: digits }).format(value)
}

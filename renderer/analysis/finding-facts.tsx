import { Trans, useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/records/analysis.ts'
import { Badge } from '../ui/badge.tsx'
import { Instant } from '../ui/instant.tsx'
import styles from './finding-facts.module.css'
import { useFigures } from './use-figures.ts'

/** How much more common it is among failing ones, whether it is new, and since when it holds. */
export function FindingFacts({ finding }: { finding: Finding }) {
  const { t } = useTranslation('analysis')
  const { trend, since } = finding
  return (
    <div className={styles['facts']}>
      <span>
        <RatioWords finding={finding} />
      </span>
      {trend !== null && (
        <span title={t(`findings.trendHelp.${trend}`)}>
          <Badge tone={trend === 'chronic' ? 'plain' : 'warning'}>{t(`findings.trends.${trend}`)}</Badge>
        </span>
      )}
      {since !== null && (
        <span title={t('findings.sinceNotice')}>
          <Trans t={t} i18nKey="findings.since" components={{ when: <Instant at={since} /> }} />
        </span>
      )}
    </div>
  )
}

function RatioWords({ finding }: { finding: Finding }) {
  const { t } = useTranslation('analysis')
  const figures = useFigures()
  const { value, low, high } = finding.shareRatio
  if (finding.counts.working.inside === 0 || value === null) return t('findings.onlyFailing')
  return (
    <Trans
      t={t}
      i18nKey={high === null ? 'findings.ratioOpen' : 'findings.ratio'}
      values={{ ratio: figures.ratio(value), low: figures.ratio(low), high: figures.ratio(high) }}
      components={{ b: <b /> }}
    />
  )
}

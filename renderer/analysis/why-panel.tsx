import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/records/analysis.ts'
import { Confounders } from './confounders.tsx'
import { CountsTable } from './counts-table.tsx'
import { LEAST_PROBABILITY } from './figures.ts'
import { useFigures } from './use-figures.ts'
import styles from './why-panel.module.css'

/** Every number behind a finding: the table of counts, how sure the ratios are, the test, and what travels with it. */
export function WhyPanel({ finding, number }: { finding: Finding; number: number }) {
  const { t } = useTranslation('analysis')
  const { ratio } = useFigures()
  const { verdict, gain, cost } = finding
  return (
    <section className={styles['why']} aria-label={t('why.label', { number })}>
      <CountsTable finding={finding} />
      <dl className={styles['facts']}>
        <Fact name={t('why.shareRatio')}>
          <Interval ratio={finding.shareRatio} />
        </Fact>
        <Fact name={t('why.oddsRatio')}>
          <Interval ratio={finding.oddsRatio} />
        </Fact>
        <Fact name={t('why.test')}>
          <TestWords test={finding.test} />
        </Fact>
        <Fact name={t('why.risk')}>
          <RiskWords risk={finding.risk} />
        </Fact>
        <Fact name={t('why.evidence')}>
          {t(verdict === 'proven' ? 'why.evidenceProven' : 'why.evidenceLead', {
            gain: ratio(gain),
            cost: ratio(cost),
          })}
        </Fact>
        <Fact name={t('why.confounders')}>
          <Confounders finding={finding} />
        </Fact>
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Interval({ ratio }: { ratio: Finding['shareRatio'] }) {
  const { t } = useTranslation('analysis')
  const figures = useFigures()
  const value = ratio.value === null ? t('why.infinite') : figures.ratio(ratio.value)
  const low = figures.ratio(ratio.low)
  if (ratio.high === null) return t('why.intervalOpen', { value, low })
  return t('why.interval', { value, low, high: figures.ratio(ratio.high) })
}

function TestWords({ test }: { test: Finding['test'] }) {
  const { t } = useTranslation('analysis')
  const figures = useFigures()
  const p = t(test.p < LEAST_PROBABILITY ? 'why.pBelow' : 'why.pIs', { p: figures.probability(test.p) })
  return t(`why.${test.name}`, { p })
}

function RiskWords({ risk }: { risk: Finding['risk'] }) {
  const { t } = useTranslation('analysis')
  const { percent, ratio } = useFigures()
  if (risk === null) return t('why.riskUnknown')
  return t('why.riskIs', {
    inside: percent(risk.inside),
    outside: percent(risk.outside),
    ratio: ratio(risk.ratio.value),
  })
}

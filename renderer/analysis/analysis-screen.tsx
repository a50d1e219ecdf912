import { useTranslation } from 'react-i18next'
import styles from './analysis-screen.module.css'
import { useAnalysis } from './use-analysis.ts'

/** What failing records share: the question on the left, findings in the middle, examples and report on the right. */
export function AnalysisScreen() {
  const { t } = useTranslation('analysis')
  const desk = useAnalysis()
  return (
    <div className={styles['screen']}>
      <section className={styles['question']} aria-label={t('columns.question')}>
        {desk.recordSetId}
      </section>
      <section className={styles['findings']} aria-label={t('columns.findings')}>
        {desk.analysis?.name}
      </section>
      <section className={styles['beside']} aria-label={t('columns.beside')} />
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { AnalysisResult } from '../../shared/records/analysis.ts'
import styles from './unproven-note.module.css'
import { useNeeds } from './use-needs.ts'

/** Said in place of proven findings: why there are none, and what it would take. Nothing where there are some. */
export function UnprovenNote({ result }: { result: AnalysisResult }) {
  const { t } = useTranslation('analysis')
  const needs = useNeeds(result)
  const { findings, sides } = result
  if (findings.some(({ verdict }) => verdict === 'proven')) return null
  if (sides.warnings.some(({ kind }) => kind === 'one-class')) {
    const words = sides.working.records === 0 ? 'unproven.oneClassFailing' : 'unproven.oneClassWorking'
    return (
      <section className={styles['note']}>
        <h3>{t('unproven.oneClass')}</h3>
        <p>{t(words)}</p>
      </section>
    )
  }
  return (
    <section className={styles['note']}>
      <h3>{t('unproven.title')}</h3>
      <p>{t('unproven.body', { needs })}</p>
      <p>{t('unproven.more')}</p>
      {findings.length > 0 && <p>{t('unproven.leads')}</p>}
    </section>
  )
}

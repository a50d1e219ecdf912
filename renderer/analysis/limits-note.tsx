import { useTranslation } from 'react-i18next'
import type { AnalysisResult } from '../../shared/records/analysis.ts'
import styles from './limits-note.module.css'
import { useFigures } from './use-figures.ts'
import { useNeeds } from './use-needs.ts'

/** Scatter up to this much is not worth a sentence. */
const USUAL_DISPERSION = 1.05

/** What these records can prove at all, and what was done to them before they were searched. */
export function LimitsNote({ result }: { result: AnalysisResult }) {
  const { t } = useTranslation('analysis')
  const { count, ratio } = useFigures()
  const needs = useNeeds(result)
  const { sampling, dispersion } = result
  return (
    <section className={styles['limits']} aria-label={t('limits.title')}>
      {/* Where nothing is proven it stands above, in place of the findings. */}
      {result.findings.some(({ verdict }) => verdict === 'proven') && <p>{needs}</p>}
      {sampling !== null && (
        <p>{t('limits.sampling', { rows: count(sampling.rows), of: count(sampling.of) })}</p>
      )}
      {dispersion > USUAL_DISPERSION && <p>{t('limits.dispersion', { times: ratio(dispersion) })}</p>}
    </section>
  )
}

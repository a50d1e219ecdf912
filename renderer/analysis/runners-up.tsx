import { Trans, useTranslation } from 'react-i18next'
import { partsKey } from '../../shared/commonality/findings/signature.ts'
import type { Finding } from '../../shared/records/analysis.ts'
import { Parts } from './parts.tsx'
import { howFarBehind } from './how-far-behind.ts'
import styles from './runners-up.module.css'
import { useFigures } from './use-figures.ts'

/** The next best descriptions, folded, with how far behind they are. */
export function RunnersUp({ finding }: { finding: Finding }) {
  const { t } = useTranslation('analysis')
  const { runnersUp } = finding
  if (runnersUp.length === 0) return null
  return (
    <details className={styles['others']}>
      <summary>{t('runnersUp.summary', { count: runnersUp.length })}</summary>
      <ul>
        {runnersUp.map((runnerUp) => (
          <RunnerUp key={partsKey(runnerUp.parts)} runnerUp={runnerUp} />
        ))}
      </ul>
    </details>
  )
}

function RunnerUp({ runnerUp }: { runnerUp: Finding['runnersUp'][number] }) {
  const { t } = useTranslation('analysis')
  const { count, ratio } = useFigures()
  const { parts, counts, behind } = runnerUp
  return (
    <li>
      <Trans
        t={t}
        i18nKey="runnersUp.line"
        values={{
          failing: count(counts.failing.inside),
          allFailing: count(counts.failing.of),
          working: count(counts.working.inside),
          allWorking: count(counts.working.of),
        }}
        components={{ parts: <Parts parts={parts} /> }}
      />{' '}
      <span className={styles['behind']} title={t('runnersUp.pointsHelp')}>
        {t(`runnersUp.behind.${howFarBehind(behind)}`)} ({t('runnersUp.points', { points: ratio(behind) })})
      </span>
    </li>
  )
}

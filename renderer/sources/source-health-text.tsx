import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-countdown.ts'
import { StateMark } from '../ui/state-mark.tsx'
import type { Source } from '../../shared/records/source.ts'
import { clockSkewWarningMs, type SourceMark } from './source-mark.ts'
import styles from './source-list.module.css'

export interface SourceHealthTextProps {
  source: Source
  mark: SourceMark
  onRefusals: () => void
}

/** A source's health in words: what happened, what still works, what to do. */
export function SourceHealthText({ source, mark, onRefusals }: SourceHealthTextProps) {
  const { t } = useTranslation(['sources', 'faults'])
  const { fault, failures, progress, refusals } = source.health
  const skew = clockSkewWarningMs(source)
  return (
    <div className={styles['health']}>
      {mark !== 'disconnected' && mark !== 'misconfigured' && <p>{t(`sources:health.${mark}`)}</p>}
      {fault !== null && mark !== 'healthy' && (
        <p>
          {t(`faults:${fault.code}`, { source: source.name })}{' '}
          <span className={styles['detail']}>
            {fault.detail}
            {failures > 1 && ` · ${t('sources:health.failures', { count: failures })}`}
          </span>
        </p>
      )}
      {fault === null && mark === 'disconnected' && failures > 0 && (
        <p>{t('sources:health.failures', { count: failures })}</p>
      )}
      {progress !== null && (
        <p className={styles['progress']}>
          <progress
            max={progress.total ?? undefined}
            value={progress.total === null ? undefined : progress.done}
          />
          {progress.total === null
            ? t('sources:health.progress', { done: progress.done })
            : t('sources:health.progressOf', { done: progress.done, total: progress.total })}
        </p>
      )}
      {skew !== null && (
        <p className={styles['warning']}>
          <StateMark state="degraded" />{' '}
          {t(skew > 0 ? 'sources:health.skewAhead' : 'sources:health.skewBehind', {
            length: formatDuration(Math.abs(skew)),
          })}
        </p>
      )}
      {refusals > 0 && (
        <p>
          <Button onPress={onRefusals}>{t('sources:refusals.count', { count: refusals })}</Button>
        </p>
      )}
    </div>
  )
}

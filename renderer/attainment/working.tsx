import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Progress } from '../../shared/contract/progress.ts'
import { Button } from '../ui/button.tsx'
import { useFigureWords } from './use-figure-words.ts'
import styles from './working.module.css'

export interface WorkingProps {
  progress: Progress | null
  onCancel: () => void
  /** Older figures of the same question stand below. */
  isAgain: boolean
}

/** How far the computation has come, and the way to stop it. */
export function Working({ progress, onCancel, isAgain }: WorkingProps) {
  const { t } = useTranslation('attainment')
  const words = useFigureWords()
  const id = useId()
  return (
    <output className={styles['working']}>
      <span id={id}>{t(isAgain ? 'progress.again' : 'progress.waiting')}</span>
      <progress
        aria-labelledby={id}
        {...(progress === null ? {} : { value: progress.done, max: Math.max(1, progress.total) })}
      />
      {progress !== null && (
        <span aria-hidden className={styles['count']}>
          {t('progress.count', { done: words.count(progress.done), total: words.count(progress.total) })}
        </span>
      )}
      <Button onPress={onCancel}>{t('actions.cancel', { ns: 'app' })}</Button>
    </output>
  )
}

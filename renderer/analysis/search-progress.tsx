import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import styles from './search-progress.module.css'
import type { Search } from './use-search.ts'
import { useFigures } from './use-figures.ts'

export interface SearchProgressProps {
  search: Extract<Search, { kind: 'running' }>
  onStop: () => void
}

/** How far the search has come, above what it has found so far. */
export function SearchProgress({ search, onStop }: SearchProgressProps) {
  const { t } = useTranslation('analysis')
  const { count } = useFigures()
  const { done, total, answer } = search
  const words =
    total === 0 ? t('searching.starting') : t('searching.running', { done: count(done), total: count(total) })
  return (
    <div className={styles['progress']}>
      <span className={styles['line']}>
        <span className={styles['words']}>{words}</span>
        <progress aria-label={t('searching.label')} {...(total === 0 ? {} : { value: done, max: total })} />
        <Button onPress={onStop}>
          {t('searching.cancel')}
          <Kbd keys="Esc" />
        </Button>
      </span>
      {answer !== null && <p className={styles['provisional']}>{t('searching.provisional')}</p>}
    </div>
  )
}

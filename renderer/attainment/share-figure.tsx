import { useTranslation } from 'react-i18next'
import { type Counts, decided, isFew } from './counts.ts'
import styles from './share-figure.module.css'
import { useFigureWords } from './use-figure-words.ts'

/** `95.6 % 412 of 431`: never a share without its counts, and with few cases the counts alone speak. */
export function ShareFigure({ counts }: { counts: Pick<Counts, 'kept' | 'broken'> }) {
  const { t } = useTranslation('attainment')
  const words = useFigureWords()
  if (decided(counts) === 0) return <span className={styles['muted']}>{t('chart.noCases')}</span>
  const few = isFew(counts)
  return (
    <span className={styles['figure']} {...(few ? { title: t('table.few') } : {})}>
      <span className={few ? styles['muted'] : styles['share']}>{words.share(counts)}</span>{' '}
      <span className={few ? styles['plain'] : styles['muted']}>{words.keptOf(counts)}</span>
    </span>
  )
}

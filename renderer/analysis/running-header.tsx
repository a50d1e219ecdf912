import { useTranslation } from 'react-i18next'
import type { AnalysisResult } from '../../shared/records/analysis.ts'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import styles from './analysis-header.module.css'
import { SidesWords } from './sides-words.tsx'

export interface RunningHeaderProps {
  question: AnalysisQuestion
  /** The answer so far. */
  answer: AnalysisResult | null
}

/** What is being asked, as tall as the header of what comes of it: nothing moves when the search ends. */
export function RunningHeader({ question, answer }: RunningHeaderProps) {
  const { t } = useTranslation('analysis')
  return (
    <header className={styles['header']}>
      <div className={styles['title']}>
        <h2>{question.definition.failed ?? t('searching.counted')}</h2>
      </div>
      <p className={styles['facts']}>
        {answer === null ? t('searching.starting') : <SidesWords sides={answer.sides} />}
      </p>
    </header>
  )
}

import { useTranslation } from 'react-i18next'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { Section } from './section.tsx'
import { SideFigures } from './side-figures.tsx'
import { SideWarnings } from './side-warnings.tsx'
import styles from './sides-section.module.css'
import type { Sides } from './use-sides.ts'

export interface SidesSectionProps {
  sides: Sides
  recordSet: RecordSet
  question: AnalysisQuestion
  onChange: (question: AnalysisQuestion) => void
  mayChange: boolean
}

/** How many fail and how many work, from when to when, and what makes the two hard to compare. */
export function SidesSection(props: SidesSectionProps) {
  const { t } = useTranslation('records')
  return (
    <Section title={t('sides.title')}>
      <SidesBody {...props} />
    </Section>
  )
}

function SidesBody({ sides, recordSet, question, onChange, mayChange }: SidesSectionProps) {
  const { t } = useTranslation('records')
  switch (sides.kind) {
    case 'waiting':
      return <p className={styles['muted']}>{t('sides.waiting')}</p>
    case 'loading':
      return (
        <output aria-label={t('sides.loading')} className={styles['body']}>
          <Skeleton width="70%" />
          <Skeleton width="55%" />
        </output>
      )
    case 'failed':
      return <RefusalNote error={sides.error} />
    case 'known':
      return (
        <div className={styles['body']} aria-busy={sides.isStale}>
          <SideFigures summary={sides.summary} rows={recordSet.rows} />
          <SideWarnings
            warnings={sides.summary.warnings}
            matchOn={question.matchOn}
            onMatch={
              mayChange ? (column) => onChange({ ...question, matchOn: [...question.matchOn, column] }) : null
            }
          />
        </div>
      )
    default:
      return sides satisfies never
  }
}

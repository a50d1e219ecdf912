import { useTranslation } from 'react-i18next'
import type { SidesSummary } from '../../shared/records/analysis.ts'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useSettled } from '../workshop/use-settled.ts'
import { Section } from './section.tsx'
import { SideWarnings } from './side-warnings.tsx'
import { SideFigures } from './side-figures.tsx'
import styles from './sides-section.module.css'

/** After the last key, so that a count is not asked for at every letter. */
const SETTLE_MS = 350

export interface SidesSectionProps {
  recordSet: RecordSet
  question: AnalysisQuestion
  onChange: (question: AnalysisQuestion) => void
  /** Whether it is said what failing means, without fault. */
  isSound: boolean
  mayChange: boolean
}

/** How many fail and how many work, from when to when, and what makes the two hard to compare. */
export function SidesSection({ recordSet, question, onChange, isSound, mayChange }: SidesSectionProps) {
  const { t } = useTranslation('records')
  const client = useClient()
  const definition = JSON.stringify(question.definition)
  // The two settle together: a text that was faulty a moment ago must not be asked about as it was.
  const settled = useSettled(isSound ? definition : null, SETTLE_MS)
  const columns = JSON.stringify(recordSet.columns.map(({ kind, role }) => [kind, role]))
  const sides = useQuery(
    settled === null ? null : `sides ${recordSet.id}`,
    async (signal) => {
      const input = { recordSetId: recordSet.id, definition: question.definition }
      return { of: definition, summary: await client.records.sides(input, { signal }) }
    },
    `${settled} ${columns}`,
  )
  const isStale = sides.isLoading || sides.data?.of !== definition

  return (
    <Section title={t('sides.title')}>
      {!isSound ? (
        <p className={styles['muted']}>{t('sides.waiting')}</p>
      ) : sides.error === null ? (
        <SidesBody
          summary={sides.data?.summary ?? null}
          isStale={isStale}
          recordSet={recordSet}
          question={question}
          onChange={onChange}
          mayChange={mayChange}
        />
      ) : (
        <FailureNote error={sides.error} />
      )}
    </Section>
  )
}

interface SidesBodyProps {
  summary: SidesSummary | null
  isStale: boolean
  recordSet: RecordSet
  question: AnalysisQuestion
  onChange: (question: AnalysisQuestion) => void
  mayChange: boolean
}

function SidesBody({ summary, isStale, recordSet, question, onChange, mayChange }: SidesBodyProps) {
  const { t } = useTranslation('records')
  if (summary === null) {
    return (
      <output aria-label={t('sides.loading')} className={styles['body']}>
        <Skeleton width="70%" />
        <Skeleton width="55%" />
      </output>
    )
  }
  return (
    <div className={styles['body']} aria-busy={isStale}>
      <SideFigures summary={summary} rows={recordSet.rows} />
      <SideWarnings
        warnings={summary.warnings}
        matchOn={question.matchOn}
        onMatch={
          mayChange ? (column) => onChange({ ...question, matchOn: [...question.matchOn, column] }) : null
        }
      />
    </div>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnalysisComparison } from '../../shared/contract/analyses.ts'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './comparison-dialog.module.css'
import { Parts } from './parts.tsx'
import { useFigures } from './use-figures.ts'

interface Named {
  readonly id: string
  readonly name: string
}

export interface ComparisonDialogProps {
  first: Named
  second: Named
  onClose: () => void
}

/** What two analyses have in common and what only one of them found. */
export function ComparisonDialog({ first, second, onClose }: ComparisonDialogProps) {
  const { t } = useTranslation('analysis')
  const client = useClient()
  const query = useQuery(`compare ${first.id} ${second.id}`, (signal) =>
    client.analyses.compare({ first: first.id, second: second.id }, { signal }),
  )
  return (
    <Dialog title={t('compare.title')} isOpen onClose={onClose} size="large">
      <div className={styles['comparison']}>
        <p className={styles['muted']}>
          {t('compare.first', { name: first.name })}
          <br />
          {t('compare.second', { name: second.name })}
        </p>
        <FailureNote error={query.error} />
        {query.data === undefined && query.isLoading && (
          <output aria-label={t('compare.loading')}>
            <Skeleton width="60%" />
          </output>
        )}
        {query.data !== undefined && <Comparison comparison={query.data} />}
      </div>
    </Dialog>
  )
}

function Comparison({ comparison: { same, onlyFirst, onlySecond } }: { comparison: AnalysisComparison }) {
  const { t } = useTranslation('analysis')
  return (
    <>
      <Group title={t('compare.same')}>
        {same.map(({ first, second, ratioChange }) => (
          <li key={first.id}>
            <Parts parts={first.parts} /> <Strengths first={first} second={second} change={ratioChange} />
          </li>
        ))}
      </Group>
      <Group title={t('compare.onlyFirst')}>
        {onlyFirst.map((finding) => (
          <Alone key={finding.id} finding={finding} />
        ))}
      </Group>
      <Group title={t('compare.onlySecond')}>
        {onlySecond.map((finding) => (
          <Alone key={finding.id} finding={finding} />
        ))}
      </Group>
    </>
  )
}

function Group({ title, children }: { title: string; children: readonly ReactNode[] }) {
  const { t } = useTranslation('analysis')
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children.length === 0 ? (
        <p className={styles['muted']}>{t('compare.none')}</p>
      ) : (
        <ul className={styles['list']}>{children}</ul>
      )}
    </section>
  )
}

type NamedFinding = AnalysisComparison['onlyFirst'][number]

function Alone({ finding }: { finding: NamedFinding }) {
  const { t } = useTranslation('analysis')
  const { count } = useFigures()
  return (
    <li>
      <Parts parts={finding.parts} />{' '}
      <span className={styles['muted']}>{t('compare.covers', { failing: count(finding.failing) })}</span>
    </li>
  )
}

function Strengths(props: { first: NamedFinding; second: NamedFinding; change: number | null }) {
  const { t } = useTranslation('analysis')
  const { count, ratio } = useFigures()
  const { first, second, change } = props
  const sides = t('compare.was', { first: count(first.failing), second: count(second.failing) })
  return (
    <span className={styles['muted']}>
      {sides}
      {change !== null && <>; {t('compare.change', { times: ratio(change) })}</>}
    </span>
  )
}

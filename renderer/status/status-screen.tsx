import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useKeys } from '../app/keys.tsx'
import { newSourcePath } from '../sources/sources-path.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { filterPages, type PageScope } from './page-filter.ts'
import { PageList } from './page-list.tsx'
import { ProviderPageView } from './provider-page-view.tsx'
import { sourceIdOfStatusPath, statusPath } from './status-path.ts'
import styles from './status-screen.module.css'
import { usePageViews } from './use-page-views.ts'

/** All provider pages: a list, worst first, and the chosen page beside it. */
export function StatusScreen() {
  const { t } = useTranslation('status')
  const [location, navigate] = useLocation()
  const [words, setWords] = useState('')
  const [scope, setScope] = useState<PageScope>('all')
  const { views, isLoading, problem } = usePageViews()
  const found = filterPages(views, words, scope)
  const wanted = sourceIdOfStatusPath(location)
  const selected = views.find((view) => view.sourceId === wanted) ?? found[0] ?? null

  function move(step: number): void {
    const at = found.findIndex((view) => view.sourceId === selected?.sourceId)
    const next = found[Math.min(found.length - 1, Math.max(0, at + step))]
    if (next !== undefined) navigate(statusPath(next.sourceId), { replace: true })
  }

  useKeys(t('title'), [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
  ])

  if (views.length === 0) {
    if (problem !== null) return <FailureNote error={problem} />
    return isLoading ? <LoadingStatus /> : <NoPages onAdd={() => navigate(newSourcePath)} />
  }
  return (
    <div className={styles['screen']}>
      <PageList
        views={found}
        all={views}
        selectedId={selected?.sourceId ?? null}
        words={words}
        onWords={setWords}
        scope={scope}
        onScope={setScope}
      />
      <div className={styles['detail']}>
        {selected === null ? (
          <EmptyState
            title={t('nothingFound')}
            actions={
              <Button
                onPress={() => {
                  setWords('')
                  setScope('all')
                }}
              >
                {t('showAll')}
              </Button>
            }
          />
        ) : (
          <ProviderPageView key={selected.sourceId} view={selected} />
        )}
      </div>
    </div>
  )
}

function NoPages({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation('status')
  return (
    <EmptyState
      title={t('empty.title')}
      actions={
        <Button variant="primary" onPress={onAdd}>
          {t('empty.action')}
        </Button>
      }
    >
      {t('empty.body')}
    </EmptyState>
  )
}

/** The shape of the list and the page while both are on their way. */
function LoadingStatus() {
  const { t } = useTranslation('status')
  return (
    <output className={styles['screen']} aria-label={t('strip.waiting')}>
      <div className={styles['loadingList']}>
        {[70, 55, 80, 60, 45].map((width) => (
          <Skeleton key={width} width={`${width}%`} />
        ))}
      </div>
      <div className={styles['loadingPage']}>
        <Skeleton width="30%" />
        <Skeleton width="70%" />
        <Skeleton width="55%" />
      </div>
    </output>
  )
}

import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Source } from '../../shared/records/source.ts'
import { paths } from '../app/paths.ts'
import { useMay } from '../app/client.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** Why there is not a single row: nothing is connected, nothing was read yet, or nothing is open. */
export function BoardEmpty({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation('board')
  const [, navigate] = useLocation()
  const mayAdd = useMay('admin')
  const desks = sources.filter((source) => source.role === 'tickets')
  if (desks.length === 0) {
    return (
      <EmptyState
        title={t('empty.noSources')}
        actions={
          mayAdd && (
            <Button variant="primary" onPress={() => navigate(paths.firstRun)}>
              {t('empty.addSource')}
            </Button>
          )
        }
      >
        {t('empty.noSourcesHow')}
      </EmptyState>
    )
  }
  if (desks.every((source) => source.health.lastSuccessAt === null)) {
    return <EmptyState title={t('empty.reading')}>{<ReadingProgress desks={desks} />}</EmptyState>
  }
  return <EmptyState title={t('empty.noneOpen')}>{t('empty.noneOpenHow')}</EmptyState>
}

function ReadingProgress({ desks }: { desks: readonly Source[] }) {
  const { t } = useTranslation('board')
  const progress = desks.find((source) => source.health.progress !== null)?.health.progress ?? null
  if (progress === null) return t('empty.readingHow')
  const { done, total } = progress
  const counted = total === null ? t('empty.progressUnknown', { done }) : t('empty.progress', { done, total })
  return `${counted} ${t('empty.readingHow')}`
}

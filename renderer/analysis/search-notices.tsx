import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import type { Search } from './use-search.ts'

export interface SearchNoticesProps {
  search: Search
  /** Null where the viewer may not search. */
  onAgain: (() => void) | null
  /** Set where the question was edited since it was answered. */
  onUndo: (() => void) | null
  /** Set where the findings stand in another order than that of the answer. */
  onRank: (() => void) | null
}

/** What became of the last search, and how what is shown differs from what would be found now. */
export function SearchNotices({ search, onAgain, onUndo, onRank }: SearchNoticesProps) {
  const { t } = useTranslation('analysis')
  const again = onAgain !== null && <Button onPress={onAgain}>{t('searching.again')}</Button>
  return (
    <>
      {search.kind === 'failed' && <FailureNote error={search.error} actions={again} />}
      {search.kind === 'cancelled' && (
        <Banner tone="information" actions={again}>
          {t('searching.cancelled')}
        </Banner>
      )}
      {onUndo !== null && (
        <Banner
          tone="information"
          actions={
            <>
              {again}
              <Button onPress={onUndo}>{t('header.back')}</Button>
            </>
          }
        >
          {t('header.changed')}
        </Banner>
      )}
      {onRank !== null && (
        <Banner tone="information" actions={<Button onPress={onRank}>{t('order.rank')}</Button>}>
          {t('order.held')}
        </Banner>
      )}
    </>
  )
}

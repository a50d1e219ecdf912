import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../app/paths.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** No promise was decided in the months; says what would be here and how to get it. */
export function NothingDecided() {
  const { t } = useTranslation('attainment')
  const [, navigate] = useLocation()
  return (
    <EmptyState
      title={t('empty.title')}
      actions={<Button onPress={() => navigate(`${paths.settings}/contracts`)}>{t('empty.settings')}</Button>}
    >
      {t('empty.body')}
    </EmptyState>
  )
}

/** There are figures, but none for what was chosen. */
export function NothingChosen({ onShowAll }: { onShowAll: () => void }) {
  const { t } = useTranslation('attainment')
  return (
    <EmptyState
      title={t('empty.choiceTitle')}
      actions={
        <Button variant="primary" onPress={onShowAll}>
          {t('empty.showAll')}
        </Button>
      }
    >
      {t('empty.choiceBody')}
    </EmptyState>
  )
}

/** Stopped by the reader before there was an answer. */
export function Stopped({ onComputeAgain }: { onComputeAgain: () => void }) {
  const { t } = useTranslation('attainment')
  return (
    <EmptyState
      title={t('cancelled.title')}
      actions={
        <Button variant="primary" onPress={onComputeAgain}>
          {t('computeAgain')}
        </Button>
      }
    >
      {t('cancelled.body')}
    </EmptyState>
  )
}

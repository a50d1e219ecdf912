import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

/** Asks before a search is given up: what it found so far is not kept. */
export function StopDialog({ onStop, onGoOn }: { onStop: () => void; onGoOn: () => void }) {
  const { t } = useTranslation('analysis')
  return (
    <ConfirmDialog
      title={t('searching.stopTitle')}
      isOpen
      confirmLabel={t('searching.stop')}
      onConfirm={onStop}
      onCancel={onGoOn}
    >
      {t('searching.stopBody')}
    </ConfirmDialog>
  )
}

import { useTranslation } from 'react-i18next'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import type { ChangeableAnalysis } from './use-analysis-change.ts'

export interface RemoveAnalysisDialogProps {
  analysis: ChangeableAnalysis
  onClose: () => void
  onRemoved: () => void
}

/** Asks before an analysis goes, and says what stays. */
export function RemoveAnalysisDialog({ analysis, onClose, onRemoved }: RemoveAnalysisDialogProps) {
  const { t } = useTranslation('analysis')
  const client = useClient()
  const removal = useAction(() => client.analyses.remove({ analysisId: analysis.id }))

  async function remove(): Promise<void> {
    if (await removal.run(undefined)) onRemoved()
  }

  return (
    <ConfirmDialog
      title={t('remove.title', { name: analysis.name })}
      isOpen
      isDanger
      isPending={removal.isPending}
      confirmLabel={t('remove.confirm')}
      onCancel={onClose}
      onConfirm={() => void remove()}
    >
      <p>{t('remove.body')}</p>
      <FailureNote error={removal.error} />
    </ConfirmDialog>
  )
}

import { useTranslation } from 'react-i18next'
import type { PolicySummary } from '../../shared/contract/policies.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'

export interface RemoveContractDialogProps {
  policy: PolicySummary
  onClose: () => void
  onRemoved: (policy: PolicySummary) => void
}

/** Asks before a contract of the hub goes, and says what becomes of its tickets. */
export function RemoveContractDialog({ policy, onClose, onRemoved }: RemoveContractDialogProps) {
  const { t } = useTranslation('workshop')
  const client = useClient()
  const removal = useAction(() => client.policies.remove({ id: policy.id }))

  async function remove(): Promise<void> {
    if (await removal.run(undefined)) onRemoved(policy)
  }

  return (
    <ConfirmDialog
      title={t('remove.title', { name: policy.name })}
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

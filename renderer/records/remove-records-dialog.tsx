import { useTranslation } from 'react-i18next'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { useAmounts } from './use-amounts.ts'

export interface RemoveRecordsDialogProps {
  recordSet: RecordSet
  onClose: () => void
  onRemoved: () => void
}

/** Asks before records are forgotten. */
export function RemoveRecordsDialog({ recordSet, onClose, onRemoved }: RemoveRecordsDialogProps) {
  const { t } = useTranslation('records')
  const client = useClient()
  const amounts = useAmounts()
  const removal = useAction(() => client.records.remove({ recordSetId: recordSet.id }))

  async function remove(): Promise<void> {
    if (await removal.run(undefined)) onRemoved()
  }

  return (
    <ConfirmDialog
      title={t('removal.title', { name: recordSet.name })}
      isOpen
      isDanger
      confirmLabel={t('removal.confirm')}
      onConfirm={() => void remove()}
      onCancel={onClose}
      isPending={removal.isPending}
    >
      <p>{t('removal.body', { count: recordSet.rows, rows: amounts.count(recordSet.rows) })}</p>
      <RefusalNote error={removal.error} />
    </ConfirmDialog>
  )
}

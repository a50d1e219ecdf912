import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../shared/records/source.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './remove-dialog.module.css'

export interface RemoveDialogProps {
  source: Source
  onClose: () => void
  onRemoved: () => void
}

/** Asks before a source and all that came from it goes. Records are lost, so the name has to be typed for them. */
export function RemoveDialog({ source, onClose, onRemoved }: RemoveDialogProps) {
  const { t, i18n } = useTranslation(['sources', 'app'])
  const client = useClient()
  const [typed, setTyped] = useState('')
  const removal = useAction(() => client.sources.remove({ sourceId: source.id }))
  const asksForName = source.role === 'tickets' && source.health.records > 0
  const isConfirmed = !asksForName || typed.trim() === source.name

  async function remove(): Promise<void> {
    if (isConfirmed && (await removal.run(undefined))) onRemoved()
  }

  return (
    <Dialog
      title={t('sources:remove.title', { source: source.name })}
      isOpen
      onClose={onClose}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>{t('app:actions.cancel')}</Button>
          <Button
            variant="danger"
            onPress={() => void remove()}
            isDisabled={!isConfirmed}
            isPending={removal.isPending}
          >
            {t('sources:remove.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <p>
          {source.role === 'tickets'
            ? t('sources:remove.records', { count: source.health.records.toLocaleString(i18n.language) })
            : t('sources:remove.page')}
        </p>
        <p>{t('sources:remove.elsewhere')}</p>
        {asksForName && (
          <TextField
            label={t('sources:remove.typeName')}
            placeholder={source.name}
            value={typed}
            onChange={setTyped}
          />
        )}
        <FailureNote error={removal.error} />
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type ColumnDraft, profileOf } from './column-draft.ts'
import styles from './columns-dialog.module.css'
import { freshId } from './fresh-id.ts'
import { RefusalNote } from './refusal-note.tsx'

export interface KeepProfileProps {
  drafts: readonly ColumnDraft[]
  recordSet: RecordSet
}

/** Keeps what the columns are as a layout, by which files with the same header are read from then on. */
export function KeepProfile({ drafts, recordSet }: KeepProfileProps) {
  const { t } = useTranslation(['records', 'app'])
  const client = useClient()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [kept, setKept] = useState<string | null>(null)
  const keeping = useAction((chosen: string) =>
    client.records.saveProfile(profileOf(drafts, recordSet, freshId(), chosen)),
  )

  async function keep(): Promise<void> {
    const chosen = name.trim()
    if (chosen === '' || !(await keeping.run(chosen))) return
    setKept(chosen)
    setOpen(false)
  }

  return (
    <>
      {kept === null ? (
        <Button onPress={() => setOpen(true)}>{t('columns.keepAs')}</Button>
      ) : (
        <output>{t('columns.kept', { name: kept })}</output>
      )}
      <Dialog
        title={t('columns.keepAs')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        size="small"
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{t('app:actions.cancel')}</Button>
            <Button
              variant="primary"
              isDisabled={name.trim() === ''}
              isPending={keeping.isPending}
              onPress={() => void keep()}
            >
              {t('columns.keep')}
            </Button>
          </>
        }
      >
        <div className={styles['keep']}>
          <TextField
            label={t('columns.profileName')}
            help={t('columns.profileHelp')}
            value={name}
            onChange={setName}
            maxLength={100}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to type into it
            autoFocus
          />
          <RefusalNote error={keeping.error} />
        </div>
      </Dialog>
    </>
  )
}

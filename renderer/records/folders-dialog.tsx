import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FolderState, RecordFolder } from '../../shared/contract/records.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { useQuery } from '../app/use-query.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { FolderForm } from './folder-form.tsx'
import { FolderTable } from './folder-table.tsx'
import { freshId } from './fresh-id.ts'
import { ListSkeleton } from './list-skeleton.tsx'
import styles from './record-panel.module.css'

/** Folders of the hub's machine whose new files become record sets by themselves. */
export function FoldersDialog({ mayChange, onClose }: { mayChange: boolean; onClose: () => void }) {
  const { t } = useTranslation('records')
  const client = useClient()
  const { timeZone } = useViewerZone()
  const folders = useQuery('record-folders', (signal) => client.records.folders(undefined, { signal }))
  const [edited, setEdited] = useState<RecordFolder | null>(null)
  const [removed, setRemoved] = useState<FolderState | null>(null)
  const removal = useAction((id: string) => client.records.removeFolder({ id }))

  async function remove(id: string): Promise<void> {
    if (!(await removal.run(id))) return
    setRemoved(null)
    folders.reload()
  }

  function add(): void {
    setEdited({
      id: freshId(),
      name: '',
      path: '',
      pattern: '*.csv',
      profileId: null,
      timeZone,
      enabled: true,
    })
  }

  return (
    <Dialog title={t('folders.title')} isOpen onClose={onClose} size="large">
      <div className={styles['stack']}>
        <p className={styles['muted']}>{t('folders.lead')}</p>
        <FailureNote error={folders.error} />
        {folders.data === undefined ? (
          folders.isLoading && <ListSkeleton />
        ) : (
          <FolderTable
            folders={folders.data}
            mayChange={mayChange}
            onEdit={setEdited}
            onRemove={setRemoved}
          />
        )}
        {mayChange && edited === null && (
          <div>
            <Button onPress={add}>
              <PlusIcon />
              {t('folders.add')}
            </Button>
          </div>
        )}
        {edited !== null && (
          <FolderForm
            key={edited.id}
            folder={edited}
            onClose={() => setEdited(null)}
            onSaved={() => {
              setEdited(null)
              folders.reload()
            }}
          />
        )}
      </div>
      {removed !== null && (
        <ConfirmDialog
          title={t('folders.removeTitle', { name: removed.folder.name })}
          isOpen
          isDanger
          confirmLabel={t('folders.removeConfirm')}
          onConfirm={() => void remove(removed.folder.id)}
          onCancel={() => setRemoved(null)}
          isPending={removal.isPending}
        >
          <p>{t('folders.removeBody')}</p>
          <FailureNote error={removal.error} />
        </ConfirmDialog>
      )}
    </Dialog>
  )
}

import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { FolderState, RecordFolder } from '../../shared/contract/records.ts'
import { AgeSentence } from '../ui/age-sentence.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { type DataColumn, DataTable } from '../ui/data-table.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import styles from './record-panel.module.css'

export interface FolderTableProps {
  folders: readonly FolderState[]
  mayChange: boolean
  onEdit: (folder: RecordFolder) => void
  onRemove: (state: FolderState) => void
}

/** Watched folders with how they fare. */
export function FolderTable({ folders, mayChange, onEdit, onRemove }: FolderTableProps) {
  const { t } = useTranslation('records')
  return (
    <DataTable
      label={t('folders.table')}
      columns={folderColumns(t, mayChange ? { onEdit, onRemove } : null)}
      rows={folders}
      rowKey={({ folder }) => folder.id}
      empty={t('folders.none')}
    />
  )
}

function folderColumns(
  t: TFunction<'records'>,
  tools: Pick<FolderTableProps, 'onEdit' | 'onRemove'> | null,
): DataColumn<FolderState>[] {
  return [
    { id: 'name', header: t('folders.name'), cell: (state) => state.folder.name },
    {
      id: 'path',
      header: t('folders.path'),
      cell: (state) => (
        <code>
          {state.folder.path} {state.folder.pattern}
        </code>
      ),
    },
    { id: 'state', header: t('folders.state'), cell: (state) => <FolderMark state={state} /> },
    {
      id: 'actions',
      header: '',
      align: 'end',
      cell: (state) =>
        tools !== null && (
          <div className={styles['actions']}>
            <Button
              variant="quiet"
              aria-label={t('folders.edit', { name: state.folder.name })}
              onPress={() => tools.onEdit(state.folder)}
            >
              {t('folders.change')}
            </Button>
            <IconButton
              label={t('folders.remove', { name: state.folder.name })}
              onPress={() => tools.onRemove(state)}
            >
              <CloseIcon />
            </IconButton>
          </div>
        ),
    },
  ]
}

function FolderMark({ state: { folder, fault, lastImportAt } }: { state: FolderState }) {
  const { t } = useTranslation('records')
  if (!folder.enabled) return <StateMark state="paused" word={t('folders.paused')} />
  if (fault !== null) return <StateMark state="breached" word={fault} />
  if (lastImportAt === null) return <StateMark state="unknown" word={t('folders.never')} />
  return (
    <>
      <StateMark state="ok" /> <AgeSentence at={lastImportAt} say={(age) => t('folders.last', { age })} />
    </>
  )
}

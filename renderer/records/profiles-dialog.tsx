import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ColumnProfile } from '../../shared/records/record-set.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { useQuery } from '../app/use-query.ts'
import { IconButton } from '../ui/button.tsx'
import { type DataColumn, DataTable } from '../ui/data-table.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import styles from './record-panel.module.css'
import { type Amounts, useAmounts } from './use-amounts.ts'

type Profile = ColumnProfile & { own: boolean }

/** The layouts that are known; those of this hub can be removed. */
export function ProfilesDialog({ mayChange, onClose }: { mayChange: boolean; onClose: () => void }) {
  const { t } = useTranslation('records')
  const client = useClient()
  const amounts = useAmounts()
  const profiles = useQuery('column-profiles', (signal) => client.records.profiles(undefined, { signal }))
  const removal = useAction((id: string) => client.records.removeProfile({ id }))

  async function remove(id: string): Promise<void> {
    if (await removal.run(id)) profiles.reload()
  }

  return (
    <Dialog title={t('profiles.title')} isOpen onClose={onClose}>
      <div className={styles['stack']}>
        <p className={styles['muted']}>{t('profiles.lead')}</p>
        <FailureNote error={profiles.error ?? removal.error} />
        {profiles.data === undefined ? (
          profiles.isLoading && <ListSkeleton />
        ) : (
          <DataTable
            label={t('profiles.table')}
            columns={profileColumns(t, amounts, mayChange ? (id) => void remove(id) : null)}
            rows={profiles.data}
            rowKey={({ id }) => id}
            empty={t('profiles.none')}
          />
        )}
      </div>
    </Dialog>
  )
}

function profileColumns(
  t: TFunction<'records'>,
  amounts: Amounts,
  onRemove: ((id: string) => void) | null,
): DataColumn<Profile>[] {
  return [
    { id: 'name', header: t('profiles.name'), cell: (profile) => profile.name },
    {
      id: 'columns',
      header: t('profiles.columns'),
      cell: (profile) => amounts.count(profile.columns.length),
      align: 'end',
    },
    {
      id: 'source',
      header: t('profiles.source'),
      cell: (profile) => t(profile.own ? 'profiles.own' : 'profiles.shipped'),
    },
    {
      id: 'remove',
      header: '',
      align: 'end',
      cell: (profile) =>
        profile.own &&
        onRemove !== null && (
          <IconButton
            label={t('profiles.remove', { name: profile.name })}
            onPress={() => onRemove(profile.id)}
          >
            <CloseIcon />
          </IconButton>
        ),
    },
  ]
}

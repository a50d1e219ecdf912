import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../shared/contract/access.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { useQuery } from '../app/use-query.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { type DataColumn, DataTable } from '../ui/data-table.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { CloseIcon, PlusIcon } from '../ui/icons.tsx'
import { Instant } from '../ui/instant.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { AddUserDialog } from './add-user-dialog.tsx'
import styles from './settings.module.css'

/** Users with their roles. */
export function UsersPanel() {
  const { t } = useTranslation('settings')
  const client = useClient()
  const users = useQuery('users', (signal) => client.access.users({}, { signal }))
  const [isAdding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<string | null>(null)
  const removal = useAction(async (name: string) => {
    await client.access.removeUser({ name })
    users.reload()
  })
  return (
    <Panel
      title={t('access.users')}
      actions={
        <Button onPress={() => setAdding(true)}>
          <PlusIcon /> {t('access.addUser')}
        </Button>
      }
    >
      <div className={styles['stack']}>
        <p className={styles['muted']}>{t('access.usersLead')}</p>
        <FailureNote error={users.error ?? removal.error} />
        {users.data === undefined && users.error === null && <Skeleton width="50%" />}
        {users.data !== undefined && (
          <DataTable
            label={t('access.users')}
            rows={users.data}
            rowKey={(user) => user.name}
            empty={t('access.noUsers')}
            columns={userColumns(t, setLeaving)}
          />
        )}
      </div>
      {isAdding && (
        <AddUserDialog
          onClose={() => setAdding(false)}
          onAdded={() => {
            setAdding(false)
            users.reload()
          }}
        />
      )}
      {leaving !== null && (
        <ConfirmDialog
          isOpen
          isDanger
          title={t('access.removeUserTitle', { name: leaving })}
          confirmLabel={t('access.removeUser', { name: leaving })}
          onCancel={() => setLeaving(null)}
          onConfirm={() => {
            void removal.run(leaving)
            setLeaving(null)
          }}
        >
          {t('access.removeUserBody', { name: leaving })}
        </ConfirmDialog>
      )}
    </Panel>
  )
}

function userColumns(t: TFunction<'settings'>, onRemove: (name: string) => void): DataColumn<User>[] {
  return [
    { id: 'name', header: t('access.name'), cell: (user) => user.name },
    { id: 'role', header: t('access.role'), cell: (user) => t(`access.roles.${user.role}`) },
    { id: 'created', header: t('access.created'), cell: (user) => <Instant at={user.createdAt} /> },
    {
      id: 'remove',
      header: '',
      align: 'end',
      cell: (user) => (
        <IconButton label={t('access.removeUser', { name: user.name })} onPress={() => onRemove(user.name)}>
          <CloseIcon />
        </IconButton>
      ),
    },
  ]
}

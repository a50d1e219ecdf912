import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WallToken } from '../../shared/contract/access.ts'
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
import { AddWallDialog } from './add-wall-dialog.tsx'
import styles from './settings.module.css'
import { isReachedByWalls } from './wall-link.ts'

/** Walls with a read-only token of their own. */
export function WallTokensPanel() {
  const { t } = useTranslation('settings')
  const client = useClient()
  const tokens = useQuery('wall-tokens', (signal) => client.access.wallTokens({}, { signal }))
  const canAdd = isReachedByWalls(new URL(window.location.href))
  const [isAdding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<WallToken | null>(null)
  const revocation = useAction(async (id: string) => {
    await client.access.revokeWallToken({ id })
    tokens.reload()
  })
  return (
    <Panel
      title={t('access.tokens')}
      actions={
        canAdd && (
          <Button onPress={() => setAdding(true)}>
            <PlusIcon /> {t('access.addToken')}
          </Button>
        )
      }
    >
      <div className={styles['stack']}>
        <p className={styles['muted']}>{t(canAdd ? 'access.tokensLead' : 'access.needHub')}</p>
        <FailureNote error={tokens.error ?? revocation.error} />
        {tokens.data === undefined && tokens.error === null && <Skeleton width="50%" />}
        {tokens.data !== undefined && (
          <DataTable
            label={t('access.tokens')}
            rows={tokens.data}
            rowKey={(token) => token.id}
            empty={t('access.noTokens')}
            columns={tokenColumns(t, setRevoking)}
          />
        )}
      </div>
      {isAdding && <AddWallDialog onClose={() => setAdding(false)} onAdded={tokens.reload} />}
      {revoking !== null && (
        <ConfirmDialog
          isOpen
          isDanger
          title={t('access.revokeTitle', { label: revoking.label })}
          confirmLabel={t('access.confirmRevoke')}
          onCancel={() => setRevoking(null)}
          onConfirm={() => {
            void revocation.run(revoking.id)
            setRevoking(null)
          }}
        >
          {t('access.revokeBody')}
        </ConfirmDialog>
      )}
    </Panel>
  )
}

function tokenColumns(
  t: TFunction<'settings'>,
  onRevoke: (token: WallToken) => void,
): DataColumn<WallToken>[] {
  return [
    { id: 'label', header: t('access.label'), cell: (token) => token.label },
    { id: 'created', header: t('access.created'), cell: (token) => <Instant at={token.createdAt} /> },
    {
      id: 'used',
      header: t('access.lastUsed'),
      cell: (token) =>
        token.lastUsedAt === null ? t('access.neverUsed') : <Instant at={token.lastUsedAt} />,
    },
    {
      id: 'revoke',
      header: '',
      align: 'end',
      cell: (token) => (
        <IconButton label={t('access.revoke', { label: token.label })} onPress={() => onRevoke(token)}>
          <CloseIcon />
        </IconButton>
      ),
    },
  ]
}

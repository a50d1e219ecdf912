import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Source } from '../../shared/records/source.ts'
import { useClient, useLive, useMay } from '../app/client.tsx'
import { useKeys } from '../app/keys.tsx'
import { useTicking } from '../app/now.tsx'
import { useAction } from '../app/use-action.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { RefusalsDialog } from './refusals-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import styles from './source-list.module.css'
import { sourcesByConsequence } from './source-mark.ts'
import { SourceRow } from './source-row.tsx'
import { importPath, newSourcePath } from './sources-path.ts'
import { useKinds } from './use-kinds.ts'

/** Marks change with time (stale): the order is looked at this often. */
const ORDER_EVERY_MS = 5_000

/** Every source with its health and what can be done about it. */
export function SourceList({ onNotice }: { onNotice: (text: string) => void }) {
  const { t } = useTranslation('sources')
  const [, navigate] = useLocation()
  const client = useClient()
  const mayChange = useMay('admin')
  const mayImport = useMay('operator')
  const { values, state, problem } = useLive('sources')
  const kinds = useKinds()
  const now = useTicking((time) => Math.floor(time / ORDER_EVERY_MS) * ORDER_EVERY_MS)
  const [dialog, setDialog] = useState<{ kind: 'refusals' | 'remove'; source: Source } | null>(null)
  const sync = useAction((source: Source) => client.sources.syncNow({ sourceId: source.id }))
  const toggle = useAction((source: Source) => {
    const { kind, name, pollSeconds, config } = source
    const draft = { kind, name, pollSeconds, config, enabled: !source.enabled }
    return client.sources.update({ sourceId: source.id, draft })
  })

  useKeys(t('title'), [
    ...(mayChange ? [{ keys: 'n', label: t('action.add'), run: () => navigate(newSourcePath) }] : []),
    ...(mayImport ? [{ keys: 'i', label: t('action.importFile'), run: () => navigate(importPath) }] : []),
  ])

  if (problem !== null && values.length === 0) return <FailureNote error={problem} />
  if (state === 'loading') return <LoadingList />

  const buttons = (
    <>
      {mayImport && <Button onPress={() => navigate(importPath)}>{t('action.importFile')}</Button>}
      {mayChange && (
        <Button variant="primary" onPress={() => navigate(newSourcePath)}>
          <PlusIcon /> {t('action.add')}
        </Button>
      )}
    </>
  )
  if (values.length === 0) {
    return (
      <EmptyState title={t('empty.title')} actions={buttons}>
        {mayChange ? t('empty.body') : t('readOnly')}
      </EmptyState>
    )
  }

  async function syncNow(source: Source): Promise<void> {
    if (await sync.run(source)) onNotice(t('done.asked', { source: source.name }))
  }
  async function switchOnOff(source: Source): Promise<void> {
    const said = source.enabled ? 'done.paused' : 'done.resumed'
    if (await toggle.run(source)) onNotice(t(said, { source: source.name }))
  }

  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <p className={styles['lead']}>{mayChange ? t('lead') : `${t('lead')} ${t('readOnly')}`}</p>
        {buttons}
      </div>
      <FailureNote error={sync.error ?? toggle.error} />
      <div className={styles['scroll']}>
        <table className={styles['table']} aria-label={t('list')}>
          <thead>
            <tr>
              <th scope="col">{t('column.state')}</th>
              <th scope="col">{t('column.name')}</th>
              <th scope="col" className={styles['figure']}>
                {t('column.success')}
              </th>
              <th scope="col" className={styles['figure']}>
                {t('column.next')}
              </th>
              <th scope="col" className={styles['figure']}>
                {t('column.records')}
              </th>
              <th scope="col">
                <span className={styles['hidden']}>{t('column.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sourcesByConsequence(values, now).map((source) => (
              <SourceRow
                key={source.id}
                source={source}
                kindLabel={kinds.data?.find((kind) => kind.kind === source.kind)?.label ?? source.kind}
                onSync={() => void syncNow(source)}
                onToggle={() => void switchOnOff(source)}
                onRemove={() => setDialog({ kind: 'remove', source })}
                onRefusals={() => setDialog({ kind: 'refusals', source })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {dialog?.kind === 'refusals' && (
        <RefusalsDialog source={dialog.source} onClose={() => setDialog(null)} />
      )}
      {dialog?.kind === 'remove' && (
        <RemoveDialog
          source={dialog.source}
          onClose={() => setDialog(null)}
          onRemoved={() => {
            setDialog(null)
            onNotice(t('done.removed', { source: dialog.source.name }))
          }}
        />
      )}
    </div>
  )
}

function LoadingList() {
  return (
    <div className={styles['page']}>
      {[60, 75, 50, 65].map((width) => (
        <p key={width} className={styles['loading']}>
          <Skeleton width={96} /> <Skeleton width={`${width}%`} />
        </p>
      ))}
    </div>
  )
}

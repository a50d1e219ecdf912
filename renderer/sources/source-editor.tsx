import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useLive, useMay } from '../app/client.tsx'
import { paths } from '../app/paths.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { KindChooser } from './kind-chooser.tsx'
import { SettingsForm } from './settings-form.tsx'
import { formOf, newForm } from './source-form.ts'
import styles from './source-editor.module.css'
import { useKinds } from './use-kinds.ts'

export interface SourceEditorProps {
  /** The kind of a new source; null while it is to be chosen or for an existing source. */
  kindName: string | null
  /** The source to change; null for a new one. */
  sourceId: string | null
  onAdded: (name: string, wasFirst: boolean) => void
  onSaved: (name: string) => void
}

/** Adds a source or changes one: kind, settings, a look at what Meridian makes of them, done. */
export function SourceEditor({ kindName, sourceId, onAdded, onSaved }: SourceEditorProps) {
  const { t } = useTranslation(['sources', 'app'])
  const [, navigate] = useLocation()
  const sources = useLive('sources')
  const kinds = useKinds()
  const mayChange = useMay('admin')

  if (kinds.error !== null && kinds.data === undefined) return <FailureNote error={kinds.error} />
  if (kinds.data === undefined || sources.state === 'loading') return <LoadingForm />
  if (!mayChange) return <Banner tone="warning">{t('sources:readOnly')}</Banner>

  const source = sourceId === null ? null : (sources.byKey.get(sourceId) ?? null)
  if (sourceId !== null && source === null) {
    return (
      <EmptyState
        title={t('app:errors.notFound')}
        actions={<Button onPress={() => navigate(paths.sources)}>{t('sources:title')}</Button>}
      />
    )
  }
  const kind = kinds.data.find((known) => known.kind === (source?.kind ?? kindName))
  if (kind === undefined) return <KindChooser kinds={kinds.data} />
  const wasFirst = sources.values.length === 0
  return (
    <SettingsForm
      key={`${source?.id ?? 'new'} ${kind.kind}`}
      kind={kind}
      source={source}
      initial={source === null ? newForm(kind) : formOf(source, kind)}
      onDone={(name) => (source === null ? onAdded(name, wasFirst) : onSaved(name))}
    />
  )
}

function LoadingForm() {
  return (
    <div className={styles['loading']}>
      <Skeleton width="20%" />
      <Skeleton width="45%" />
      <Skeleton width="45%" />
      <Skeleton width="45%" />
    </div>
  )
}

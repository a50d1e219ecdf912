import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useHub } from '../app/client.tsx'
import { paths } from '../app/paths.ts'
import { Banner } from '../ui/banner.tsx'
import { IconButton } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { ImportScreen } from './import-screen.tsx'
import { SourceEditor } from './source-editor.tsx'
import { SourceList } from './source-list.tsx'
import { readSourcesPath } from './sources-path.ts'
import styles from './sources-screen.module.css'

/** Sources: the list, the form of one, or the import of a file, by address. */
export function SourcesScreen() {
  const { t } = useTranslation(['sources', 'app'])
  const [location, navigate] = useLocation()
  const { info } = useHub()
  const [notice, setNotice] = useState<string | null>(null)
  const place = readSourcesPath(location)

  async function added(name: string, wasFirst: boolean): Promise<void> {
    setNotice(t('sources:done.added', { source: name }))
    // The board stays closed while the backend calls this a first run, so it is asked again first.
    if (wasFirst) await info.refresh().catch(() => undefined)
    navigate(wasFirst ? paths.board : paths.sources)
  }

  return (
    <div className={styles['screen']}>
      {notice !== null && place.view === 'list' && (
        <Banner
          tone="good"
          actions={
            <IconButton label={t('app:actions.close')} onPress={() => setNotice(null)}>
              <CloseIcon />
            </IconButton>
          }
        >
          {notice}
        </Banner>
      )}
      {place.view === 'list' && <SourceList onNotice={setNotice} />}
      {place.view === 'import' && <ImportScreen />}
      {(place.view === 'new' || place.view === 'edit') && (
        <SourceEditor
          key={location}
          kindName={place.view === 'new' ? place.kind : null}
          sourceId={place.view === 'edit' ? place.sourceId : null}
          onAdded={(name, wasFirst) => void added(name, wasFirst)}
          onSaved={(name) => {
            setNotice(t('sources:done.saved', { source: name }))
            navigate(paths.sources)
          }}
        />
      )}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { Source } from '../../shared/records/source.ts'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { RefusalTable } from './refusal-table.tsx'

/** The records a source offered that were not taken, with place and reason. */
export function RefusalsDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useTranslation('sources')
  const client = useClient()
  const query = useQuery(`refusals ${source.id}`, (signal) =>
    client.sources.refusals({ sourceId: source.id }, { signal }),
  )
  return (
    <Dialog title={t('refusals.title', { source: source.name })} isOpen onClose={onClose} size="large">
      <p>{t('refusals.lead')}</p>
      <FailureNote error={query.error} />
      {query.data === undefined && query.error === null && <output>{t('refusals.loading')}</output>}
      {query.data !== undefined && (
        <RefusalTable refusals={query.data.refusals} total={query.data.total} withTime />
      )}
    </Dialog>
  )
}

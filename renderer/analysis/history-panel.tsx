import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnalysisSummary } from '../../shared/contract/analyses.ts'
import type { Analysis } from '../../shared/records/analysis.ts'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ComparisonDialog } from './comparison-dialog.tsx'
import { HistoryItem } from './history-item.tsx'
import { filterOf, type HistoryScope, scopesOf } from './history-scope.ts'
import styles from './history-panel.module.css'

export interface HistoryPanelProps {
  recordSetId: string | null
  ticketId: string | null
  /** The analysis on screen. */
  shown: Analysis | null
  onChanged: (analysis: Analysis) => void
  onRemoved: (analysisId: string) => void
}

/** Analyses that were kept, of these records, of this case, or all; each can be opened and compared with the one shown. */
export function HistoryPanel({ recordSetId, ticketId, shown, onChanged, onRemoved }: HistoryPanelProps) {
  const { t } = useTranslation('analysis')
  const client = useClient()
  const [chosen, setChosen] = useState<HistoryScope | null>(null)
  const [compared, setCompared] = useState<AnalysisSummary | null>(null)
  const scopes = scopesOf({ recordSetId, ticketId })
  const scope = scopes.find((known) => known === chosen) ?? scopes[0] ?? 'all'
  const filter = filterOf(scope, { recordSetId, ticketId })
  // What was found, renamed or attached meanwhile belongs into the list.
  const version = JSON.stringify([shown?.id, shown?.name, shown?.pinned, shown?.ticketId])
  const list = useQuery(
    `analyses ${JSON.stringify(filter)}`,
    (signal) => client.analyses.list(filter, { signal }),
    version,
  )
  return (
    <div className={styles['panel']}>
      {scopes.length > 1 && (
        <SelectField
          label={t('history.scope')}
          value={scope}
          choices={scopes.map((value) => ({ value, label: t(`history.scopes.${value}`) }))}
          onChange={setChosen}
        />
      )}
      <FailureNote error={list.error} />
      {list.data === undefined && list.isLoading && <Skeleton width="80%" />}
      {list.data?.length === 0 && <p className={styles['muted']}>{t(`history.empty.${scope}`)}</p>}
      <ul className={styles['list']} aria-label={t('history.label')}>
        {(list.data ?? []).map((summary) => (
          <HistoryItem
            key={summary.id}
            summary={summary}
            isShown={summary.id === shown?.id}
            onCompare={shown === null || summary.id === shown.id ? null : () => setCompared(summary)}
            onChanged={(analysis) => {
              onChanged(analysis)
              list.reload()
            }}
            onRemoved={(analysisId) => {
              onRemoved(analysisId)
              list.reload()
            }}
          />
        ))}
      </ul>
      {compared !== null && shown !== null && (
        <ComparisonDialog first={shown} second={compared} onClose={() => setCompared(null)} />
      )}
    </div>
  )
}

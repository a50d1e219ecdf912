import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { FailingSuggestion } from '../../shared/contract/records.ts'
import type { RecordSet, RecordSetColumn } from '../../shared/records/record-set.ts'
import { useClient } from '../app/client.tsx'
import { useInterval } from '../app/use-interval.ts'
import { type Query, useQuery } from '../app/use-query.ts'
import { conditionFaults } from './condition-faults.ts'
import { isUndefined, questionFor } from './definition.ts'
import { type Obstacle, questionObstacle } from './question-obstacle.ts'
import type { RecordPanelProps } from './record-panel.tsx'
import { startingDefinition } from './starting-definition.ts'
import { useColumnsVersion } from './use-columns-version.ts'

export interface RecordPanelControl {
  readonly list: Query<RecordSet[]>
  /** The chosen one; null while none is, or while it is not known yet. */
  readonly recordSet: RecordSet | null
  /** One is chosen that the hub does not have. */
  readonly isGone: boolean
  readonly suggestions: readonly FailingSuggestion[]
  readonly obstacle: Obstacle | null
  readonly choose: (recordSet: RecordSet | null) => void
  /** Takes a record set as the hub has it now: read in or put right. */
  readonly keep: (recordSet: RecordSet) => void
}

/** Watched folders bring record sets by themselves. */
const LOOK_AGAIN_MS = 20_000

const NO_SUGGESTIONS: readonly FailingSuggestion[] = []

export function useRecordPanel(props: RecordPanelProps): RecordPanelControl {
  const { recordSetId, question, onChoose, onChange } = props
  const client = useClient()
  const list = useQuery('record-sets', (signal) => client.records.list(undefined, { signal }))
  useInterval(LOOK_AGAIN_MS, list.reload)
  // A set that was just read in or put right is known before the list is asked again.
  const [fresh, setFresh] = useState<RecordSet | null>(null)
  const recordSet =
    recordSetId === null
      ? null
      : ((fresh?.id === recordSetId ? fresh : undefined) ??
        list.data?.find(({ id }) => id === recordSetId) ??
        null)
  const columnsVersion = useColumnsVersion(recordSet)
  const suggested = useQuery(
    recordSet === null ? null : `suggest-failing ${recordSet.id}`,
    (signal) => client.records.suggestFailing({ recordSetId: recordSet?.id ?? '' }, { signal }),
    // Suggestions follow from what the columns are.
    columnsVersion,
  )
  const suggestions = suggested.data ?? NO_SUGGESTIONS

  // What is most likely meant stands there at once, once, and only where nobody has said anything.
  const started = useRef<string | null>(null)
  const begin = useEffectEvent((chosen: RecordSet, found: readonly FailingSuggestion[]) => {
    started.current = chosen.id
    if (!isUndefined(question.definition)) return
    const definition = startingDefinition(question.definition, chosen.columns, found)
    onChange({ ...question, recordSetId: chosen.id, definition })
  })
  const answered = suggested.data ?? (suggested.error === null ? undefined : NO_SUGGESTIONS)
  useEffect(() => {
    if (recordSet !== null && answered !== undefined && started.current !== recordSet.id)
      begin(recordSet, answered)
  }, [recordSet, answered])

  const obstacle = useMemo(() => {
    const columns = recordSet?.columns ?? []
    return questionObstacle(question, (condition) => conditionFaults(condition, columns).length === 0)
  }, [question, recordSet])

  return {
    list,
    recordSet,
    isGone: recordSetId !== null && recordSet === null && list.data !== undefined && !list.isLoading,
    suggestions,
    obstacle,
    choose(chosen) {
      started.current = null
      onChoose(chosen?.id ?? null)
      if (chosen === null) return
      // The same question to the next day's file is the usual case.
      const same = questionFor(question, chosen, fitsColumns)
      if (same !== null) onChange(same)
    },
    keep(kept) {
      setFresh(kept)
      list.reload()
    },
  }
}

function fitsColumns(condition: string, columns: readonly RecordSetColumn[]): boolean {
  return conditionFaults(condition, columns).length === 0
}

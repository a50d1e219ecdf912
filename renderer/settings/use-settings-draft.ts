import { useState } from 'react'
import type { Settings } from '../../shared/contract/settings.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { type Query, useQuery } from '../app/use-query.ts'

export interface SettingsDraft {
  readonly query: Query<Settings>
  /** Settings as edited, or as stored while nothing was changed; undefined before the first answer. */
  readonly draft: Settings | undefined
  readonly isChanged: boolean
  readonly isSaving: boolean
  readonly isSaved: boolean
  readonly error: unknown
  change(part: Partial<Settings>): void
  discard(): void
  save(): Promise<void>
}

/** Settings of the hub while one section of them is edited. Only this section's part is sent over the stored rest. */
export function useSettingsDraft(): SettingsDraft {
  const client = useClient()
  const query = useQuery('settings', (signal) => client.settings.get({}, { signal }))
  const [edits, setEdits] = useState<Partial<Settings> | null>(null)
  const [isSaved, setSaved] = useState(false)
  const update = useAction(async (wanted: Partial<Settings>) => {
    // Someone else may have saved another section since: theirs stays.
    const stored = await client.settings.get({})
    await client.settings.update({ ...stored, ...wanted })
  })

  async function save(): Promise<void> {
    if (edits === null || !(await update.run(edits))) return
    setEdits(null)
    setSaved(true)
    query.reload()
  }

  return {
    query,
    draft: query.data === undefined ? undefined : { ...query.data, ...edits },
    isChanged: edits !== null,
    isSaving: update.isPending,
    isSaved,
    error: update.error,
    change(part) {
      setSaved(false)
      setEdits((held) => ({ ...held, ...part }))
    },
    discard() {
      setEdits(null)
      update.clearError()
    },
    save,
  }
}

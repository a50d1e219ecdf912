import { useState } from 'react'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { saveFile } from '../ui/save-file.ts'
import type { AttainmentView } from './attainment-view.ts'

export interface CsvDownload {
  readonly run: () => void
  readonly isPending: boolean
  readonly error: unknown
  /** Name of the file last handed to the browser. */
  readonly savedAs: string | null
}

/** The report as a file: all metrics and severities, since whoever opens it in a spreadsheet filters there. */
export function useCsvDownload(view: AttainmentView): CsvDownload {
  const client = useClient()
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const action = useAction(async ({ from, to, timeZone, policyId, customer }: AttainmentView) => {
    setSavedAs(null)
    const file = await client.attainment.csv({ from, to, timeZone, policyId, customer })
    saveFile({ ...file, mediaType: 'text/csv' })
    setSavedAs(file.fileName)
  })
  function run(): void {
    if (!action.isPending) void action.run(view)
  }
  return { run, isPending: action.isPending, error: action.error, savedAs }
}

import { useState } from 'react'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { saveFile } from '../ui/save-file.ts'

export type ExportFormat = 'csv' | 'json'

export interface ClockExport {
  readonly run: (format: ExportFormat) => void
  readonly isPending: boolean
  readonly error: unknown
  /** The file last handed to the browser. */
  readonly saved: { readonly format: ExportFormat; readonly fileName: string } | null
}

/** Every ledger of a ticket as a file: a table, or a document that proves itself. */
export function useClockExport(ticketId: string): ClockExport {
  const client = useClient()
  const [saved, setSaved] = useState<ClockExport['saved']>(null)
  const action = useAction(async (format: ExportFormat) => {
    setSaved(null)
    const file = await client.tickets.exportClocks({ ticketId, format })
    saveFile(file)
    setSaved({ format, fileName: file.fileName })
  })
  function run(format: ExportFormat): void {
    if (!action.isPending) void action.run(format)
  }
  return { run, isPending: action.isPending, error: action.error, saved }
}

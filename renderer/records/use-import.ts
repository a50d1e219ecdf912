import { ORPCError } from '@orpc/client'
import { useEffect, useRef, useState } from 'react'
import type { MeridianClient } from '../../shared/contract/index.ts'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { useHub } from '../app/client.tsx'
import { encodePart } from './encode-part.ts'
import { type FileComplaint, fileComplaint, importName } from './picked-files.ts'
import { sendFile, UnreadableFileError } from './send-file.ts'
import { untilConnected } from './until-connected.ts'

/** How files are read, chosen before they are dropped. */
export interface ImportOptions {
  /** IANA zone of times without one. */
  readonly timeZone: string
  /** Null: recognised. */
  readonly profileId: string | null
}

export type ImportRun =
  | { readonly kind: 'none' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'sending'; readonly fileName: string; readonly sent: number; readonly bytes: number }
  | { readonly kind: 'reading'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly kind: 'refused'; readonly complaint: FileComplaint }
  | { readonly kind: 'failed'; readonly name: string; readonly error: unknown }

export interface ImportControl {
  readonly run: ImportRun
  readonly start: (files: readonly File[], options: ImportOptions) => void
  /** Tries the same files again. */
  readonly again: () => void
  readonly cancel: () => void
  readonly dismiss: () => void
}

/** Sends files and has them read into one record set, one import at a time. To leave the screen is to cancel. */
export function useImport(onImported: (recordSet: RecordSet) => void): ImportControl {
  const { client, connection } = useHub()
  const [run, setRun] = useState<ImportRun>({ kind: 'none' })
  const controller = useRef<AbortController | null>(null)
  const last = useRef<{ files: readonly File[]; options: ImportOptions } | null>(null)
  useEffect(() => () => controller.current?.abort(), [])

  async function work(files: readonly File[], options: ImportOptions, signal: AbortSignal): Promise<void> {
    const name = importName(files.map((file) => file.name))
    const begun: string[] = []
    function show(next: ImportRun): void {
      if (!signal.aborted) setRun(next)
    }
    try {
      const bytes = files.reduce((sum, { size }) => sum + size, 0)
      let before = 0
      for (const file of files) {
        show({ kind: 'sending', fileName: file.name, sent: before, bytes })
        const sentBefore = before
        await sendFile(
          file,
          {
            client: client.records,
            encode: encodePart,
            isRefusal: (error) => error instanceof ORPCError,
            connected: (aborted) => untilConnected(connection, aborted),
          },
          signal,
          {
            onBegun: (uploadId) => begun.push(uploadId),
            onSent: (sent) => show({ kind: 'sending', fileName: file.name, sent: sentBefore + sent, bytes }),
          },
        )
        before += file.size
      }
      show({ kind: 'reading', name, done: 0, total: 0 })
      const input = { uploadIds: begun, name, ...options }
      const recordSet = await readIn(client, input, signal, (done, total) =>
        show({ kind: 'reading', name, done, total }),
      )
      if (signal.aborted) return
      setRun({ kind: 'none' })
      onImported(recordSet)
    } catch (error) {
      forget(client, begun)
      if (error instanceof UnreadableFileError) {
        const fileName = files[begun.length - 1]?.name ?? name
        show({ kind: 'refused', complaint: { problem: 'unreadable', fileName } })
      } else show({ kind: 'failed', name, error })
    }
  }

  function start(files: readonly File[], options: ImportOptions): void {
    controller.current?.abort()
    const complaint = fileComplaint(files)
    if (complaint !== null) {
      setRun({ kind: 'refused', complaint })
      return
    }
    last.current = { files, options }
    const begun = new AbortController()
    controller.current = begun
    void work(files, options, begun.signal)
  }

  return {
    run,
    start,
    again() {
      if (last.current !== null) start(last.current.files, last.current.options)
    },
    cancel() {
      controller.current?.abort()
      setRun({ kind: 'cancelled' })
    },
    dismiss: () => setRun({ kind: 'none' }),
  }
}

type ImportInput = Parameters<MeridianClient['records']['importUploads']>[0]

async function readIn(
  client: MeridianClient,
  input: ImportInput,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<RecordSet> {
  for await (const step of await client.records.importUploads(input, { signal })) {
    if (step.kind === 'result') return step.recordSet
    onProgress(step.done, step.total)
  }
  throw new Error('The import ended without a result.')
}

/** Has the hub drop what it was sent. Where that fails too, the hub forgets it by itself after an hour. */
function forget(client: MeridianClient, uploadIds: readonly string[]): void {
  for (const uploadId of uploadIds) client.records.cancelUpload({ uploadId }).catch(() => {})
}

import * as z from 'zod'
import type { SettingField, SourcePreview } from '../../../shared/contract/sources.ts'
import type { Fault } from '../../../shared/records/source.ts'
import type { Cursor } from './connector.ts'
import type { Validators } from './http/request-if-changed.ts'
import type { StatusReport } from './status-formats/status-format.ts'

/** Settings of every status connector: where the page is. A bare host means https. */
export const addressConfig = z.object({
  address: z
    .string()
    .trim()
    .transform((address) =>
      /^[\w.-]+\.[\w.-]+(?::\d+)?(?:\/|$)/.test(address) ? `https://${address}` : address,
    )
    .pipe(z.url({ protocol: /^https?$/, error: 'The address must be an http or https address.' })),
})
export type AddressConfig = z.infer<typeof addressConfig>

export function addressField(help: string): SettingField {
  return {
    name: 'address',
    label: 'Address',
    type: 'address',
    required: true,
    help,
    fallback: null,
    choices: [],
  }
}

export function statusPreview(report: StatusReport, now: number, fault: Fault | null): SourcePreview {
  return {
    fault,
    tickets: [],
    observed: { queues: [], statuses: [], severities: [], fields: [] },
    snapshot: report.snapshot,
    refusals: report.refusals.map((refusal) => ({ ...refusal, at: now })),
  }
}

/** The longer of what the server and the document ask for. */
export function longerWish(first: number | null, second: number | null): number | null {
  if (first === null || second === null) return first ?? second
  return Math.max(first, second)
}

export function cursorText(cursor: Cursor | null, name: string): string | null {
  const value = cursor?.[name]
  return typeof value === 'string' ? value : null
}

export function validatorsOf(cursor: Cursor | null): Validators {
  return {
    etag: cursorText(cursor, 'etag'),
    lastModified: cursorText(cursor, 'lastModified'),
    bodyHash: cursorText(cursor, 'bodyHash'),
  }
}

import type { i18n } from 'i18next'
import type { PublicHolidays } from '../../../shared/time/compiled-calendar.ts'
import type { LoadedPolicy } from '../sla/policy-shelf.ts'
import type { TicketClocks } from '../sla/ticket-clocks.ts'
import { fileStamp } from '../store/data-files.ts'
import type { TicketWithEvents } from '../store/store.ts'
import { createWords } from '../words/create-words.ts'
import { deriveEvidence } from './derive-evidence.ts'
import { openEvidenceKey, type EvidenceKeyParts } from './evidence-key.ts'
import { ledgerCsv } from './ledger-csv.ts'
import { makeEvidence } from './make-evidence.ts'

export interface ExportParts extends EvidenceKeyParts {
  readonly clocks: Pick<TicketClocks, 'contract'>
  readonly publicHolidays: PublicHolidays
  readonly version: string
}

/** A file to be saved. */
export interface ExportedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly text: string
}

/** Every ledger of a ticket as of `at`: a table, or a document that proves itself. Always in English. */
export async function exportClocks(
  parts: ExportParts,
  held: TicketWithEvents,
  format: 'csv' | 'json',
  at: number,
): Promise<ExportedFile> {
  const { policy, reason } = parts.clocks.contract(held)
  const words = await createWords('en')
  const name = `${held.ticket.caseNumber.replaceAll(/[^A-Za-z0-9._-]+/g, '-')}-clocks-${fileStamp(at)}`
  if (format === 'csv') {
    const text = csvOf(held, policy, at, words)
    return { fileName: `${name}.csv`, mediaType: 'text/csv', text }
  }
  const text = makeEvidence({
    held,
    policyText: policy?.summary.text ?? null,
    assignment: reason,
    now: at,
    version: parts.version,
    publicHolidays: parts.publicHolidays,
    key: await openEvidenceKey(parts),
    words,
  })
  return { fileName: `${name}.json`, mediaType: 'application/json', text }
}

function csvOf(held: TicketWithEvents, policy: LoadedPolicy | null, now: number, words: i18n): string {
  const events = held.events.map(({ event }) => event)
  const input = { policy: policy?.compiled ?? null, ticket: held.ticket, events, now }
  return ledgerCsv(held, policy?.summary ?? null, deriveEvidence(input, words))
}

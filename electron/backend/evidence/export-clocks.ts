import type { PublicHolidays } from '../../../shared/time/compiled-calendar.ts'
import type { TicketContract } from '../sla/ticket-contract.ts'
import { fileStamp } from '../store/data-files.ts'
import type { TicketWithEvents } from '../store/store.ts'
import { createWords } from '../words/create-words.ts'
import { deriveEvidence } from './derive-evidence.ts'
import type { EvidenceKey } from './evidence-key.ts'
import { ledgerCsv } from './ledger-csv.ts'
import { makeEvidence } from './make-evidence.ts'

/** A file to be saved. */
export interface ExportedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly text: string
}

/** What is exported: a ticket under its contract as of `at`, UTC milliseconds. */
export interface ExportedTicket {
  readonly held: TicketWithEvents
  readonly contract: TicketContract
  readonly at: number
}

/** Every ledger of a ticket as one table, in English. */
export async function exportLedgers({ held, contract, at }: ExportedTicket): Promise<ExportedFile> {
  const { policy } = contract
  const events = held.events.map(({ event }) => event)
  const input = { policy: policy?.compiled ?? null, ticket: held.ticket, events, now: at }
  const clocks = deriveEvidence(input, await createWords('en'))
  const text = ledgerCsv(held, policy?.summary ?? null, clocks)
  return { fileName: `${nameOf(held, at)}.csv`, mediaType: 'text/csv', text }
}

/** The clocks of a ticket as a document that proves itself, in English. */
export async function exportEvidence(
  { held, contract, at }: ExportedTicket,
  means: { readonly publicHolidays: PublicHolidays; readonly version: string; readonly key: EvidenceKey },
): Promise<ExportedFile> {
  const text = makeEvidence({
    ...means,
    held,
    policyText: contract.policy?.summary.text ?? null,
    assignment: contract.reason,
    now: at,
    words: await createWords('en'),
  })
  return { fileName: `${nameOf(held, at)}.json`, mediaType: 'application/json', text }
}

/** A name that every system takes, whatever the help desk's numbers look like. */
function nameOf({ ticket }: TicketWithEvents, at: number): string {
  const number = ticket.caseNumber.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replaceAll(/^-+|-+$/g, '')
  return `clocks-${number}-${fileStamp(at)}`
}

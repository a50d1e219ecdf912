import type { i18n } from 'i18next'
import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import type { PublicHolidays } from '../../../shared/time/compiled-calendar.ts'
import { readPolicyText } from '../sla/read-policy-text.ts'
import type { TicketWithEvents } from '../store/store.ts'
import { canonicalBytes, fileText, sha256 } from './canonical-json.ts'
import { deriveEvidence } from './derive-evidence.ts'
import type { EvidenceClock, EvidenceContent, EvidenceDocument, EvidenceTicket } from './evidence-document.ts'
import { fromEvidence, toEvidence } from './evidence-event.ts'
import type { EvidenceKey } from './evidence-key.ts'
import { readValues, type ReadValues } from './read-values.ts'
import { recordHolidays } from './recorded-holidays.ts'

/** Written into every file, so that it explains itself wherever it ends up. */
const ABOUT = [
  'The clocks of one ticket, with everything they were derived from. Instants are milliseconds since 1970-01-01T00:00:00Z; ledger entries are half-open.',
  'Left out: the texts of messages and notes, reasons in free text, the names of persons, and values of fields that this contract does not read.',
  'The clocks follow from ticket, events, policy and holidays in this file as of exportedAt: "meridian sla verify FILE" derives them again and checks hash and signature.',
  'The hash is SHA-256 of "content" in the canonical form of RFC 8785; the signature is Ed25519 over the same bytes.',
]

export interface EvidenceParts {
  readonly held: TicketWithEvents
  /** The policy file in force for the ticket; null where none is. */
  readonly policyText: string | null
  /** Which rule of the hub chose it. */
  readonly assignment: string
  readonly now: number
  readonly version: string
  readonly publicHolidays: PublicHolidays
  readonly key: EvidenceKey
  /** English. */
  readonly words: i18n
}

/** The clocks of a ticket as a file that proves itself. Throws where the policy text is not a policy. */
export function makeEvidence(parts: EvidenceParts): string {
  const { key } = parts
  const content = contentOf(parts)
  const bytes = canonicalBytes(content)
  const document: EvidenceDocument = {
    format: 'meridian-evidence/1',
    content,
    sha256: sha256(bytes),
    signature:
      key.unsigned === undefined
        ? { algorithm: 'Ed25519', publicKey: key.publicKey, value: key.sign(bytes) }
        : null,
  }
  return fileText(document)
}

function contentOf(parts: EvidenceParts): EvidenceContent {
  const { held, policyText, assignment, now, version, publicHolidays, key, words } = parts
  // Compiled anew from the text in the file, so that nothing but the file's own words decides.
  const holidays = recordHolidays(publicHolidays)
  const policy = policyText === null ? null : compiledFrom(policyText, holidays.publicHolidays)
  const read = readValues(policy)
  const ticket = ticketOf(held, read)
  const events = held.events.map(({ event, recordedAt }) => toEvidence(event, recordedAt, read))
  const clocks = deriveEvidence({ policy, ticket, events: events.map(fromEvidence), now }, words)
  demandSame(clocks, deriveEvidence({ policy, ticket: held.ticket, events: wholeEvents(held), now }, words))
  return {
    about: ABOUT,
    program: { name: 'Meridian', version, timeZones: process.versions.tz ?? 'unknown' },
    exportedAt: now,
    signing: key.unsigned === undefined ? { fingerprint: key.fingerprint } : { unsigned: key.unsigned },
    ticket,
    events,
    policy: policy === null || policyText === null ? null : policyOf(policy, policyText),
    assignment,
    holidays: holidays.recorded(),
    clocks,
  }
}

function compiledFrom(text: string, publicHolidays: PublicHolidays): CompiledPolicy {
  const { compiled, problems } = readPolicyText(text, publicHolidays)
  if (compiled !== undefined) return compiled
  throw new Error(`The policy in force cannot be read again: ${problems[0]?.reason ?? 'no reason'}.`)
}

function wholeEvents({ events }: TicketWithEvents): TicketEvent[] {
  return events.map(({ event }) => event)
}

/** What leaves must say what the hub says: better no evidence than one that leaves out something a clock reads. */
function demandSame(clocks: readonly EvidenceClock[], whole: readonly EvidenceClock[]): void {
  if (canonicalBytes(clocks).equals(canonicalBytes(whole))) return
  throw new Error('Without what evidence leaves out, the clocks of this ticket come out otherwise.')
}

function policyOf({ policy }: CompiledPolicy, text: string): EvidenceContent['policy'] {
  return { id: policy.id, version: policy.version, name: policy.name, sha256: sha256(text), text }
}

function ticketOf({ ticket }: TicketWithEvents, read: ReadValues): EvidenceTicket {
  const { owner: _owner, requestor: _requestor, rawStatus: _rawStatus, url: _url, fields, ...head } = ticket
  return { ...head, fields: Object.fromEntries(Object.entries(fields).filter(([name]) => read.field(name))) }
}

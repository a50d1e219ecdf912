import { generateKeyPairSync, sign } from 'node:crypto'
import { type EvidenceKey, openEvidenceKey } from '../../../electron/backend/evidence/evidence-key.ts'
import { makeEvidence } from '../../../electron/backend/evidence/make-evidence.ts'
import type { StoredKey, TicketWithEvents } from '../../../electron/backend/store/store.ts'
import { createWords } from '../../../electron/backend/words/create-words.ts'
import type { PublicHolidays } from '../../../shared/time/compiled-calendar.ts'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'
import { MADE_CONTRACT, type MadeTicket } from '../../shared/sla/made-tickets.ts'
import { testPolicyText } from '../../shared/sla/test-policy.ts'

export const english = await createWords('en')

/** A contract with public holidays, so that those too must be in the file. */
export const POLICY_TEXT = testPolicyText({
  ...MADE_CONTRACT,
  calendars: {
    ...MADE_CONTRACT.calendars,
    office: { ...MADE_CONTRACT.calendars.office, publicHolidays: { country: 'ES', region: 'MD' } },
  },
})

export const publicHolidays = createPublicHolidays()

/** A key of a hub in memory. */
export function madeKey(): Promise<EvidenceKey> {
  let held: StoredKey | null = null
  return openEvidenceKey({
    keys: { get: () => held, save: (_purpose, key) => void (held = key) },
    secretKeeper: { seal: async (text) => text, open: async (sealed) => sealed },
    now: () => 0,
  })
}

export function heldOf({ ticket, events, now }: MadeTicket): TicketWithEvents {
  return {
    ticket: {
      ...ticket,
      ticketId: 'desk:7',
      sourceId: 'desk',
      externalId: '7',
      caseNumber: '7',
      owner: 'Luis Person',
      requestor: 'person@customer.example',
      rawStatus: 'In arbeit',
      updatedAt: now,
      sourceDueAt: null,
      url: 'https://desk.example/7',
      absence: null,
      fields: { ...ticket.fields, ICCID: '8900000000000000001' },
    },
    events: events.map((event) => ({ event, recordedAt: event.at + 20_000 })),
  }
}

export function evidenceOf(
  made: MadeTicket,
  key: EvidenceKey,
  {
    policyText = POLICY_TEXT,
    holidays = publicHolidays,
  }: { policyText?: string | null; holidays?: PublicHolidays } = {},
): string {
  return makeEvidence({
    held: heldOf(made),
    policyText,
    assignment: 'default',
    now: made.now,
    version: '1.2.3',
    publicHolidays: holidays,
    key,
    words: english,
  })
}

/** Another key than any hub's, for forgeries. */
export function strangersKey(): { publicKey: string; sign(bytes: Buffer): string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (bytes) => sign(null, bytes, privateKey).toString('hex'),
  }
}

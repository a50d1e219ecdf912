import type { i18n } from 'i18next'
import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { clockLedger } from '../../../shared/sla/clock-ledger.ts'
import { clockZone } from '../../../shared/sla/clock-zone.ts'
import { deriveClocks } from '../../../shared/sla/derive-clocks.ts'
import { explainClock } from '../../../shared/sla/explain-clock.ts'
import type { TicketFacts } from '../../../shared/sla/ticket-facts.ts'
import { reasonText } from '../words/reason-text.ts'
import type { EvidenceClock } from './evidence-document.ts'

/**
 * Every clock with its ledger and explanation, in the form in which evidence holds them. Whoever makes evidence and
 * whoever verifies it run this over what stands in the file, and nothing else: in English and in the zone of each
 * clock's calendar. A person at the command line may read another language and zone.
 */
export function deriveEvidence(
  input: {
    readonly policy: CompiledPolicy | null
    readonly ticket: TicketFacts
    readonly events: readonly TicketEvent[]
    readonly now: number
  },
  words: i18n,
  readersZone: string | null = null,
): EvidenceClock[] {
  return deriveClocks(input).map((clock) => {
    const entries = clockLedger({ ...input, clock })
    const explanation = explainClock({ ...input, clock, entries })
    const timeZone = readersZone ?? clockZone({ ...input, clock })
    return {
      clock,
      timeZone,
      ledger: entries.map((entry) => ({ ...entry, sentence: reasonText(words, entry.reason, timeZone) })),
      explanation: explanation.map((reason) => ({
        ...reason,
        sentence: reasonText(words, reason, timeZone),
      })),
    }
  })
}

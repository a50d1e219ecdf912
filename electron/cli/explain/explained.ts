import type { i18n } from 'i18next'
import type { PolicySummary } from '../../../shared/contract/policies.ts'
import type { StoredTicket } from '../../../shared/contract/tickets.ts'
import { writeLength } from '../../../shared/policy/duration.ts'
import type { EvidenceClock } from '../../backend/evidence/evidence-document.ts'
import { createWords } from '../../backend/words/create-words.ts'
import { instantText } from '../../backend/words/reason-text.ts'
import { table } from '../table.ts'

/** The clocks of a case as they stand, with their sentences in the reader's language and zone. */
export interface Explained {
  readonly ticket: StoredTicket
  readonly policy: PolicySummary | null
  /** Which rule of the hub chose the contract. */
  readonly reason: string
  readonly now: number
  readonly timeZone: string
  readonly clocks: readonly EvidenceClock[]
}

export function explanationJson({ ticket, policy, reason, now, timeZone, clocks }: Explained): string {
  const { ticketId, caseNumber, subject, customer, status } = ticket
  const contract = policy === null ? null : { id: policy.id, name: policy.name, version: policy.version }
  const report = {
    ticket: { ticketId, caseNumber, subject, customer, status },
    contract,
    assignment: reason,
    now,
    timeZone,
    clocks,
  }
  return JSON.stringify(report, null, 2)
}

export async function explanationText(explained: Explained, language: 'en' | 'es'): Promise<string> {
  const words = await createWords(language)
  const { ticket, clocks, timeZone } = explained
  const named = [ticket.caseNumber, ticket.subject, ticket.customer].filter(
    (part) => part !== null && part !== '',
  )
  const head = [named.join(' · '), contractLine(words, explained), asOfLine(words, explained)]
  if (clocks.length === 0) return [...head, words.t('sla.report.noClocks')].join('\n')
  return [head.join('\n'), ...clocks.map((clock) => clockText(words, clock, timeZone))].join('\n\n')
}

function contractLine(words: i18n, { policy, reason }: Explained): string {
  if (policy === null) return words.t('sla.report.noContract', { reason })
  return words.t('sla.report.contract', { policy: policy.name, version: policy.version, reason })
}

function asOfLine(words: i18n, { now, timeZone }: Explained): string {
  return words.t('sla.report.asOf', { at: instantText(now, timeZone), zone: timeZone })
}

function clockText(words: i18n, { clock, explanation, ledger }: EvidenceClock, timeZone: string): string {
  const metric = words.t(`sla.metric.${clock.metric}`, { defaultValue: clock.metric })
  const title = `${metric} (${clock.id}): ${words.t(`sla.state.${clock.state}`)}`
  const sentences = explanation.map(({ sentence }) => `  - ${sentence}`)
  if (ledger.length === 0) return [title, ...sentences].join('\n')
  const column = (name: string): string => words.t(`sla.report.column.${name}`)
  const rows = ledger.map((entry) => ({
    [column('from')]: instantText(entry.from, timeZone),
    [column('what')]: words.t(`sla.ledgerLabel.${entry.label}`),
    [column('length')]: writeLength(entry.to - entry.from),
    [column('counted')]: writeLength(entry.countedMs),
    [column('why')]: entry.sentence,
  }))
  const lines = table(rows, '').split('\n')
  return [title, ...sentences, '', ...lines.map((line) => `  ${line}`)].join('\n')
}

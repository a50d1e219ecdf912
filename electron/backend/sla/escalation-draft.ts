import type { i18n, TFunction } from 'i18next'
import type { Desk } from '../../../shared/contract/settings.ts'
import { writeLength } from '../../../shared/policy/duration.ts'
import type { Policy } from '../../../shared/policy/policy.ts'
import type { Clock } from '../../../shared/records/clock.ts'
import type { EscalationStep } from '../../../shared/records/escalation.ts'
import type { TicketRecord } from '../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { createWords } from '../words/create-words.ts'
import { instantText, reasonText } from '../words/reason-text.ts'
import { lastWordsLines, progressLines } from './escalation-progress.ts'

export interface DraftInput {
  readonly ticket: TicketRecord
  readonly events: readonly TicketEvent[]
  /** The clock the step follows, for one on demand the next that is owed; null where nothing is. */
  readonly clock: Clock | null
  readonly step: EscalationStep
  readonly policy: Policy | null
  /** The desk whose contact it is; its zone is used, else the contract's. */
  readonly desk: Pick<Desk, 'name' | 'timeZone'> | null
  readonly language: 'en' | 'es'
  readonly now: number
}

/** What every section is written with. */
interface Writing extends DraftInput {
  readonly words: i18n
  readonly t: TFunction
  readonly timeZone: string
  /** An instant as local date, time and offset. */
  readonly at: (instant: number) => string
}

/**
 * The summary an escalation sends: case numbers, issue, progress, impact and reason, as plain text. Of what people
 * wrote it takes the subject and the first lines of the last public messages; of persons it names none.
 */
export async function draftEscalation(input: DraftInput): Promise<{ subject: string; text: string }> {
  const words = await createWords(input.language)
  const { t } = words
  const { ticket, step, desk } = input
  const timeZone = desk?.timeZone ?? contractZone(input.policy)
  const writing: Writing = {
    ...input,
    words,
    t,
    timeZone,
    at: (instant) => instantText(instant, timeZone),
  }
  const section = (heading: string, lines: readonly string[]): string =>
    [t(`escalation.draft.heading.${heading}`), ...lines.map((line) => `  ${line}`)].join('\n')
  const address =
    desk === null
      ? t('escalation.draft.to', { role: step.role })
      : t('escalation.draft.toDesk', { role: step.role, desk: desk.name })
  const text = [
    [address, t('escalation.draft.times', { timeZone })].join('\n'),
    section('reason', [step.rule ?? step.role]),
    section('promise', promiseLines(writing)),
    section('cases', caseLines(writing)),
    section('issue', issueLines(writing)),
    section('impact', impactLines(writing)),
    section('progress', progressLines(writing)),
    section('updates', lastWordsLines(writing)),
    section('asked', askedLines(writing)),
  ].join('\n\n')
  const { caseNumber, subject } = ticket
  return { subject: t('escalation.draft.subject', { caseNumber, subject: oneLine(subject) }), text }
}

/** A contract's hours are written in one zone as a rule; without a contract there is none but UTC. */
function contractZone(policy: Policy | null): string {
  return Object.values(policy?.calendars ?? {})[0]?.timeZone ?? 'UTC'
}

function promiseLines({ clock, words, t, timeZone, now }: Writing): string[] {
  if (clock === null) return [t('escalation.draft.promise.none')]
  const metric = t(`sla.metric.${clock.metric}`, { defaultValue: clock.metric })
  const { breachedAt, settledAt, remainingMs } = clock
  const lines = [
    t('escalation.draft.promise.line', { metric, reason: reasonText(words, clock.reason, timeZone) }),
  ]
  if (settledAt !== null) return lines
  if (breachedAt !== null)
    lines.push(t('escalation.draft.promise.over', { length: minutes(now - breachedAt) }))
  else if (remainingMs !== null && remainingMs > 0) {
    lines.push(t('escalation.draft.promise.left', { length: minutes(remainingMs) }))
  }
  return lines
}

function caseLines({ ticket, events, t }: Writing): string[] {
  const merges = events.filter((event) => event.kind === 'merged')
  return [
    t('escalation.draft.cases.ours', { caseNumber: ticket.caseNumber }),
    ...fieldsNamed(ticket, REFERENCE).map((field) => t('escalation.draft.field', field)),
    ...merges.map(({ into }) => t('escalation.draft.cases.mergedInto', { into: oneLine(into) })),
    ...(ticket.url === null ? [] : [t('escalation.draft.cases.address', { url: ticket.url })]),
  ]
}

function issueLines({ ticket, t, at, now }: Writing): string[] {
  const { subject, customer, queue, domain, status, createdAt } = ticket
  const none = t('escalation.draft.issue.none')
  const severity = {
    reported: ticket.reportedSeverity ?? none,
    assessed: ticket.assessedSeverity ?? none,
  }
  const others = Object.entries(ticket.fields)
    .filter(([name]) => !IMPACT.test(name) && !REFERENCE.test(name))
    .map(([name, value]) => ({ name, value: oneLine(value) }))
  return [
    t('escalation.draft.issue.subject', { subject: oneLine(subject) }),
    ...(customer === null ? [] : [t('escalation.draft.issue.customer', { customer })]),
    ...(queue === null ? [] : [t('escalation.draft.issue.queue', { queue })]),
    t('escalation.draft.issue.severity', severity),
    ...(domain === null
      ? []
      : [t('escalation.draft.issue.domain', { domain: t(`board.domains.${domain}`) })]),
    t('escalation.draft.issue.status', { status: t(`ticket.statuses.${status}`) }),
    t('escalation.draft.issue.open', { created: at(createdAt), length: minutes(now - createdAt) }),
    ...others.map((field) => t('escalation.draft.field', field)),
  ]
}

function impactLines({ ticket, policy, t }: Writing): string[] {
  const code = ticket.assessedSeverity ?? ticket.reportedSeverity
  const definition = policy?.severities.find((severity) => severity.code === code)?.definition
  const fields = fieldsNamed(ticket, IMPACT)
  return [
    ...(code === null || definition === undefined
      ? []
      : [t('escalation.draft.impact.severity', { severity: code, definition })]),
    ...(fields.length === 0
      ? [t('escalation.draft.impact.unknown')]
      : fields.map((field) => t('escalation.draft.field', field))),
  ]
}

function askedLines({ clock, step, t }: Writing): string[] {
  const broken = clock !== null && clock.breachedAt !== null
  const what = broken ? 'broken' : step.dueAt === null ? 'onDemand' : 'ahead'
  return [t(`escalation.draft.asked.${what}`), t('escalation.draft.asked.writing')]
}

/** Fields in which help desks note how much is affected, in English and Spanish. */
const IMPACT = /affected|impact|afectad|impacto/i

/** Fields in which they note the number under which the customer knows the case. */
const REFERENCE = /reference|customer (case|ticket)|referencia|(caso|ticket) del cliente/i

function fieldsNamed({ fields }: TicketRecord, pattern: RegExp): { name: string; value: string }[] {
  return Object.entries(fields)
    .filter(([name, value]) => pattern.test(name) && value.trim() !== '')
    .map(([name, value]) => ({ name, value: oneLine(value) }))
}

/** To the minute: nobody escalates seconds. */
function minutes(ms: number): string {
  return writeLength(Math.max(60_000, Math.round(ms / 60_000) * 60_000))
}

/** A line break in a value would look like a section of ours. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

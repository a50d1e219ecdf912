import { createHash } from 'node:crypto'
import { side } from '../../../../shared/records/domain.ts'
import { TEXT_LIMITS } from '../../../../shared/records/ticket.ts'
import type { TicketEvent, TicketEventKind } from '../../../../shared/records/ticket-event.ts'
import { channelOf, domainOf } from '../mapping/word-values.ts'
import { RefusedRow, type MappedRow } from './row-reader.ts'

const KIND_WORDS: Readonly<Record<string, TicketEventKind>> = {
  created: 'created',
  reply: 'reply',
  note: 'note',
  comment: 'note',
  'phone-call': 'phone-call',
  call: 'phone-call',
  status: 'status',
  severity: 'severity',
  owner: 'owner',
  customer: 'customer',
  domain: 'domain',
  field: 'field',
  merged: 'merged',
}

/** The event of a row. Throws RefusedRow where it lacks what its kind must have. */
export function eventOf(row: MappedRow): TicketEvent {
  const kind = KIND_WORDS[row.text('kind').toLowerCase()]
  if (kind === undefined) throw new RefusedRow(`"${row.text('kind').slice(0, 40)}" is no kind of event`)
  const at = row.time('at')
  if (at === null) throw new RefusedRow('has no time (at)')
  const head = {
    // There is one beginning, whatever the file calls it.
    externalId: kind === 'created' ? 'created' : (row.name('eventId') ?? contentId(row)),
    at,
    actor: { name: row.name('author'), side: sideOf(row) },
  }
  const text = row.limited('text', TEXT_LIMITS.body)
  const from = short(row, 'from')
  const to = short(row, 'to')
  switch (kind) {
    case 'created':
      return { ...head, kind, text, channel: channelOfRow(row), severity: row.severity('to'), status: 'new' }
    case 'reply':
      return { ...head, kind, text, channel: channelOfRow(row) }
    case 'note':
    case 'phone-call':
      return { ...head, kind, text }
    case 'status': {
      const status = row.status('to')
      if (status === null) throw new RefusedRow(`status "${to ?? ''}" is not mapped`)
      return { ...head, kind, from: row.status('from'), to: status, raw: to ?? '' }
    }
    case 'severity':
      return {
        ...head,
        kind,
        basis: row.text('basis').toLowerCase() === 'reported' ? 'reported' : 'assessed',
        from: row.severity('from'),
        to: row.severity('to'),
        reason: short(row, 'reason'),
      }
    case 'domain':
      return { ...head, kind, from: domainOf(from), to: domainOf(to), reason: short(row, 'reason') }
    case 'owner':
    case 'customer':
      return { ...head, kind, from, to }
    case 'field':
      return { ...head, kind, name: row.limited('name', TEXT_LIMITS.subject), from, to }
    case 'merged':
      break
  }
  if (to === null) throw new RefusedRow('does not say into which ticket (to)')
  return { ...head, kind, into: to }
}

function sideOf(row: MappedRow): TicketEvent['actor']['side'] {
  const word = row.text('side').toLowerCase()
  const known = side.safeParse(word)
  if (known.success) return known.data
  // Without a side nobody knows which clock it answers.
  throw new RefusedRow(`side "${word.slice(0, 40)}" is none of ${side.options.join(', ')}`)
}

function channelOfRow(row: MappedRow): NonNullable<ReturnType<typeof channelOf>> {
  return channelOf(row.text('channel')) ?? 'unknown'
}

function short(row: MappedRow, field: 'from' | 'to' | 'reason'): string | null {
  const value = row.limited(field, TEXT_LIMITS.subject)
  return value === '' ? null : value
}

/** For files whose events carry no number: the same event has the same id wherever it stands. */
function contentId(row: MappedRow): string {
  const parts = (['at', 'kind', 'side', 'author', 'from', 'to', 'name', 'text'] as const).map(row.text)
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
}

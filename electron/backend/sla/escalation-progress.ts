import type { TFunction } from 'i18next'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'

interface Progress {
  readonly events: readonly TicketEvent[]
  readonly t: TFunction
  /** An instant as local date, time and offset. */
  readonly at: (instant: number) => string
}

/** A summary is read by somebody in a hurry: the latest of what was done. */
const MOST_LINES = 20
const MOST_MESSAGES = 3
const LONGEST_MESSAGE = 200

/** What was done, one dated line each, oldest first. Internal notes stay internal, persons unnamed. */
export function progressLines({ events, t, at }: Progress): string[] {
  const lines = events.flatMap((event) => {
    const what = whatHappened(event, t)
    return what === null ? [] : [`${at(event.at)}  ${what}`]
  })
  if (lines.length === 0) return [t('escalation.draft.progress.none')]
  const left = lines.length - MOST_LINES
  if (left <= 0) return lines
  return [t('escalation.draft.progress.earlier', { count: left }), ...lines.slice(-MOST_LINES)]
}

/** The first lines of the last messages both sides could read. */
export function lastWordsLines({ events, t, at }: Progress): string[] {
  const messages = events.flatMap((event) => {
    if (event.kind !== 'reply') return []
    const text = firstLine(event.text)
    return text === '' ? [] : [{ at: at(event.at), side: t(`ticket.sides.${event.actor.side}`), text }]
  })
  if (messages.length === 0) return [t('escalation.draft.updates.none')]
  return messages.slice(-MOST_MESSAGES).map((message) => t('escalation.draft.updates.line', message))
}

function whatHappened(event: TicketEvent, t: TFunction): string | null {
  const { side } = event.actor
  const who = side === 'provider' || side === 'customer' ? side : 'other'
  const nothing = t('ticket.events.nothing')
  switch (event.kind) {
    case 'created': {
      const channel = t(`ticket.channels.${event.channel}`)
      return event.severity === null
        ? t('ticket.events.created', { channel })
        : t('ticket.events.createdWith', { channel, severity: event.severity })
    }
    case 'reply':
      return t(`escalation.draft.progress.reply.${who}`)
    case 'phone-call':
      return t(`escalation.draft.progress.call.${who}`)
    case 'owner':
      return t('escalation.draft.progress.owner')
    case 'status': {
      const from = event.from === null ? nothing : t(`ticket.statuses.${event.from}`)
      return t('ticket.events.status', { from, to: t(`ticket.statuses.${event.to}`) })
    }
    case 'severity': {
      const key = event.basis === 'assessed' ? 'severityAssessed' : 'severityReported'
      return t(`ticket.events.${key}`, { from: event.from ?? nothing, to: event.to ?? nothing })
    }
    case 'domain':
      return t('ticket.events.domain', {
        from: event.from === null ? nothing : t(`board.domains.${event.from}`),
        to: event.to === null ? nothing : t(`board.domains.${event.to}`),
      })
    case 'merged':
      return t('ticket.events.merged', { into: firstLine(event.into) })
    case 'field':
    case 'customer':
    case 'note':
  }
  return null
}

function firstLine(text: string): string {
  const line = text.trim().split('\n')[0]?.trim() ?? ''
  return line.length <= LONGEST_MESSAGE ? line : `${line.slice(0, LONGEST_MESSAGE - 1)}…`
}

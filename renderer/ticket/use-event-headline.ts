import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { TicketEvent } from '../../shared/records/ticket-event.ts'

/** What happened, in a few words; texts of people stand below it and are not part of it. */
export function useEventHeadline(): (event: TicketEvent) => string {
  const { t } = useTranslation('ticket')
  return (event) => eventHeadline(event, t)
}

function eventHeadline(event: TicketEvent, t: TFunction<'ticket'>): string {
  const nothing = t('events.nothing')
  switch (event.kind) {
    case 'created': {
      const channel = t(`channels.${event.channel}`)
      return event.severity === null
        ? t('events.created', { channel })
        : t('events.createdWith', { channel, severity: event.severity })
    }
    case 'reply':
    case 'note':
    case 'phone-call':
      return t(`events.${event.kind}`)
    case 'status':
      return t('events.status', {
        from: event.from === null ? nothing : t(`statuses.${event.from}`),
        to: t(`statuses.${event.to}`),
      })
    case 'severity':
      return t(event.basis === 'assessed' ? 'events.severityAssessed' : 'events.severityReported', {
        from: event.from ?? nothing,
        to: event.to ?? nothing,
      })
    case 'owner':
    case 'customer':
      return t(`events.${event.kind}`, { from: event.from ?? nothing, to: event.to ?? nothing })
    case 'domain':
      return t('events.domain', { from: sideWord(event.from, t), to: sideWord(event.to, t) })
    case 'field':
      return t('events.field', { name: event.name, from: event.from ?? nothing, to: event.to ?? nothing })
    case 'merged':
  }
  return t('events.merged', { into: event.into })
}

function sideWord(side: 'mno' | 'provider' | 'customer' | null, t: TFunction<'ticket'>): string {
  return side === null ? t('events.nothing') : t(`sides.${side}`)
}

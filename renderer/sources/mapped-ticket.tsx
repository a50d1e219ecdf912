import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketRecord } from '../../shared/records/ticket.ts'
import { Instant } from '../ui/instant.tsx'
import { TICKET_FIELDS, type TicketField } from './mapping.ts'
import styles from './source-preview.module.css'

/** Already in the heading of the ticket. */
const SHOWN_ABOVE: ReadonlySet<TicketField> = new Set(['caseNumber', 'subject'])

/** A ticket as Meridian reads it, field by field; what stays empty is said to be empty. */
export function MappedTicket({ ticket }: { ticket: TicketRecord }) {
  const { t } = useTranslation('sources')
  const facts: [string, ReactNode][] = TICKET_FIELDS.filter((field) => !SHOWN_ABOVE.has(field)).map(
    (field) => [t(`mapping.field.${field}`), <Value key={field} ticket={ticket} field={field} />],
  )
  for (const [name, value] of Object.entries(ticket.fields)) facts.push([name, value])
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ ticket, field }: { ticket: TicketRecord; field: TicketField }) {
  const { t } = useTranslation('sources')
  const value = ticket[field]
  if (value === null || value === '') return <span className={styles['muted']}>{t('preview.empty')}</span>
  if (typeof value === 'number') return <Instant at={value} form="full" />
  if (field === 'status') return t(`mapping.status.${ticket.status}`)
  return value
}

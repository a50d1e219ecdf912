import { useTranslation } from 'react-i18next'
import type { SourcePreview } from '../../shared/contract/sources.ts'
import { MappedTicket } from './mapped-ticket.tsx'
import styles from './source-preview.module.css'

/** One real ticket: left as the source gave it, right as the mapping makes it. All of it is text. */
export function TicketPreview({ raw, mapped, events }: SourcePreview['tickets'][number]) {
  const { t } = useTranslation('sources')
  return (
    <article className={styles['ticket']} aria-label={t('preview.ticket', { caseNumber: mapped.caseNumber })}>
      <header className={styles['ticketHead']}>
        <strong>{mapped.caseNumber}</strong>
        <span className={styles['subject']}>{mapped.subject}</span>
        <span className={styles['muted']}>{t('preview.events', { count: events.length })}</span>
      </header>
      <div className={styles['sides']}>
        <div>
          <h4 className={styles['sideTitle']}>{t('preview.raw')}</h4>
          <dl className={styles['facts']}>
            {Object.entries(raw).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {value === '' ? <span className={styles['muted']}>{t('preview.empty')}</span> : value}
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <div>
          <h4 className={styles['sideTitle']}>{t('preview.mapped')}</h4>
          <MappedTicket ticket={mapped} />
        </div>
      </div>
    </article>
  )
}

import { useTranslation } from 'react-i18next'
import type { ProviderIncident } from '../../shared/records/status-page.ts'
import { AgeSentence } from '../ui/age-sentence.tsx'
import { Badge } from '../ui/badge.tsx'
import { ExternalIcon } from '../ui/icons.tsx'
import { Instant } from '../ui/instant.tsx'
import styles from './incident-card.module.css'
import { changedAt } from './incidents.ts'
import { IncidentTimes } from './incident-times.tsx'
import { ServiceStateMark } from './service-state-mark.tsx'

export interface IncidentCardProps {
  incident: ProviderIncident
  componentNames: ReadonlyMap<string, string>
  isFolded: boolean
}

/** One incident, maintenance or notice. Everything a provider wrote is shown as text, never as markup. */
export function IncidentCard({ incident, componentNames, isFolded }: IncidentCardProps) {
  const { t } = useTranslation('status')
  const saidAt = changedAt(incident)
  const affected = incident.components.map((name) => componentNames.get(name) ?? name)
  return (
    <article className={styles['card']}>
      <header className={styles['header']}>
        <ServiceStateMark state={incident.impact} />
        <h4 className={styles['title']}>{incident.title}</h4>
        {incident.rawStatus !== null && <Badge>{incident.rawStatus}</Badge>}
        {incident.url !== null && (
          <a
            href={incident.url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('incident.link')}
            title={t('incident.link')}
          >
            <ExternalIcon />
          </a>
        )}
      </header>
      <p className={styles['times']}>
        <IncidentTimes incident={incident} />
        {saidAt > 0 && incident.kind !== 'maintenance' && (
          <AgeSentence at={saidAt} say={(age) => t('incident.age', { age })} />
        )}
      </p>
      {affected.length > 0 && (
        <p className={styles['affects']}>{t('incident.affects', { names: affected.join(', ') })}</p>
      )}
      <Updates incident={incident} isFolded={isFolded} />
    </article>
  )
}

function Updates({ incident, isFolded }: { incident: ProviderIncident; isFolded: boolean }) {
  const { t } = useTranslation('status')
  const updates = incident.updates.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
  const [latest, ...earlier] = updates
  if (latest === undefined) return <p className={styles['affects']}>{t('incident.noUpdates')}</p>
  const listed = isFolded ? updates : earlier
  return (
    <>
      {!isFolded && <Update update={latest} />}
      {listed.length > 0 && (
        <details className={styles['earlier']}>
          <summary>{t(isFolded ? 'incident.updates' : 'incident.earlier', { count: listed.length })}</summary>
          {listed.map((update, index) => (
            // A page may give the same instant to several updates; their order does not change within a reading.
            <Update key={`${update.at ?? 'none'} ${index}`} update={update} />
          ))}
        </details>
      )}
    </>
  )
}

function Update({ update }: { update: ProviderIncident['updates'][number] }) {
  return (
    <div className={styles['update']}>
      <p className={styles['updateHead']}>
        {update.at !== null && <Instant at={update.at} />}
        {update.rawStatus !== null && <strong>{update.rawStatus}</strong>}
      </p>
      <p className={styles['text']}>{update.text}</p>
    </div>
  )
}

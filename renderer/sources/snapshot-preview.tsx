import { useTranslation } from 'react-i18next'
import type { StatusSnapshot } from '../../shared/records/status-page.ts'
import { openIncidents } from '../status/incidents.ts'
import { ServiceStateMark } from '../status/service-state-mark.tsx'
import styles from './source-preview.module.css'

/** Enough to recognise the page; the status screen shows all of it. */
const LISTED = 12

/** A status page as it reads now. */
export function SnapshotPreview({ snapshot }: { snapshot: StatusSnapshot }) {
  const { t } = useTranslation('sources')
  return (
    <article className={styles['ticket']} aria-label={t('preview.snapshot')}>
      <header className={styles['ticketHead']}>
        <strong>{snapshot.pageName ?? t('preview.snapshot')}</strong>
        <span className={styles['subject']}>{snapshot.overallDescription}</span>
        <ServiceStateMark state={snapshot.overall} />
      </header>
      <div className={styles['sides']}>
        <div>
          <h4 className={styles['sideTitle']}>
            {t('preview.components', { count: snapshot.components.length })}
          </h4>
          <ul>
            {snapshot.components.slice(0, LISTED).map((component) => (
              <li key={component.externalId} className={styles['component']}>
                <span>{component.name}</span> <ServiceStateMark state={component.state} />
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h4 className={styles['sideTitle']}>
            {t('preview.incidents', {
              count: snapshot.incidents.length,
              open: openIncidents(snapshot).length,
            })}
          </h4>
          <ul>
            {snapshot.incidents.slice(0, LISTED).map((incident) => (
              <li key={incident.externalId} className={styles['component']}>
                <span>{incident.title}</span> <ServiceStateMark state={incident.impact} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </article>
  )
}

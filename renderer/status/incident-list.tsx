import { useTranslation } from 'react-i18next'
import type { ProviderIncident } from '../../shared/records/status-page.ts'
import { IncidentCard } from './incident-card.tsx'
import styles from './incident-list.module.css'

export interface IncidentListProps {
  title: string
  incidents: readonly ProviderIncident[]
  /** Component ids to names; incidents name what they affect by either. */
  componentNames: ReadonlyMap<string, string>
  /** Said when there is none; without it an empty section is not shown. */
  empty?: string
  /** Closed until asked for. */
  isFolded?: boolean
}

export function IncidentList({
  title,
  incidents,
  componentNames,
  empty,
  isFolded = false,
}: IncidentListProps) {
  if (incidents.length === 0 && empty === undefined) return null
  const cards = incidents.map((incident) => (
    <li key={incident.externalId}>
      <IncidentCard incident={incident} componentNames={componentNames} isFolded={isFolded} />
    </li>
  ))
  if (isFolded) {
    return (
      <details className={styles['section']}>
        <summary>
          {title} <SectionCount count={incidents.length} />
        </summary>
        <ul className={styles['cards']}>{cards}</ul>
      </details>
    )
  }
  return (
    <section className={styles['section']} aria-label={title}>
      <h3>
        {title} <SectionCount count={incidents.length} />
      </h3>
      {incidents.length === 0 ? (
        <p className={styles['empty']}>{empty}</p>
      ) : (
        <ul className={styles['cards']}>{cards}</ul>
      )}
    </section>
  )
}

function SectionCount({ count }: { count: number }) {
  const { i18n } = useTranslation()
  if (count === 0) return null
  return <span className={styles['count']}>{count.toLocaleString(i18n.language)}</span>
}

import { useTranslation } from 'react-i18next'
import styles from './ticket-facts.module.css'

/** What the source says beyond our own words, as it says it. */
export function SourceFields({ fields }: { fields: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('ticket')
  const entries = Object.entries(fields).filter(([, value]) => value !== '')
  if (entries.length === 0) return <p className={styles['raw']}>{t('fields.none')}</p>
  return (
    <dl className={styles['facts']}>
      {entries.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

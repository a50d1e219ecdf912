import { useTranslation } from 'react-i18next'
import type { IncidentReport } from '../../shared/records/incident-report.ts'
import { IconButton } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import styles from './line-list.module.css'

export interface ExampleListProps {
  examples: IncidentReport['examples']
  isReadOnly: boolean
  onChange: (examples: IncidentReport['examples']) => void
}

/** The A/B examples that go with the report; one may be left out, none is written by hand. */
export function ExampleList({ examples, isReadOnly, onChange }: ExampleListProps) {
  const { t } = useTranslation('incidentReport')
  if (examples.length === 0) return null
  return (
    <section className={styles['section']} aria-label={t('sections.examples')}>
      <h3 className={styles['heading']}>{t('sections.examples')}</h3>
      <ol className={styles['lines']}>
        {examples.map(({ title }, index) => (
          <li key={title} className={styles['line']}>
            <div className={styles['example']}>
              <p className={styles['text']}>{title}</p>
              {!isReadOnly && (
                <IconButton
                  label={t('removeExample', { number: index + 1 })}
                  onPress={() => onChange(examples.filter((_, at) => at !== index))}
                >
                  <CloseIcon />
                </IconButton>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

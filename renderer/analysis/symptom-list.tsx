import { useTranslation } from 'react-i18next'
import type { Symptom } from '../../shared/records/analysis.ts'
import { Button } from '../ui/button.tsx'
import styles from './symptom-list.module.css'
import { useFigures } from './use-figures.ts'

/** Values of one symptom that are shown; the rest is counted. */
const MOST_VALUES = 6

export interface SymptomListProps {
  symptoms: readonly Symptom[]
  /** Null where the viewer may not search. */
  onSplit: ((column: string, value: string) => void) | null
  onKeep: ((column: string) => void) | null
}

/** Columns that come with failing rather than cause it: kinds of failing, by which to split. */
export function SymptomList({ symptoms, onSplit, onKeep }: SymptomListProps) {
  const { t } = useTranslation('analysis')
  if (symptoms.length === 0) return null
  return (
    <section className={styles['symptoms']} aria-label={t('symptoms.title')}>
      <h3>{t('symptoms.title')}</h3>
      <p className={styles['muted']}>{t('symptoms.lead')}</p>
      <ul className={styles['list']}>
        {symptoms.map((symptom) => (
          <SymptomItem key={symptom.column} symptom={symptom} onSplit={onSplit} onKeep={onKeep} />
        ))}
      </ul>
    </section>
  )
}

function SymptomItem({
  symptom,
  onSplit,
  onKeep,
}: { symptom: Symptom } & Omit<SymptomListProps, 'symptoms'>) {
  const { t } = useTranslation('analysis')
  const { count } = useFigures()
  const { column, reason, values } = symptom
  // What no failing record has is no kind of failing.
  const kinds = values.filter(({ failing }) => failing > 0)
  const rest = kinds.length - MOST_VALUES
  return (
    <li className={styles['symptom']}>
      <div className={styles['head']}>
        <span>
          <b>{column}</b> <span className={styles['muted']}>{t(`symptoms.reasons.${reason}`)}</span>
        </span>
        {onKeep !== null && (
          <Button variant="quiet" onPress={() => onKeep(column)}>
            {t('symptoms.keep')}
          </Button>
        )}
      </div>
      <table className={styles['table']} aria-label={column}>
        <thead>
          <tr>
            <th scope="col">{t('symptoms.value')}</th>
            <th scope="col">{t('why.failing')}</th>
            <th scope="col">{t('why.working')}</th>
            {onSplit !== null && (
              <th scope="col">
                <span className={styles['unseen']}>{t('symptoms.split')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {kinds.slice(0, MOST_VALUES).map(({ value, failing, working }) => (
            <tr key={value}>
              <th scope="row">{value === '' ? t('symptoms.blank') : value}</th>
              <td>{count(failing)}</td>
              <td>{count(working)}</td>
              {onSplit !== null && (
                <td>
                  <Button
                    variant="quiet"
                    aria-label={t('symptoms.splitLabel', { column, value })}
                    onPress={() => onSplit(column, value)}
                  >
                    {t('symptoms.split')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className={styles['muted']}>{t('symptoms.more', { count: rest })}</p>}
    </li>
  )
}

import { useTranslation } from 'react-i18next'
import type { FailingDefinition } from '../../shared/records/analysis-question.ts'
import type { RecordSetColumn } from '../../shared/records/record-set.ts'
import { SelectField } from '../ui/select-field.tsx'
import styles from './record-panel.module.css'

/** Stands for no column: names of columns are never empty. */
const NONE = ''

const FIELDS = [
  { name: 'failedCountColumn', label: 'more.failedCount' },
  { name: 'totalCountColumn', label: 'more.totalCount' },
  { name: 'weightColumn', label: 'more.weight' },
] as const

export interface CountFieldsProps {
  columns: readonly RecordSetColumn[]
  definition: FailingDefinition
  onChange: (change: Partial<FailingDefinition>) => void
  isDisabled: boolean
}

/** For rows that stand for several records: their counts, or their weight. */
export function CountFields({ columns, definition, onChange, isDisabled }: CountFieldsProps) {
  const { t } = useTranslation('records')
  const isUsed = FIELDS.some(({ name }) => definition[name] !== null)
  const numbers = columns.filter(({ name, kind }) => kind === 'number' || isNamed(name))

  function isNamed(column: string): boolean {
    return FIELDS.some(({ name }) => definition[name] === column)
  }

  return (
    <details className={styles['details']} open={isUsed}>
      <summary>{t('more.counts')}</summary>
      <div className={styles['group']}>
        {FIELDS.map(({ name, label }) => (
          <SelectField
            key={name}
            label={t(label)}
            value={definition[name] ?? NONE}
            choices={[
              { value: NONE, label: t('more.none') },
              ...numbers.map((column) => ({ value: column.name, label: column.name })),
            ]}
            onChange={(chosen) => onChange({ [name]: chosen === NONE ? null : chosen })}
            isDisabled={isDisabled}
          />
        ))}
      </div>
    </details>
  )
}

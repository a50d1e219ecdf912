import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailingDefinition } from '../../shared/records/analysis-question.ts'
import type { RecordSetColumn } from '../../shared/records/record-set.ts'
import { ColumnField } from './column-field.tsx'
import { FoldedFields } from './folded-fields.tsx'

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
  const numbers = useMemo(() => columns.filter(({ kind }) => kind === 'number'), [columns])

  return (
    <FoldedFields title={t('more.counts')} isUsed={isUsed}>
      {FIELDS.map(({ name, label }) => (
        <ColumnField
          key={name}
          label={t(label)}
          placeholder={t('more.none')}
          columns={numbers}
          value={definition[name]}
          onChange={(chosen) => onChange({ [name]: chosen })}
          onClear={() => onChange({ [name]: null })}
          isDisabled={isDisabled}
        />
      ))}
    </FoldedFields>
  )
}

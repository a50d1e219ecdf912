import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { SelectField } from '../ui/select-field.tsx'
import { ConditionField } from './condition-field.tsx'

export interface WorkingFieldProps {
  /** Null: all that do not fail. */
  value: string | null
  onChange: (value: string | null) => void
  recordSet: RecordSet
  isDisabled: boolean
}

/** Working are all others, or what meets a condition of its own. */
export function WorkingField({ value, onChange, recordSet, isDisabled }: WorkingFieldProps) {
  const { t } = useTranslation('records')
  // "Those with…" stays chosen while nothing is written yet.
  const [isWriting, setWriting] = useState(false)
  const hasOwn = value !== null || isWriting
  return (
    <>
      <SelectField
        label={t('failing.working')}
        value={hasOwn ? 'own' : 'rest'}
        choices={[
          { value: 'rest', label: t('failing.rest') },
          { value: 'own', label: t('failing.own') },
        ]}
        onChange={(chosen) => {
          setWriting(chosen === 'own')
          if (chosen === 'rest') onChange(null)
        }}
        isDisabled={isDisabled}
      />
      {hasOwn && (
        <ConditionField
          label={t('failing.workingCondition')}
          value={value}
          onChange={onChange}
          recordSet={recordSet}
          isDisabled={isDisabled}
        />
      )}
    </>
  )
}

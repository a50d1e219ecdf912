import { useMemo, useRef, useState } from 'react'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { useTranslation } from 'react-i18next'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { FieldLabel, FieldNotes } from '../ui/field-parts.tsx'
import fieldStyles from '../ui/field.module.css'
import { useSettled } from '../app/use-settled.ts'
import { ConditionBuilder } from './condition-builder.tsx'
import { conditionFaults } from './condition-faults.ts'
import styles from './condition-field.module.css'
import { ConditionFaults } from './condition-fault-list.tsx'

/** A text is not called wrong while it is being typed. */
const SETTLE_MS = 400

export interface ConditionFieldProps {
  label: string
  help?: string | null
  /** What an empty field means. */
  placeholder?: string
  /** Null: nothing is asked. */
  value: string | null
  onChange: (value: string | null) => void
  recordSet: RecordSet
  isDisabled: boolean
  /** Further ways to fill it in. */
  actions?: React.ReactNode
}

/** A condition as text, which is the truth, with its faults marked; and as rows, where rows can show it. */
export function ConditionField(props: ConditionFieldProps) {
  const { label, help, placeholder = '', value, onChange, recordSet, isDisabled, actions } = props
  const { t } = useTranslation('records')
  const area = useRef<HTMLTextAreaElement>(null)
  const [isBuilding, setBuilding] = useState(false)
  const text = value ?? ''
  const settled = useSettled(text, SETTLE_MS)
  const faults = useMemo(
    () => (settled.trim() === '' ? [] : conditionFaults(settled, recordSet.columns)),
    [settled, recordSet],
  )
  const shown = settled === text ? faults : []

  function select(from: number, to: number): void {
    area.current?.focus()
    area.current?.setSelectionRange(from, to)
  }

  return (
    <div className={styles['condition']}>
      <TextField
        className={fieldStyles['field'] ?? ''}
        value={text}
        onChange={(typed) => onChange(typed.trim() === '' ? null : typed)}
        isInvalid={shown.length > 0}
        isDisabled={isDisabled}
        validationBehavior="aria"
      >
        <FieldLabel label={label} isRequired={false} />
        <TextArea
          ref={area}
          className={classes(fieldStyles['input'], styles['text'])}
          rows={1}
          placeholder={placeholder}
          spellCheck="false"
          autoCapitalize="off"
          autoComplete="off"
        />
        <FieldNotes help={text === '' ? help : null} error={null} />
      </TextField>
      <ConditionFaults text={text} faults={shown} onSelect={select} />
      {!isDisabled && (
        <div className={styles['ways']}>
          <Button
            variant="quiet"
            onPress={() => setBuilding(!isBuilding)}
            aria-expanded={isBuilding}
            aria-label={`${t(isBuilding ? 'condition.noBuilder' : 'condition.builder')}: ${label}`}
          >
            {t(isBuilding ? 'condition.noBuilder' : 'condition.builder')}
          </Button>
          {actions}
        </div>
      )}
      {isBuilding && !isDisabled && (
        <ConditionBuilder label={label} text={text} onChange={onChange} recordSet={recordSet} />
      )}
    </div>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isConditionFault } from '../../shared/commonality/condition/condition-fault.ts'
import { parseCondition } from '../../shared/commonality/condition/parse-condition.ts'
import { writeCondition } from '../../shared/commonality/condition/write-condition.ts'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { Button } from '../ui/button.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { SelectField } from '../ui/select-field.tsx'
import styles from './condition-builder.module.css'
import { ConditionRowFields } from './condition-row-fields.tsx'
import { conditionOf, type ConditionRow, type ConditionRows, rowsOf } from './condition-rows.ts'

const NEW_ROW: ConditionRow = { column: '', operator: 'is', values: [] }
const NO_ROWS: ConditionRows = { join: 'and', rows: [NEW_ROW] }

export interface ConditionBuilderProps {
  label: string
  text: string
  onChange: (text: string | null) => void
  recordSet: RecordSet
}

/** A condition as rows of column, comparison and values. What is built is written as text, and read from it again. */
export function ConditionBuilder({ label, text, onChange, recordSet }: ConditionBuilderProps) {
  const { t } = useTranslation('records')
  // Rows that are not whole yet are in no text: they last as long as the text is the one they gave.
  const [built, setBuilt] = useState<{ text: string; rows: ConditionRows } | null>(null)
  const read = built?.text === text ? built.rows : rowsIn(text)
  if (read === 'faulty' || read === 'rich') {
    return <p className={styles['muted']}>{t(`condition.${read}`)}</p>
  }
  const { join, rows } = read

  function build(next: ConditionRows): void {
    const condition = conditionOf(next)
    const written = condition === null ? '' : writeCondition(condition)
    setBuilt({ text: written, rows: next })
    onChange(written === '' ? null : written)
  }

  function changeRow(index: number, row: ConditionRow): void {
    build({ join, rows: rows.with(index, row) })
  }

  function removeRow(index: number): void {
    const left = rows.toSpliced(index, 1)
    build(left.length === 0 ? NO_ROWS : { join, rows: left })
  }

  return (
    <fieldset aria-label={t('condition.rowsOf', { field: label })} className={styles['builder']}>
      {rows.length > 1 && (
        <SelectField
          label={t('condition.join')}
          value={join}
          choices={[
            { value: 'and', label: t('condition.all') },
            { value: 'or', label: t('condition.any') },
          ]}
          onChange={(chosen) => build({ join: chosen, rows })}
        />
      )}
      {rows.map((row, index) => (
        <ConditionRowFields
          // oxlint-disable-next-line react/no-array-index-key -- a row is its place: it has no other name
          key={index}
          number={index + 1}
          row={row}
          recordSet={recordSet}
          onChange={(changed) => changeRow(index, changed)}
          onRemove={() => removeRow(index)}
        />
      ))}
      <div>
        <Button variant="quiet" onPress={() => build({ join, rows: [...rows, NEW_ROW] })}>
          <PlusIcon />
          {t('condition.add')}
        </Button>
      </div>
    </fieldset>
  )
}

function rowsIn(text: string): ConditionRows | 'faulty' | 'rich' {
  if (text.trim() === '') return NO_ROWS
  const condition = parseCondition(text)
  if (isConditionFault(condition)) return 'faulty'
  return rowsOf(condition) ?? 'rich'
}

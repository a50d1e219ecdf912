import { useTranslation } from 'react-i18next'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { IconButton } from '../ui/button.tsx'
import { CellField } from '../ui/cell-field.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { SelectField } from '../ui/select-field.tsx'
import styles from './condition-builder.module.css'
import { type ConditionRow, operatorsOf, valuesTaken } from './condition-rows.ts'
import { ColumnField } from './column-field.tsx'
import { ValueField } from './value-field.tsx'
import { Chips } from './chips.tsx'

export interface ConditionRowFieldsProps {
  /** From 1. */
  number: number
  row: ConditionRow
  recordSet: RecordSet
  onChange: (row: ConditionRow) => void
  onRemove: () => void
}

/** One comparison: column, operator, values. */
export function ConditionRowFields({ number, row, recordSet, onChange, onRemove }: ConditionRowFieldsProps) {
  const { t } = useTranslation('records')
  const column = recordSet.columns.find(({ name }) => name === row.column) ?? null
  const operators = operatorsOf(column?.kind ?? null)
  // A comparison the text has, though the column's kind would not suggest it, is shown all the same.
  const listed = operators.includes(row.operator) ? operators : [...operators, row.operator]
  return (
    <fieldset aria-label={t('condition.row', { number })} className={styles['row']}>
      <ColumnField
        label={t('condition.column')}
        hideLabel
        placeholder={t('condition.column')}
        columns={recordSet.columns}
        value={row.column === '' ? null : row.column}
        onChange={(name) => onChange({ ...row, column: name, values: [] })}
      />
      <div className={styles['operator']}>
        <SelectField
          label={t('condition.operator')}
          hideLabel
          value={row.operator}
          choices={listed.map((operator) => ({
            value: operator,
            label: t(`condition.operators.${operator}`),
          }))}
          onChange={(operator) => onChange({ ...row, operator, values: fitting(row, operator) })}
        />
      </div>
      <IconButton label={t('condition.remove', { number })} onPress={onRemove}>
        <CloseIcon />
      </IconButton>
      <div className={styles['values']}>
        <RowValues row={row} recordSet={recordSet} onChange={(values) => onChange({ ...row, values })} />
      </div>
    </fieldset>
  )
}

function fitting(row: ConditionRow, operator: ConditionRow['operator']): readonly string[] {
  switch (valuesTaken(operator)) {
    case 'none':
      return []
    case 'one':
      return row.values.slice(0, 1)
    case 'two':
      return row.values.slice(0, 2)
    case 'many':
    default:
      return row.values
  }
}

interface RowValuesProps {
  row: ConditionRow
  recordSet: RecordSet
  onChange: (values: readonly string[]) => void
}

function RowValues({ row, recordSet, onChange }: RowValuesProps) {
  const { t } = useTranslation('records')
  const [first = '', second = ''] = row.values
  if (row.column === '') return null
  switch (valuesTaken(row.operator)) {
    case 'none':
      return null
    case 'one':
      return (
        <CellField
          label={t('condition.value')}
          value={first}
          onChange={(value) => onChange([value.trim()])}
          spellCheck="false"
        />
      )
    case 'two':
      return (
        <div className={styles['pair']}>
          <CellField
            label={t('condition.lower')}
            value={first}
            onChange={(value) => onChange([value.trim(), second])}
            spellCheck="false"
          />
          <span aria-hidden>–</span>
          <CellField
            label={t('condition.upper')}
            value={second}
            onChange={(value) => onChange([first, value.trim()])}
            spellCheck="false"
          />
        </div>
      )
    case 'many':
    default:
      return (
        <>
          {row.values.length > 0 && (
            <Chips
              label={t('condition.chosen')}
              values={row.values}
              removeLabel={(value) => t('condition.removeValue', { value })}
              onRemove={(value) => onChange(row.values.filter((held) => held !== value))}
            />
          )}
          <ValueField
            recordSetId={recordSet.id}
            column={row.column}
            chosen={row.values}
            onAdd={(value) => onChange([...row.values, value])}
          />
        </>
      )
  }
}

import { COLUMN_KINDS, COLUMN_ROLES } from '../../shared/records/column-words.ts'
import { useTranslation } from 'react-i18next'
import type { RecordSetColumn } from '../../shared/records/record-set.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import type { ColumnDraft } from './column-draft.ts'
import styles from './columns-dialog.module.css'
import { useAmounts } from './use-amounts.ts'

/** Stands for no role: it is no word of the trade. */
const NO_ROLE = 'none'
const ROLE_CHOICES = [NO_ROLE, ...COLUMN_ROLES] as const

export interface ColumnRowProps {
  index: number
  column: RecordSetColumn
  /** Of the record set. */
  rows: number
  draft: ColumnDraft
  mayChange: boolean
  onChange: (draft: ColumnDraft) => void
}

export function ColumnRow({ index, column, rows, draft, mayChange, onChange }: ColumnRowProps) {
  const { t } = useTranslation('records')
  const { name } = draft
  return (
    <tr className={styles['row']} aria-rowindex={index}>
      <th scope="row" className={styles['name']} title={name}>
        {name}
      </th>
      <td>
        <SelectField
          label={t('columns.kindOf', { column: name })}
          hideLabel
          isDisabled={!mayChange}
          value={draft.kind}
          choices={COLUMN_KINDS.map((kind) => ({ value: kind, label: t(`columns.kinds.${kind}`) }))}
          onChange={(kind) => onChange({ ...draft, kind })}
        />
      </td>
      <td>
        <SelectField
          label={t('columns.roleOf', { column: name })}
          hideLabel
          isDisabled={!mayChange}
          value={draft.role ?? NO_ROLE}
          choices={ROLE_CHOICES.map((role) => ({
            value: role,
            label: t(`columns.roles.${role}`),
          }))}
          onChange={(role) => onChange({ ...draft, role: role === NO_ROLE ? null : role })}
        />
      </td>
      <ValuesCell column={column} rows={rows} />
      <td>
        <CheckboxField
          aria-label={t('columns.searchIn', { column: name })}
          label=""
          isDisabled={!mayChange}
          isSelected={draft.isSearched}
          onChange={(isSearched) => onChange({ ...draft, isSearched })}
        />
      </td>
      <td>
        <CheckboxField
          aria-label={t('columns.blankOf', { column: name })}
          label=""
          isDisabled={!mayChange || column.blanks === 0}
          isSelected={draft.blankCounts}
          onChange={(blankCounts) => onChange({ ...draft, blankCounts })}
        />
      </td>
    </tr>
  )
}

function ValuesCell({ column, rows }: { column: RecordSetColumn; rows: number }) {
  const { t } = useTranslation('records')
  const amounts = useAmounts()
  const { commonest, distinct, blanks } = column
  const said = commonest
    .map(({ value, records }) => `${value} ${amounts.share(rows === 0 ? 0 : records / rows)}`)
    .join(' · ')
  return (
    <td className={styles['values']}>
      <div className={styles['commonest']} title={said}>
        {said}
      </div>
      <div className={styles['counts']}>
        {t('columns.distinct', { count: distinct, distinct: amounts.count(distinct) })}
        {blanks > 0 && ` · ${t('columns.blanks', { share: amounts.share(rows === 0 ? 0 : blanks / rows) })}`}
      </div>
    </td>
  )
}

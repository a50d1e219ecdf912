import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSetColumn } from '../../shared/records/record-set.ts'
import { Chips } from './chips.tsx'
import { ColumnField } from './column-field.tsx'
import styles from './record-panel.module.css'

/** The contract says so too. */
export const MOST_MATCHED = 5

export interface MatchFieldsProps {
  columns: readonly RecordSetColumn[]
  matchOn: readonly string[]
  onChange: (matchOn: string[]) => void
  isDisabled: boolean
}

/** Columns in which working records are picked to equal the failing ones. */
export function MatchFields({ columns, matchOn, onChange, isDisabled }: MatchFieldsProps) {
  const { t } = useTranslation('records')
  const free = useMemo(
    () => columns.filter(({ name, kind }) => kind !== 'identifier' && !matchOn.includes(name)),
    [columns, matchOn],
  )
  return (
    <div className={styles['group']}>
      <ColumnField
        // Chosen, it becomes a chip below, and the field is for the next.
        key={matchOn.length}
        label={t('more.match')}
        help={t('more.matchHelp')}
        placeholder={t('more.addMatch')}
        columns={free}
        value={null}
        onChange={(name) => onChange([...matchOn, name])}
        isDisabled={isDisabled || matchOn.length >= MOST_MATCHED}
      />
      {matchOn.length > 0 && (
        <Chips
          label={t('more.matched')}
          values={matchOn}
          removeLabel={(column) => t('more.unmatch', { column })}
          onRemove={isDisabled ? null : (column) => onChange(matchOn.filter((held) => held !== column))}
        />
      )}
    </div>
  )
}

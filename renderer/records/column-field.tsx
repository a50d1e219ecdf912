import { useState } from 'react'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import type { RecordSetColumn } from '../../shared/records/record-set.ts'
import fieldStyles from '../ui/field.module.css'
import menuStyles from '../ui/menu.module.css'
import styles from './condition-builder.module.css'

/** A file may have five thousand columns; who looks for one types. */
const MOST_OFFERED = 100

export interface ColumnFieldProps {
  columns: readonly RecordSetColumn[]
  /** Empty while none is chosen. */
  value: string
  onChange: (name: string) => void
}

/** One column, found by typing a part of its name. */
export function ColumnField({ columns, value, onChange }: ColumnFieldProps) {
  const { t } = useTranslation('records')
  const [typed, setTyped] = useState<string | null>(null)
  const wanted = typed === null ? '' : typed.trim().toLowerCase()
  const offered = columns
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, MOST_OFFERED)
    .map(({ name }) => ({ id: name }))
  return (
    <div className={styles['column']}>
      <ComboBox
        aria-label={t('condition.column')}
        className={fieldStyles['field'] ?? ''}
        items={offered}
        inputValue={typed ?? value}
        onInputChange={setTyped}
        defaultFilter={() => true}
        value={value === '' ? null : value}
        onChange={(key) => {
          setTyped(null)
          if (key !== null && key !== value) onChange(String(key))
        }}
        onBlur={() => setTyped(null)}
        menuTrigger="focus"
      >
        <Input
          className={fieldStyles['input'] ?? ''}
          placeholder={t('condition.column')}
          spellCheck="false"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Popover className={menuStyles['popover'] ?? ''} offset={2}>
          <ListBox className={menuStyles['menu'] ?? ''}>
            {(item: { id: string }) => (
              <ListBoxItem textValue={item.id} className={menuStyles['item'] ?? ''}>
                {item.id}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  )
}

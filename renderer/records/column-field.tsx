import { useMemo, useState } from 'react'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import type { RecordSetColumn } from '../../shared/records/record-set.ts'
import { FieldLabel, FieldNotes } from '../ui/field-parts.tsx'
import fieldStyles from '../ui/field.module.css'
import menuStyles from '../ui/menu.module.css'

/** A file may have five thousand columns; who looks for one types. */
const MOST_OFFERED = 100

export interface ColumnFieldProps {
  label: string
  /** Keeps the label for screen readers only: for rows of controls. */
  hideLabel?: boolean
  help?: string
  placeholder: string
  columns: readonly Pick<RecordSetColumn, 'name'>[]
  /** Null while none is chosen. */
  value: string | null
  onChange: (name: string) => void
  /** Emptied, it names no column; without this it goes back to the one it had. */
  onClear?: () => void
  isDisabled?: boolean
}

/** One column, found by typing a part of its name. */
export function ColumnField(props: ColumnFieldProps) {
  const { label, hideLabel = false, help, placeholder, columns, value, onChange, onClear } = props
  const { t } = useTranslation('records')
  const [typed, setTyped] = useState<string | null>(null)
  const wanted = typed === null ? '' : typed.trim().toLowerCase()
  const offered = useMemo(
    () =>
      columns
        .filter(({ name }) => name.toLowerCase().includes(wanted))
        .slice(0, MOST_OFFERED)
        .map(({ name }) => ({ id: name })),
    [columns, wanted],
  )

  // Before the library brings back the words of what is chosen, as it does when the focus leaves.
  function type(text: string): void {
    setTyped(text)
    if (text === '' && value !== null) onClear?.()
  }

  return (
    <ComboBox
      {...(hideLabel ? { 'aria-label': label } : {})}
      className={fieldStyles['field'] ?? ''}
      items={offered}
      inputValue={typed ?? value ?? ''}
      onInputChange={type}
      // Filtered above, since not all of them are handed over.
      defaultFilter={() => true}
      value={value}
      onChange={(key) => {
        // None comes with Escape, which takes back what was typed, and with an emptied field, which stays empty.
        if (key !== null || typed !== '') setTyped(null)
        if (key !== null && key !== value) onChange(String(key))
      }}
      onBlur={() => setTyped(null)}
      menuTrigger="focus"
      allowsEmptyCollection
      isDisabled={props.isDisabled ?? false}
    >
      {!hideLabel && <FieldLabel label={label} isRequired={false} />}
      <Input
        className={fieldStyles['input'] ?? ''}
        placeholder={placeholder}
        spellCheck="false"
        onFocus={(event) => event.currentTarget.select()}
      />
      <FieldNotes help={help} error={null} />
      <Popover className={menuStyles['popover'] ?? ''} offset={2}>
        <ListBox
          className={menuStyles['menu'] ?? ''}
          renderEmptyState={() => <div className={menuStyles['heading']}>{t('columns.noMatch')}</div>}
        >
          {(item: { id: string }) => (
            <ListBoxItem textValue={item.id} className={menuStyles['item'] ?? ''}>
              {item.id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

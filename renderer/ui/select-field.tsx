import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { FieldLabel, FieldNotes, type FieldTexts, hasText } from './field-parts.tsx'
import styles from './field.module.css'
import { ChevronDownIcon } from './icons.tsx'
import menuStyles from './menu.module.css'

export interface Choice<T extends string> {
  value: T
  label: string
}

export interface SelectFieldProps<T extends string> extends FieldTexts {
  choices: readonly Choice<T>[]
  /** Null while nothing is chosen. */
  value: T | null
  onChange: (value: T) => void
  isRequired?: boolean
  isDisabled?: boolean
  placeholder?: string
  /** Keeps the label for screen readers only: for toolbars. */
  hideLabel?: boolean
}

/** One choice out of a short list. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, help, error, choices, value, onChange } = props
  return (
    <Select
      className={styles['field'] ?? ''}
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key)
        if (chosen !== undefined) onChange(chosen.value)
      }}
      isInvalid={hasText(error)}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      placeholder={props.placeholder ?? '…'}
      {...(props.hideLabel === true ? { 'aria-label': label } : {})}
    >
      {props.hideLabel !== true && <FieldLabel label={label} isRequired={props.isRequired} />}
      <Button className={styles['select'] ?? ''}>
        <SelectValue />
        <ChevronDownIcon />
      </Button>
      <FieldNotes help={help} error={error} />
      <Popover className={menuStyles['popover'] ?? ''} offset={2}>
        <ListBox className={menuStyles['menu'] ?? ''}>
          {choices.map((choice) => (
            <ListBoxItem
              key={choice.value}
              id={choice.value}
              textValue={choice.label}
              className={menuStyles['item'] ?? ''}
            >
              {choice.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}

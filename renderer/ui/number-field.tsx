import { Input } from 'react-aria-components/Input'
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components/NumberField'
import { FieldLabel, FieldNotes, type FieldTexts, hasText } from './field-parts.tsx'
import styles from './field.module.css'

export interface NumberFieldProps
  extends Omit<AriaNumberFieldProps, 'className' | 'style' | 'children'>, FieldTexts {}

export function NumberField({ label, help, error, ...props }: NumberFieldProps) {
  return (
    <AriaNumberField
      validationBehavior="aria"
      {...props}
      isInvalid={hasText(error)}
      className={styles['field'] ?? ''}
    >
      <FieldLabel label={label} isRequired={props.isRequired} />
      <Input className={styles['input'] ?? ''} />
      <FieldNotes help={help} error={error} />
    </AriaNumberField>
  )
}

import { Input } from 'react-aria-components/Input'
import { TextArea } from 'react-aria-components/TextArea'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField'
import { FieldLabel, FieldNotes, type FieldTexts, hasText } from './field-parts.tsx'
import styles from './field.module.css'

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'>, FieldTexts {
  placeholder?: string
}

export function TextField({ label, help, error, placeholder = '', ...props }: TextFieldProps) {
  return (
    <AriaTextField
      validationBehavior="aria"
      {...props}
      isInvalid={hasText(error)}
      className={styles['field'] ?? ''}
    >
      <FieldLabel label={label} isRequired={props.isRequired} />
      <Input className={styles['input'] ?? ''} placeholder={placeholder} />
      <FieldNotes help={help} error={error} />
    </AriaTextField>
  )
}

export interface TextAreaFieldProps extends TextFieldProps {
  rows?: number
}

export function TextAreaField({
  label,
  help,
  error,
  placeholder = '',
  rows = 4,
  ...props
}: TextAreaFieldProps) {
  return (
    <AriaTextField
      validationBehavior="aria"
      {...props}
      isInvalid={hasText(error)}
      className={styles['field'] ?? ''}
    >
      <FieldLabel label={label} isRequired={props.isRequired} />
      <TextArea className={styles['input'] ?? ''} placeholder={placeholder} rows={rows} />
      <FieldNotes help={help} error={error} />
    </AriaTextField>
  )
}

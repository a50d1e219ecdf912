import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { TextField, type TextFieldProps } from 'react-aria-components/TextField'
import { hasText } from './field-parts.tsx'
import styles from './field.module.css'

export interface CellFieldProps extends Omit<
  TextFieldProps,
  'className' | 'style' | 'children' | 'aria-label'
> {
  /** Said by screen readers; a column heading says it to everybody else. */
  label: string
  error?: string | null | undefined
  placeholder?: string
}

/** A text field inside a table or a row of controls, where its heading stands above the column. */
export function CellField({ label, error, placeholder = '', ...props }: CellFieldProps) {
  return (
    <TextField
      validationBehavior="aria"
      {...props}
      aria-label={label}
      isInvalid={hasText(error)}
      className={styles['field'] ?? ''}
    >
      <Input className={styles['input'] ?? ''} placeholder={placeholder} />
      <FieldError className={styles['error'] ?? ''}>{error ?? undefined}</FieldError>
    </TextField>
  )
}

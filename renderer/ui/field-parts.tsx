import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import styles from './field.module.css'

/** What every field of a form has in common. */
export interface FieldTexts {
  label: string
  help?: string | null | undefined
  /** Why the value is refused; set makes the field invalid. */
  error?: string | null | undefined
}

/** Label above a field; a star marks what must be filled in. */
export function FieldLabel({ label, isRequired }: { label: string; isRequired: boolean | undefined }) {
  return (
    <Label className={styles['label'] ?? ''}>
      {label}
      {isRequired === true && (
        <span className={styles['required']} aria-hidden>
          {' *'}
        </span>
      )}
    </Label>
  )
}

/** Help and refusal below a field, tied to it for screen readers. */
export function FieldNotes({ help, error }: Pick<FieldTexts, 'help' | 'error'>): ReactNode {
  return (
    <>
      {hasText(help) && (
        <Text slot="description" className={styles['help'] ?? ''}>
          {help}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>{error ?? undefined}</FieldError>
    </>
  )
}

export function hasText(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && value !== ''
}

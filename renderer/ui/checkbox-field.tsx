import { Checkbox, type CheckboxProps } from 'react-aria-components/Checkbox'
import { hasText } from './field-parts.tsx'
import styles from './field.module.css'
import { CheckIcon } from './icons.tsx'

export interface CheckboxFieldProps extends Omit<CheckboxProps, 'className' | 'style' | 'children'> {
  label: string
  help?: string | null | undefined
}

export function CheckboxField({ label, help, ...props }: CheckboxFieldProps) {
  return (
    <Checkbox {...props} className={styles['checkbox'] ?? ''}>
      {({ isSelected }) => (
        <>
          <span className={styles['box']} aria-hidden>
            {isSelected && <CheckIcon />}
          </span>
          <span>
            {label}
            {hasText(help) && <div className={styles['help']}>{help}</div>}
          </span>
        </>
      )}
    </Checkbox>
  )
}

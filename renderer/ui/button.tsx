import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import styles from './button.module.css'
import { classes } from './classes.ts'
import { Tooltip } from './tooltip.tsx'

export type ButtonVariant = 'plain' | 'primary' | 'danger' | 'quiet'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  variant?: ButtonVariant
  children: ReactNode
}

export function Button({ variant = 'plain', ...props }: ButtonProps) {
  return <AriaButton {...props} className={classes(styles.button, variantClass(variant))} />
}

export interface IconButtonProps extends Omit<ButtonProps, 'aria-label'> {
  /** What it does: its accessible name and its tooltip. */
  label: string
}

/** A button that shows only a picture; its label is read out and shown on hover and focus. */
export function IconButton({ label, variant = 'quiet', ...props }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <AriaButton
        {...props}
        aria-label={label}
        className={classes(styles.button, variantClass(variant), styles.icon)}
      />
    </Tooltip>
  )
}

function variantClass(variant: ButtonVariant): string | undefined {
  return variant === 'plain' ? undefined : styles[variant]
}

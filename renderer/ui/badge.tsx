import type { ReactNode } from 'react'
import styles from './badge.module.css'
import { classes } from './classes.ts'

export interface BadgeProps {
  children: ReactNode
  tone?: 'plain' | 'accent' | 'warning'
}

/** A word or a count in a small capsule. */
export function Badge({ children, tone = 'plain' }: BadgeProps) {
  return <span className={classes(styles['badge'], tone !== 'plain' && styles[tone])}>{children}</span>
}

import type { ReactNode } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar'
import styles from './toolbar.module.css'

/** A row of controls, one stop for the Tab key; arrow keys move inside. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className={styles['toolbar'] ?? ''}>
      {children}
    </AriaToolbar>
  )
}

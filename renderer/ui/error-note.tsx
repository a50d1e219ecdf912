import type { ReactNode } from 'react'
import styles from './error-note.module.css'
import { StateMark } from './state-mark.tsx'

/** One sentence about what went wrong, where it went wrong; read out at once. */
export function ErrorNote({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles['note']} role="alert">
      <StateMark state="breached" />
      <div className={styles['text']}>{children}</div>
      {actions}
    </div>
  )
}

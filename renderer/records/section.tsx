import { type ReactNode, useId } from 'react'
import styles from './record-panel.module.css'

export interface SectionProps {
  title: string
  children: ReactNode
  actions?: ReactNode
}

/** A titled part of the panel: no frame of its own, the column is narrow. */
export function Section({ title, children, actions }: SectionProps) {
  const id = useId()
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <header className={styles['heading']}>
        <h2 id={id}>{title}</h2>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </section>
  )
}

import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './panel.module.css'

export interface PanelProps {
  title: string
  children: ReactNode
  actions?: ReactNode
  /** Lets a table reach the edges. */
  isFlush?: boolean
}

/** A titled part of a screen. */
export function Panel({ title, children, actions, isFlush = false }: PanelProps) {
  const id = useId()
  return (
    <section className={styles['panel']} aria-labelledby={id}>
      <header className={styles['header']}>
        <h2 id={id}>{title}</h2>
        {actions}
      </header>
      <div className={classes(styles['body'], isFlush && styles['flush'])}>{children}</div>
    </section>
  )
}

import { type ReactNode, useState } from 'react'
import styles from './record-panel.module.css'

export interface FoldedFieldsProps {
  title: string
  /** One of them is filled in: they must not be out of sight. */
  isUsed: boolean
  children: ReactNode
}

/** Fields few need, folded away until they are used. What somebody unfolded does not fold by itself. */
export function FoldedFields({ title, isUsed, children }: FoldedFieldsProps) {
  const [isOpen, setOpen] = useState(false)
  const isShown = isOpen || isUsed
  return (
    <details
      className={styles['details']}
      open={isShown}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {/* What is out of sight costs nothing: a file may have five thousand columns to choose from. */}
      {isShown && <div className={styles['group']}>{children}</div>}
    </details>
  )
}

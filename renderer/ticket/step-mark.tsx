import type { ReactNode } from 'react'
import type { EscalationStep } from '../../shared/records/escalation.ts'
import styles from './step-mark.module.css'

const SHAPES: Record<EscalationStep['state'], ReactNode> = {
  done: <path d="m2.5 7.5 3 3 6-7" />,
  due: <path d="M7 1 13 7 7 13 1 7Z" />,
  upcoming: <circle cx="7" cy="7" r="4.5" />,
  available: <circle cx="7" cy="7" r="4.5" strokeDasharray="2.5 2.2" />,
}

/** Where a step stands, by shape; the word is beside it. */
export function StepMark({ state }: Pick<EscalationStep, 'state'>) {
  return (
    <svg viewBox="0 0 14 14" className={`${styles['mark']} ${styles[state]}`} aria-hidden>
      {SHAPES[state]}
    </svg>
  )
}

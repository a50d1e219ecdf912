import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './state-mark.module.css'

/** The few states every board and list is drawn in. */
export type StateName = 'ok' | 'at-risk' | 'degraded' | 'breached' | 'paused' | 'outside-hours' | 'unknown'

const SHAPES: Record<StateName, ReactNode> = {
  ok: <circle cx="6" cy="6" r="4.5" />,
  'at-risk': <path d="M6 1 11.2 10.5H.8Z" />,
  degraded: <path d="M6 .6 11.4 6 6 11.4.6 6Z" />,
  breached: <rect x="1" y="1" width="10" height="10" />,
  paused: <path d="M2 1.5h3v9H2zM7 1.5h3v9H7z" />,
  'outside-hours': <path d="M8.9 8.6A4.4 4.4 0 1 1 6.2 1.6 3.6 3.6 0 0 0 8.9 8.6Z" />,
  unknown: <circle cx="6" cy="6" r="4" />,
}

export interface StateMarkProps {
  state: StateName
  /** The word beside the shape. */
  word?: string
  /** Said by screen readers where no word is shown, e.g. in a narrow column. */
  label?: string
}

/** Shape, colour and word of a state: colour never stands alone. */
export function StateMark({ state, word, label }: StateMarkProps) {
  return (
    <span className={styles['mark']}>
      <svg
        viewBox="0 0 12 12"
        className={classes(styles['shape'], styles[state])}
        {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      >
        {label !== undefined && <title>{label}</title>}
        {SHAPES[state]}
      </svg>
      {word}
    </span>
  )
}

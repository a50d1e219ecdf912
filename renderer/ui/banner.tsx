import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { classes } from './classes.ts'
import { StateMark, type StateName } from './state-mark.tsx'

export type BannerTone = 'information' | 'good' | 'warning' | 'trouble'

const MARKS: Record<BannerTone, StateName> = {
  information: 'unknown',
  good: 'ok',
  warning: 'degraded',
  trouble: 'breached',
}

export interface BannerProps {
  tone: BannerTone
  children: ReactNode
  /** Buttons at its end. */
  actions?: ReactNode
}

/** One sentence across the whole width about something that holds for the whole screen. */
export function Banner({ tone, children, actions }: BannerProps) {
  return (
    <div className={classes(styles['banner'], styles[tone])} role={tone === 'trouble' ? 'alert' : 'status'}>
      {tone !== 'information' && <StateMark state={MARKS[tone]} />}
      <div className={styles['text']}>{children}</div>
      {actions}
    </div>
  )
}

import { useTicking } from '../app/now.tsx'
import { classes } from './classes.ts'
import styles from './countdown.module.css'
import { formatCountdown, formatDuration } from './format-countdown.ts'

export interface CountdownProps {
  /** UTC milliseconds. */
  dueAt: number
  /** From here on it is drawn as at risk; null: never. */
  atRiskAt: number | null
}

/** Time left until a due instant, ticking by the backend's time; past it, it counts up behind a minus. */
export function Countdown({ dueAt, atRiskAt }: CountdownProps) {
  const tone = useTicking((now) => countdownTone(dueAt, atRiskAt, now))
  const text = useTicking((now) => formatCountdown(dueAt - now))
  return <span className={classes(styles['countdown'], styles[tone])}>{text}</span>
}

/** How a due instant is drawn at `now`. The instant itself is already a breach: windows are half-open. */
function countdownTone(dueAt: number, atRiskAt: number | null, now: number): 'calm' | 'at-risk' | 'breached' {
  if (now >= dueAt) return 'breached'
  return atRiskAt !== null && now >= atRiskAt ? 'at-risk' : 'calm'
}

/** What is left on a clock that does not run now: it stands still and looks it. `remainingMs` in milliseconds. */
export function HeldCountdown({ remainingMs }: { remainingMs: number | null }) {
  return (
    <span className={classes(styles['countdown'], styles['held'])}>
      {remainingMs === null
        ? '–'
        : remainingMs < 0
          ? formatCountdown(remainingMs)
          : formatDuration(remainingMs)}
    </span>
  )
}

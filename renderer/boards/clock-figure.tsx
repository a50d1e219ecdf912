import type { Clock } from '../../shared/records/clock.ts'
import { Countdown, HeldCountdown } from '../ui/countdown.tsx'
import { dueInstant } from './leading-clock.ts'

/** The countdown of a pending clock; one that does not run now stands still and looks it. */
export function ClockFigure({ clock }: { clock: Clock }) {
  const due = dueInstant(clock)
  if (clock.state === 'paused' || clock.state === 'outside-hours' || due === null) {
    return <HeldCountdown remainingMs={clock.remainingMs} />
  }
  return <Countdown dueAt={due} atRiskAt={clock.atRiskAt} />
}

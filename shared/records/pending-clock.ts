import type { Clock } from './clock.ts'

/** Clocks that still run towards a breach or wait to. Apart from the schemas, so that a page can import it. */
export function isPending(value: Clock): boolean {
  if (value.settledAt !== null) return false
  return (
    value.state === 'running' ||
    value.state === 'paused' ||
    value.state === 'outside-hours' ||
    value.state === 'breached'
  )
}

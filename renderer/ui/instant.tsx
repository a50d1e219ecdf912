import { useTicking } from '../app/now.tsx'
import { useViewerZone } from '../app/viewer-zone.ts'
import { formatFullInstant, formatInstant, formatUtc } from './format-instant.ts'

export interface InstantProps {
  /** UTC milliseconds. */
  at: number
  /** `short` leaves out today's date; `full` has day and seconds. */
  form?: 'short' | 'full'
}

/** A moment in the viewer's zone; hover shows UTC. */
export function Instant({ at, form = 'short' }: InstantProps) {
  const zone = useViewerZone()
  const text = useTicking((now) =>
    form === 'full' ? formatFullInstant(at, zone) : formatInstant(at, now, zone),
  )
  return (
    <time dateTime={new Date(at).toISOString()} title={formatUtc(at)}>
      {text}
    </time>
  )
}

import { useHub } from '../app/client.tsx'
import { useViewerZone } from '../app/viewer-zone.ts'
import { formatInstant, zoneName } from '../ui/format-instant.ts'
import { isTimeZone } from '../ui/time-zone.ts'

/** An instant inside a sentence. `elsewhere`: the IANA zone the sentence speaks of, else null. */
export type InstantText = (at: number, elsewhere: string | null) => string

/** In the viewer's zone and, where a sentence is about another, in that as well: `14:20 (18:50 GMT+5:30)`. */
export function useInstantText(): InstantText {
  const zone = useViewerZone()
  const { time } = useHub()
  return (at, elsewhere) => {
    const now = time.now()
    const here = formatInstant(at, now, zone)
    if (elsewhere === null || !isTimeZone(elsewhere)) return here
    const other = { ...zone, timeZone: elsewhere }
    const there = formatInstant(at, now, other)
    return there === here ? here : `${here} (${there} ${zoneName(at, other)})`
  }
}

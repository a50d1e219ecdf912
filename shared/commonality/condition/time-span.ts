import { DAY_MS } from '../../time/local-date.ts'
import { instantOfWall, zoneOffsets } from '../../time/zone.ts'
import type { WrittenTime } from './read-time.ts'

/** UTC ms, from `from` on and before `to`. A millisecond where a time was written, a day where only a date was. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
}

/** What a written time covers, by the clocks of an IANA zone that has been checked. */
export function timeSpan(written: WrittenTime, timeZone: string): TimeSpan {
  const { kind, ms } = written
  if (kind === 'instant') return { from: ms, to: ms + 1 }
  const zone = zoneOffsets(timeZone, ms, ms + DAY_MS)
  const from = instantOfWall(zone, ms)
  return kind === 'wall' ? { from, to: from + 1 } : { from, to: instantOfWall(zone, ms + DAY_MS) }
}

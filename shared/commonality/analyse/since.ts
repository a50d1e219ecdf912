import type { ConjunctionPart } from '../../records/conjunction-part.ts'
import type { RecordTime } from '../findings/likeness.ts'

/** The instant from which a finding holds: its window's beginning, where the window goes on to the last record. */
export function sinceOf(parts: readonly ConjunctionPart[], time: RecordTime | null): number | null {
  const window = parts.find((part) => part.kind === 'window' && part.column === time?.column)
  if (window?.kind !== 'window' || time === null) return null
  const [first, last] = spanOf(time.instants)
  return window.from > first && window.to >= last ? window.from : null
}

/** Not by spreading: a million arguments are more than a call takes. */
function spanOf(instants: Float64Array): readonly [number, number] {
  let first = Infinity
  let last = -Infinity
  for (const instant of instants) {
    if (instant < first) first = instant
    if (instant > last) last = instant
  }
  return [first, last]
}

/** A half-open stretch of time [from, to): `from` belongs to it, `to` does not. UTC milliseconds or minutes. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** Sorted, without overlaps or seams; empty and reversed ones dropped. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)
  const merged: { from: number; to: number }[] = []
  for (const { from, to } of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}

/** What of `intervals` lies in none of `holes`. Both merged. */
export function withoutIntervals(intervals: readonly Interval[], holes: readonly Interval[]): Interval[] {
  if (holes.length === 0) return [...intervals]
  const left: Interval[] = []
  for (const { from, to } of intervals) {
    let start = from
    for (const hole of holes) {
      if (hole.to <= start) continue
      if (hole.from >= to) break
      if (hole.from > start) left.push({ from: start, to: hole.from })
      start = hole.to
    }
    if (start < to) left.push({ from: start, to })
  }
  return left
}

import { isPending, type Clock } from '../records/clock.ts'

/** The clock to show first: the earliest unmet due instant, else one that waits; null where nothing is owed. */
export function nextClock(clocks: readonly Clock[]): Clock | null {
  let next: Clock | null = null
  for (const clock of clocks) {
    if (!isPending(clock)) continue
    if (next === null || (clock.dueAt ?? Infinity) < (next.dueAt ?? Infinity)) next = clock
  }
  return next
}

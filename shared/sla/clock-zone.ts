import type { LedgerInput } from './clock-ledger.ts'
import { currentSegment } from './cycles.ts'
import { findCycle } from './find-cycle.ts'

/** The zone of the calendar a clock is measured by; UTC where nothing is measured. */
export function clockZone(input: LedgerInput): string {
  const cycle = findCycle(input, input.clock.id)?.cycle ?? null
  if (cycle === null) return 'UTC'
  const { choice } = currentSegment(cycle)
  if (choice.kind === 'unknown' || choice.target === null) return 'UTC'
  return choice.target.calendar.calendar.timeZone
}

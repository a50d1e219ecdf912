import type { Conjunction } from '../case-table.ts'
import { insideRows } from '../findings/inside-rows.ts'
import { refineRange } from '../prepare/refine-range.ts'
import type { Prepared } from '../prepare/prepared.ts'

/**
 * The case with a view for each range and window that was found, its ends where the failing records begin and end.
 * Null where none is to be had: the pieces the search has read are as good as any.
 */
export function withWholeWindows(prepared: Prepared, found: readonly Conjunction[]): Prepared | null {
  let refined = prepared
  const explained = new Uint8Array(prepared.caseTable.rows)
  for (const conjunction of found) {
    const step = refineRange(refined, conjunction, explained)
    refined = step.prepared
    for (const row of insideRows(refined.caseTable, step.conjunction)) explained[row] = 1
  }
  return refined === prepared ? null : refined
}

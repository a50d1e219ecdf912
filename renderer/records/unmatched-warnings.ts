import type { SelectionWarning } from '../../shared/records/analysis.ts'

/** Warnings that still hold once working records match in these columns. */
export function unmatchedWarnings(
  warnings: readonly SelectionWarning[],
  matchOn: readonly string[],
): readonly SelectionWarning[] {
  return warnings.filter(({ column }) => column === null || !matchOn.includes(column))
}

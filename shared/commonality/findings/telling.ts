import type { CaseTable } from '../case-table.ts'
import type { CodeTallies } from './code-tallies.ts'

/**
 * How well each column tells failing from working records, 0..1: Cramér's V, corrected for what many values reach by
 * chance (Bergsma 2013). `tallies` are those of the whole table. Of several views of a column the best counts. Blanks are a value here: they differ too.
 */
export function columnsTelling(
  table: CaseTable,
  tallies: readonly CodeTallies[],
): ReadonlyMap<string, number> {
  const byColumn = new Map<string, number>()
  for (const [place, { column }] of table.dimensions.entries()) {
    const counts = tallies[place]
    if (counts === undefined) continue
    byColumn.set(column, Math.max(byColumn.get(column) ?? 0, correctedCramersV(counts)))
  }
  return byColumn
}

function correctedCramersV({ failed, total }: CodeTallies): number {
  const records = total.reduce((sum, count) => sum + count, 0)
  const failing = failed.reduce((sum, count) => sum + count, 0)
  const present = total.filter((count) => count > 0).length
  if (records <= 1 || present < 2 || failing === 0 || failing === records) return 0
  const rate = failing / records
  let chiSquared = 0
  for (const [code, count] of total.entries()) {
    if (count > 0) chiSquared += ((failed[code] ?? 0) - count * rate) ** 2 / (count * rate * (1 - rate))
  }
  // With two rows (failing, working) the smaller side of the table is always two.
  const byChance = (present - 1) / (records - 1)
  const excess = Math.max(0, chiSquared / records - byChance)
  return Math.min(1, Math.sqrt(excess / (1 - 1 / (records - 1))))
}

import type { ColumnKind } from '../../records/column-words.ts'
import type { Written } from './condition.ts'
import { faultAt, type ConditionFault } from './condition-fault.ts'
import { nearestName } from './nearest-name.ts'

/** What a condition needs to know of a column. */
export interface ConditionColumn {
  readonly name: string
  readonly kind: ColumnKind
}

/** The column that is meant: by its exact name, else without regard to case where only one fits. */
export type FindColumn = (written: Written) => ConditionColumn | ConditionFault

export function createColumnFinder(columns: readonly ConditionColumn[]): FindColumn {
  const exact = new Map(columns.map((column) => [column.name, column]))
  const folded = Map.groupBy(columns, ({ name }) => name.toLowerCase())
  return ({ text, place }) => {
    const same = exact.get(text)
    if (same !== undefined) return same
    const alike = folded.get(text.toLowerCase()) ?? []
    const [only] = alike
    if (only !== undefined && alike.length === 1) return only
    if (only !== undefined) {
      const candidates = alike.map(({ name }) => name).join(', ')
      return faultAt(place, 'ambiguous-column', { column: text, candidates })
    }
    const nearest = nearestName(
      text,
      columns.map(({ name }) => name),
    )
    return nearest === null
      ? faultAt(place, 'no-columns', { column: text })
      : faultAt(place, 'unknown-column', { column: text, nearest })
  }
}

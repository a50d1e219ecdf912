import type { BoardRow } from '../../shared/records/board-row.ts'

export const GROUPINGS = ['none', 'severity', 'customer', 'domain', 'desk'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** One line of the board: a row, or the heading above the rows of a group. `value` null: rows without one. */
export type BoardLine =
  | { readonly kind: 'row'; readonly row: BoardRow }
  | { readonly kind: 'group'; readonly value: string | null; readonly count: number }

const GROUP_VALUES: Record<Exclude<Grouping, 'none'>, (row: BoardRow) => string | null> = {
  severity: (row) => row.assessedSeverity ?? row.reportedSeverity,
  customer: (row) => row.customer,
  domain: (row) => row.domain,
  desk: (row) => row.dutyDeskId,
}

/**
 * Puts headings between the rows. Groups keep the order of their first row, so that the group with the most urgent
 * row comes first; inside a group the order stays.
 */
export function groupRows(rows: readonly BoardRow[], grouping: Grouping): BoardLine[] {
  if (grouping === 'none') return rows.map((row) => ({ kind: 'row', row }))
  const groups = Map.groupBy(rows, GROUP_VALUES[grouping])
  return [...groups].flatMap(([value, members]): BoardLine[] => [
    { kind: 'group', value, count: members.length },
    ...members.map((row): BoardLine => ({ kind: 'row', row })),
  ])
}

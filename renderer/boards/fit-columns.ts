import { BOARD_COLUMNS, type BoardColumnId, SUBJECT_LEAST_WIDTH } from './column-sizes.ts'

/** The columns that fit into `width` CSS pixels: the least needed go first, so that the subject stays readable. */
export function fitColumns(width: number): BoardColumnId[] {
  const shown = [...BOARD_COLUMNS]
  const byNeed = [...BOARD_COLUMNS].sort((left, right) => right.need - left.need)
  for (const candidate of byNeed) {
    const taken = shown.reduce((sum, column) => sum + column.width, 0)
    if (taken <= width) break
    if (candidate.need === 0) break
    shown.splice(shown.indexOf(candidate), 1)
  }
  return shown.map((column) => column.id)
}

/** Grid tracks for the shown columns: fixed widths, and the subject takes what is left. */
export function gridTracks(ids: readonly BoardColumnId[]): string {
  return BOARD_COLUMNS.filter((column) => ids.includes(column.id))
    .map((column) =>
      column.id === 'subject' ? `minmax(${SUBJECT_LEAST_WIDTH}px, 1fr)` : `${column.width}px`,
    )
    .join(' ')
}

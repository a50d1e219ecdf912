import type { BoardLine } from './group-rows.ts'

/**
 * The ticket that becomes active when one moves by some rows or to an end; headings are stepped over. From a row that
 * is gone, or from nowhere, a move starts at the top. Null on an empty board.
 */
export function moveActive(
  lines: readonly BoardLine[],
  activeId: string | null,
  move: number | 'first' | 'last',
): string | null {
  const ids = lines.flatMap((line) => (line.kind === 'row' ? [line.row.ticketId] : []))
  if (move === 'first') return ids[0] ?? null
  if (move === 'last') return ids.at(-1) ?? null
  const from = activeId === null ? -1 : ids.indexOf(activeId)
  if (from === -1) return ids[0] ?? null
  const to = Math.min(ids.length - 1, Math.max(0, from + move))
  return ids[to] ?? null
}

import type { BoardRow } from '../../shared/records/board-row.ts'
import { rowState } from './row-state.ts'

/** The tiles above the board; each counts rows and shows only them when chosen. */
export const TILES = ['breached', 'at-risk', 'unowned', 'awaiting-customer', 'awaiting-mno'] as const
export type Tile = (typeof TILES)[number]

export function isInTile(row: BoardRow, tile: Tile, now: number): boolean {
  if (tile === 'unowned') return row.owner === null
  return tile === row.status || (dependsOnTime(tile) && tile === rowState(row, now))
}

/** Whether membership of a tile changes by time alone. */
export function dependsOnTime(tile: Tile | null): boolean {
  return tile === 'breached' || tile === 'at-risk'
}

export function countTiles(rows: readonly BoardRow[], now: number): Record<Tile, number> {
  const counts = { breached: 0, 'at-risk': 0, unowned: 0, 'awaiting-customer': 0, 'awaiting-mno': 0 }
  // Once per second over the whole board: each row's state is worked out once, not once per tile.
  for (const row of rows) {
    const state = rowState(row, now)
    if (state === 'breached' || state === 'at-risk') counts[state] += 1
    if (row.status === 'awaiting-customer' || row.status === 'awaiting-mno') counts[row.status] += 1
    if (row.owner === null) counts.unowned += 1
  }
  return counts
}

const texts = new WeakMap<BoardRow, string>()

function textOf(row: BoardRow): string {
  const known = texts.get(row)
  if (known !== undefined) return known
  const { caseNumber, subject, customer, owner, queue, assessedSeverity, reportedSeverity } = row
  const made = [caseNumber, subject, customer, owner, queue, assessedSeverity, reportedSeverity]
    .join('\n')
    .toLocaleLowerCase()
  texts.set(row, made)
  return made
}

/** Whether every word stands somewhere in what the row shows, in any order and case. */
export function matchesWords(row: BoardRow, words: string): boolean {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return true
  const text = textOf(row)
  return wanted.every((word) => text.includes(word))
}

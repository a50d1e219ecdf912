import type { SavedView } from '../../shared/contract/settings.ts'
import { TILES, type Tile } from './board-filter.ts'
import { BOARD_COLUMNS, type BoardColumnId } from './column-sizes.ts'
import { GROUPINGS, type Grouping } from './group-rows.ts'

/** What a viewer chose to see of the board. `sort` null is the order of consequence. */
export interface BoardView {
  readonly tile: Tile | null
  /** On whose watch it breaches (`watches.ts`); null: on anybody's. */
  readonly watch: string | null
  readonly words: string
  readonly grouping: Grouping
  readonly sort: { readonly column: BoardColumnId; readonly descending: boolean } | null
}

export const WHOLE_BOARD: BoardView = {
  tile: null,
  watch: null,
  words: '',
  grouping: 'none',
  sort: null,
}

/** Reads a view as it was saved; anything unknown in it counts as not chosen. */
export function parseView(state: SavedView['state']): BoardView {
  const column = BOARD_COLUMNS.find(({ id }) => id === state['sortColumn'])
  return {
    tile: TILES.find((tile) => tile === state['tile']) ?? null,
    watch: typeof state['watch'] === 'string' ? state['watch'] : null,
    words: typeof state['words'] === 'string' ? state['words'] : '',
    grouping: GROUPINGS.find((grouping) => grouping === state['grouping']) ?? 'none',
    sort: column === undefined ? null : { column: column.id, descending: state['sortDescending'] === true },
  }
}

export function viewState({ tile, watch, words, grouping, sort }: BoardView): SavedView['state'] {
  return {
    tile,
    watch,
    words,
    grouping,
    sortColumn: sort?.column ?? null,
    sortDescending: sort?.descending ?? false,
  }
}

/** An id from a name: lower case, digits and hyphens. Empty when the name has none of them. */
export function viewId(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
}

export function isFiltered(view: BoardView): boolean {
  return view.tile !== null || view.watch !== null || view.words.trim() !== ''
}

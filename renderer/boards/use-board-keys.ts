import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { useKeys } from '../app/keys.tsx'
import { ticketPath } from '../app/paths.ts'
import { TILES } from './board-filter.ts'
import { FILTER_INPUT_ID, focusFilter, focusGrid } from './board-focus.ts'
import { type BoardView, isFiltered } from './board-view.ts'
import type { BoardLine } from './group-rows.ts'
import { leadingClock } from './leading-clock.ts'

export interface BoardKeysInput {
  view: BoardView
  setView: (view: BoardView) => void
  lines: readonly BoardLine[]
  activeId: string | null
  isOpen: boolean
  move: (by: number | 'first' | 'last') => void
  open: (ticketId: string) => void
  close: () => void
}

/** The keyboard of the board; the list of keys (`?`) is made from this. */
export function useBoardKeys(input: BoardKeysInput): void {
  const { t } = useTranslation('board')
  const [, navigate] = useHashLocation()
  const { view, setView, activeId, move } = input

  function why(): void {
    const line = input.lines.find((each) => each.kind === 'row' && each.row.ticketId === activeId)
    const clock = line?.kind === 'row' ? leadingClock(line.row) : null
    if (activeId !== null && clock !== null) navigate(ticketPath(activeId, clock.id))
  }

  function leave(): void {
    if (document.activeElement?.id === FILTER_INPUT_ID) focusGrid()
    else if (input.isOpen) input.close()
    else if (isFiltered(view)) setView({ ...view, words: '', tile: null, watch: null })
  }

  useKeys(t('keys.group'), [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    { keys: 'g g', label: t('keys.first'), run: () => move('first') },
    { keys: 'G', label: t('keys.last'), run: () => move('last') },
    {
      keys: 'Enter',
      label: t('keys.open'),
      run: () => {
        if (activeId !== null) input.open(activeId)
      },
    },
    { keys: 'w', label: t('keys.why'), run: why },
    { keys: '/', label: t('keys.filter'), run: focusFilter },
    { keys: 'Escape', label: t('keys.clear'), run: leave },
    ...TILES.map((tile, index) => ({
      keys: String(index + 1),
      label: t('keys.tile', { tile: t(`tiles.${tile}`) }),
      run: () => setView({ ...view, tile: view.tile === tile ? null : tile }),
    })),
  ])
}

import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { BoardBody } from './board-body.tsx'
import { GRID_ID } from './board-focus.ts'
import { BoardHeader } from './board-header.tsx'
import { rowElementId } from './board-line.tsx'
import styles from './board-table.module.css'
import type { BoardView } from './board-view.ts'
import { fitColumns, gridTracks } from './fit-columns.ts'
import type { BoardLine, Grouping } from './group-rows.ts'
import { useBoardTools } from './use-board-tools.ts'
import { useWidth } from './use-width.ts'

export interface BoardTableProps {
  lines: readonly BoardLine[]
  grouping: Grouping
  sort: BoardView['sort']
  onSort: (sort: BoardView['sort']) => void
  deskNames: ReadonlyMap<string, string>
  staleSources: ReadonlySet<string>
  activeId: string | null
  onOpen: (ticketId: string) => void
  /** Moves the active row: by so many rows, or to the first or last. */
  onMove: (move: number | 'first' | 'last') => void
}

/** The board as a grid: one stop for the Tab key; the active row is told to screen readers. */
export function BoardTable(props: BoardTableProps) {
  const { t } = useTranslation('board')
  const { lines, activeId, onMove, onOpen } = props
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const shown = useMemo(() => fitColumns(width), [width])
  const tools = useBoardTools(props.deskNames)
  const tracks = useMemo(() => gridTracks(shown), [shown])

  function moveByKey(event: React.KeyboardEvent): void {
    const move = MOVES[event.key]
    if (move === undefined) return
    event.preventDefault()
    onMove(move)
  }

  return (
    <div ref={scroller} className={styles['grid']}>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table with a keyboard of its own is what ARIA calls a grid
        role="grid"
        tabIndex={0}
        id={GRID_ID}
        aria-label={t('title')}
        aria-rowcount={lines.length + 1}
        aria-colcount={shown.length}
        {...(activeId === null ? {} : { 'aria-activedescendant': rowElementId(activeId) })}
        className={styles['table']}
        onKeyDown={moveByKey}
      >
        <BoardHeader columns={shown} tracks={tracks} sort={props.sort} onSort={props.onSort} />
        <BoardBody
          scroller={scroller}
          lines={lines}
          columns={shown}
          tracks={tracks}
          grouping={props.grouping}
          tools={tools}
          staleSources={props.staleSources}
          activeId={activeId}
          onOpen={onOpen}
        />
      </table>
    </div>
  )
}

const MOVES: Partial<Record<string, number | 'first' | 'last'>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 20,
  PageUp: -20,
  Home: 'first',
  End: 'last',
}

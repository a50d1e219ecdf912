import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useEffectEvent } from 'react'
import { usePreferences } from '../app/preferences.ts'
import { GroupLine, RowLine } from './board-line.tsx'
import styles from './board-table.module.css'
import type { BoardColumnId } from './column-sizes.ts'
import type { BoardLine, Grouping } from './group-rows.ts'
import type { BoardTools } from './use-board-tools.ts'

/** Same figures as `--row-height` in ui/tokens.css. */
const ROW_HEIGHTS = { compact: 24, comfortable: 32 } as const
/** Lines kept ready above and below those in sight. */
const OVERSCAN = 4

export interface BoardBodyProps {
  scroller: RefObject<HTMLDivElement | null>
  lines: readonly BoardLine[]
  columns: readonly BoardColumnId[]
  tracks: string
  grouping: Grouping
  tools: BoardTools
  staleSources: ReadonlySet<string>
  activeId: string | null
  onOpen: (ticketId: string) => void
}

/** Only the lines in sight exist: five thousand cases cost what fifty do. */
export function BoardBody(props: BoardBodyProps) {
  const { scroller, lines, activeId, grouping, tools } = props
  const rowHeight = ROW_HEIGHTS[usePreferences().density]
  // A new function would make the virtualizer measure every line again.
  const keyOfLine = useCallback((index: number) => lineKey(lines[index], index), [lines])
  // oxlint-disable-next-line react/incompatible-library -- the hook stands in a small component of its own for this reason
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOfLine,
    // The sticky header covers the first line's height of whatever is scrolled to.
    scrollPaddingStart: rowHeight,
    overscan: OVERSCAN,
  })

  useEffect(() => virtual.measure(), [virtual, rowHeight])

  // Only a new choice scrolls; a row that changes place under the reader must not drag the page along.
  const showRow = useEffectEvent((ticketId: string) => {
    const index = lines.findIndex((line) => isRow(line, ticketId))
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  })
  useEffect(() => {
    if (activeId !== null) showRow(activeId)
  }, [activeId])

  const shown = virtual.getVirtualItems()

  // A line's key is its place in sight, and what lies above is padding: scrolling then only changes words in elements
  // that stay where they are. Making, moving and styling elements is several times dearer.
  return (
    <tbody
      className={styles['body']}
      style={{ height: virtual.getTotalSize(), paddingTop: shown[0]?.start ?? 0 }}
    >
      {shown.map(({ index }, key) => {
        const line = lines[index]
        if (line === undefined) return null
        if (line.kind === 'group') {
          if (grouping === 'none') return null
          return (
            <GroupLine
              key={key}
              value={line.value}
              count={line.count}
              grouping={grouping}
              index={index + 2}
              tools={tools}
            />
          )
        }
        return (
          <RowLine
            key={key}
            row={line.row}
            index={index + 2}
            columns={props.columns}
            tracks={props.tracks}
            tools={tools}
            isActive={line.row.ticketId === activeId}
            isStale={props.staleSources.has(line.row.sourceId)}
            onOpen={props.onOpen}
          />
        )
      })}
    </tbody>
  )
}

function isRow(line: BoardLine, ticketId: string): boolean {
  return line.kind === 'row' && line.row.ticketId === ticketId
}

function lineKey(line: BoardLine | undefined, index: number): string | number {
  if (line === undefined) return index
  return line.kind === 'row' ? line.row.ticketId : `group ${line.value ?? ''}`
}

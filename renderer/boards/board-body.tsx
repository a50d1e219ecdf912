import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useEffectEvent } from 'react'
import { usePreferences } from '../app/preferences.ts'
import { GroupLine, RowLine } from './board-line.tsx'
import styles from './board-table.module.css'
import type { BoardColumnId } from './column-sizes.ts'
import type { BoardLine, Grouping } from './group-rows.ts'

/** Same figures as `--row-height` in ui/tokens.css. */
const ROW_HEIGHTS = { compact: 24, comfortable: 32 } as const

export interface BoardBodyProps {
  scroller: RefObject<HTMLDivElement | null>
  lines: readonly BoardLine[]
  columns: readonly BoardColumnId[]
  tracks: string
  grouping: Grouping
  deskNames: ReadonlyMap<string, string>
  staleSources: ReadonlySet<string>
  activeId: string | null
  onOpen: (ticketId: string) => void
}

/** Only the lines in sight exist: five thousand cases cost what fifty do. */
export function BoardBody(props: BoardBodyProps) {
  const { scroller, lines, activeId, grouping, deskNames } = props
  const rowHeight = ROW_HEIGHTS[usePreferences().density]
  // oxlint-disable-next-line react/incompatible-library -- the hook stands in a small component of its own for this reason
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => lineKey(lines[index], index),
    // The sticky header covers the first line's height of whatever is scrolled to.
    scrollPaddingStart: rowHeight,
    overscan: 8,
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

  return (
    <tbody className={styles['body']} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
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
              top={start}
              deskNames={deskNames}
            />
          )
        }
        return (
          <RowLine
            key={key}
            row={line.row}
            index={index + 2}
            top={start}
            columns={props.columns}
            tracks={props.tracks}
            deskNames={deskNames}
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

import { memo } from 'react'
import type { BoardRow } from '../../shared/records/board-row.ts'
import { classes } from '../ui/classes.ts'
import hatch from '../ui/hatch.module.css'
import styles from './board-line.module.css'
import { BOARD_CELLS } from './cells.tsx'
import type { BoardColumnId } from './column-sizes.ts'
import type { Grouping } from './group-rows.ts'
import type { BoardTools } from './use-board-tools.ts'
import { groupName } from './group-name.ts'

export interface RowLineProps {
  row: BoardRow
  /** Place in the grid, from 1, with the header as 1. */
  index: number
  columns: readonly BoardColumnId[]
  tracks: string
  tools: BoardTools
  isActive: boolean
  isStale: boolean
  onOpen: (ticketId: string) => void
}

/** One ticket. Drawn again only when the ticket or its place changed; what ticks does so inside its cell. */
export const RowLine = memo(function RowLine(props: RowLineProps) {
  const { row, columns, isActive, isStale } = props
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the grid around it has the focus and the keys (aria-activedescendant)
    <tr
      id={rowElementId(row.ticketId)}
      aria-rowindex={props.index}
      aria-selected={isActive}
      className={classes(
        styles['row'],
        isActive && styles['active'],
        isStale && styles['stale'],
        isStale && hatch['hatched'],
      )}
      style={{ gridTemplateColumns: props.tracks }}
      onClick={() => props.onOpen(row.ticketId)}
    >
      {columns.map((column, position) => {
        const { content, whole, tone } = BOARD_CELLS[column](row, props.tools)
        return (
          <td
            key={column}
            aria-colindex={position + 1}
            title={whole}
            className={classes(styles['cell'], tone !== undefined && styles[tone])}
          >
            {content}
          </td>
        )
      })}
    </tr>
  )
})

/** Element id of a row, for `aria-activedescendant`. */
export function rowElementId(ticketId: string): string {
  return `row-${ticketId}`
}

export interface GroupLineProps {
  value: string | null
  count: number
  grouping: Exclude<Grouping, 'none'>
  index: number
  tools: BoardTools
}

/** Heading above the rows of a group. */
export const GroupLine = memo(function GroupLine(props: GroupLineProps) {
  const { t } = props.tools
  return (
    <tr aria-rowindex={props.index} className={styles['group']}>
      <th scope="rowgroup">{groupName(props.grouping, props.value, props.tools)}</th>
      <td className={styles['count']}>{t('grouping.count', { count: props.count })}</td>
    </tr>
  )
})

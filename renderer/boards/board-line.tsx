import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../shared/records/board-row.ts'
import { classes } from '../ui/classes.ts'
import hatch from '../ui/hatch.module.css'
import styles from './board-line.module.css'
import { BOARD_CELLS } from './cells.tsx'
import type { BoardColumnId } from './column-sizes.ts'
import type { Grouping } from './group-rows.ts'
import { useGroupName } from './use-group-name.ts'

export interface RowLineProps {
  row: BoardRow
  /** Place in the grid, from 1, with the header as 1. */
  index: number
  /** Distance from the top of the list in CSS pixels. */
  top: number
  columns: readonly BoardColumnId[]
  tracks: string
  deskNames: ReadonlyMap<string, string>
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
      style={{ transform: `translateY(${props.top}px)`, gridTemplateColumns: props.tracks }}
      onClick={() => props.onOpen(row.ticketId)}
    >
      {columns.map((column, position) => {
        const Cell = BOARD_CELLS[column]
        return (
          <td key={column} aria-colindex={position + 1} className={styles['cell']}>
            <Cell row={row} deskNames={props.deskNames} />
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
  top: number
  deskNames: ReadonlyMap<string, string>
}

/** Heading above the rows of a group. */
export const GroupLine = memo(function GroupLine(props: GroupLineProps) {
  const { t } = useTranslation('board')
  const groupName = useGroupName(props.grouping, props.deskNames)
  return (
    <tr
      aria-rowindex={props.index}
      className={styles['group']}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <th scope="rowgroup">{groupName(props.value)}</th>
      <td className={styles['count']}>{t('grouping.count', { count: props.count })}</td>
    </tr>
  )
})

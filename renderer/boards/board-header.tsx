import { useTranslation } from 'react-i18next'
import { classes } from '../ui/classes.ts'
import styles from './board-table.module.css'
import type { BoardView } from './board-view.ts'
import type { BoardColumnId } from './column-sizes.ts'

export interface BoardHeaderProps {
  columns: readonly BoardColumnId[]
  tracks: string
  sort: BoardView['sort']
  onSort: (sort: BoardView['sort']) => void
}

/** Headings that sort: ascending, descending, then back to the order of consequence. */
export function BoardHeader({ columns, tracks, sort, onSort }: BoardHeaderProps) {
  const { t } = useTranslation('board')
  return (
    <thead className={styles['header']}>
      <tr aria-rowindex={1} className={styles['headings']} style={{ gridTemplateColumns: tracks }}>
        {columns.map((column, position) => (
          <th
            key={column}
            scope="col"
            aria-colindex={position + 1}
            aria-sort={sort?.column === column ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            className={styles['heading']}
          >
            <button
              type="button"
              tabIndex={-1}
              className={classes(styles['sort'], sort?.column === column && styles['sorted'])}
              onClick={() => onSort(nextSort(sort, column))}
              title={t(`columns.${column}`)}
              {...(column === 'state' ? { 'aria-label': t('columns.state') } : {})}
            >
              {column === 'state' ? null : t(`columns.${column}`)}
              {sort?.column === column && <span aria-hidden>{sort.descending ? '↓' : '↑'}</span>}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** What a click on a heading turns the sorting into. */
export function nextSort(sort: BoardView['sort'], column: BoardColumnId): BoardView['sort'] {
  if (sort?.column !== column) return { column, descending: false }
  return sort.descending ? null : { column, descending: true }
}

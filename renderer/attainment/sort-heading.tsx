import { useTranslation } from 'react-i18next'
import { classes } from '../ui/classes.ts'
import styles from './attainment-table.module.css'
import { nextSort, type TableColumn, type TableSort } from './attainment-view.ts'

export interface SortHeadingProps {
  column: TableColumn
  sort: TableSort | null
  onSort: (sort: TableSort | null) => void
}

export function SortHeading({ column, sort, onSort }: SortHeadingProps) {
  const { t } = useTranslation('attainment')
  const isSorted = sort?.column === column
  return (
    <th
      scope="col"
      className={column === 'name' ? undefined : styles['number']}
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={classes(styles['sort'], isSorted && styles['sorted'])}
        onClick={() => onSort(nextSort(sort, column))}
      >
        {t(`table.columns.${column}`)}
        <span aria-hidden className={styles['arrow']}>
          {isSorted ? (sort.descending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  )
}

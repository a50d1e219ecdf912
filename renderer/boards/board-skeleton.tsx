import { useTranslation } from 'react-i18next'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './board-skeleton.module.css'
import { BOARD_COLUMNS } from './column-sizes.ts'
import { gridTracks } from './fit-columns.ts'

const LINES = Array.from({ length: 24 }, (_, index) => index)
const COLUMN_IDS = BOARD_COLUMNS.map(({ id }) => id)

/** The board's own layout while its rows are on their way. */
export function BoardSkeleton() {
  const { t } = useTranslation('app')
  return (
    <output aria-label={t('connection.connecting')}>
      {LINES.map((line) => (
        <div key={line} className={styles['line']} style={{ gridTemplateColumns: gridTracks(COLUMN_IDS) }}>
          {COLUMN_IDS.map((id, column) => (
            // Different lengths, the same on every load: real rows are not all alike either.
            <Skeleton key={id} width={`${45 + ((line * 7 + column * 13) % 40)}%`} />
          ))}
        </div>
      ))}
    </output>
  )
}

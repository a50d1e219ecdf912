import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../shared/records/board-row.ts'
import type { Source } from '../../shared/records/source.ts'
import type { LiveView } from '../app/live-collection.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { BoardEmpty } from './board-empty.tsx'
import styles from './board-screen.module.css'
import { BoardSkeleton } from './board-skeleton.tsx'
import { BoardTable, type BoardTableProps } from './board-table.tsx'
import { type BoardView, WHOLE_BOARD } from './board-view.ts'
import type { BoardLine } from './group-rows.ts'

export interface BoardContentProps {
  board: LiveView<BoardRow>
  sources: readonly Source[]
  lines: readonly BoardLine[]
  view: BoardView
  onView: (view: BoardView) => void
  table: Pick<BoardTableProps, 'deskNames' | 'staleSources' | 'activeId' | 'onOpen' | 'onMove'>
}

/** The rows, or what stands in their place and why. */
export function BoardContent({ board, sources, lines, view, onView, table }: BoardContentProps) {
  const { t } = useTranslation('board')
  if (board.state === 'loading') {
    return (
      <div className={styles['rest']}>
        {board.problem === null ? (
          <BoardSkeleton />
        ) : (
          <EmptyState title={t('empty.failed')} actions={<FailureNote error={board.problem} />} />
        )}
      </div>
    )
  }
  if (board.values.length === 0) {
    return (
      <div className={styles['rest']}>
        <BoardEmpty sources={sources} />
      </div>
    )
  }
  if (lines.length === 0) {
    return (
      <div className={styles['rest']}>
        <EmptyState
          title={t('empty.noMatch')}
          actions={<Button onPress={() => onView(WHOLE_BOARD)}>{t('filter.clear')}</Button>}
        >
          {t('empty.noMatchHow', { total: board.values.length })}
        </EmptyState>
      </div>
    )
  }
  return (
    <BoardTable
      {...table}
      lines={lines}
      grouping={view.grouping}
      sort={view.sort}
      onSort={(sort) => onView({ ...view, sort })}
    />
  )
}

import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../shared/records/board-row.ts'
import { SelectField } from '../ui/select-field.tsx'
import { BoardTiles } from './board-tiles.tsx'
import styles from './board-toolbar.module.css'
import { type BoardView, isFiltered } from './board-view.ts'
import { FilterBox } from './filter-box.tsx'
import { GROUPINGS } from './group-rows.ts'
import { SavedViews } from './saved-views.tsx'

export interface BoardToolbarProps {
  rows: readonly BoardRow[]
  shownCount: number
  view: BoardView
  onView: (view: BoardView) => void
}

/** Drawn again only when what it shows changed: moving through the rows must not wait for it. */
export const BoardToolbar = memo(function BoardToolbar({
  rows,
  shownCount,
  view,
  onView,
}: BoardToolbarProps) {
  const { t } = useTranslation('board')
  return (
    <div className={styles['toolbar']}>
      <BoardTiles rows={rows} selected={view.tile} onSelect={(tile) => onView({ ...view, tile })} />
      <div className={styles['spacer']} />
      <span className={styles['count']} aria-live="polite">
        {isFiltered(view)
          ? t('filter.count', { shown: shownCount, total: rows.length })
          : t('filter.all', { count: rows.length })}
      </span>
      <FilterBox words={view.words} onWords={(words) => onView({ ...view, words })} />
      <div className={styles['grouping']}>
        <SelectField
          label={t('grouping.label')}
          hideLabel
          value={view.grouping}
          onChange={(grouping) => onView({ ...view, grouping })}
          choices={GROUPINGS.map((grouping) => ({ value: grouping, label: t(`grouping.${grouping}`) }))}
        />
      </div>
      <SavedViews view={view} onView={onView} />
    </div>
  )
})

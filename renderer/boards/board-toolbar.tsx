import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../shared/records/board-row.ts'
import { SearchIcon } from '../ui/icons.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { BoardTiles } from './board-tiles.tsx'
import styles from './board-toolbar.module.css'
import { type BoardView, isFiltered } from './board-view.ts'
import { GROUPINGS } from './group-rows.ts'
import { SavedViews } from './saved-views.tsx'

export const FILTER_INPUT_ID = 'board-filter'

export interface BoardToolbarProps {
  rows: readonly BoardRow[]
  shownCount: number
  view: BoardView
  onView: (view: BoardView) => void
}

export function BoardToolbar({ rows, shownCount, view, onView }: BoardToolbarProps) {
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
      <SearchField
        aria-label={t('filter.label')}
        value={view.words}
        onChange={(words) => onView({ ...view, words })}
        className={styles['filter'] ?? ''}
      >
        <SearchIcon />
        <Input id={FILTER_INPUT_ID} placeholder={t('filter.hint')} />
        {view.words === '' && (
          <span className={styles['slash']}>
            <Kbd keys="/" />
          </span>
        )}
      </SearchField>
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
}

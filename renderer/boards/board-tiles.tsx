import { useMemo } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../shared/records/board-row.ts'
import { useNow } from '../app/now.tsx'
import { classes } from '../ui/classes.ts'
import { StateMark, type StateName } from '../ui/state-mark.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { countTiles, TILES, type Tile } from './board-filter.ts'
import styles from './board-tiles.module.css'

const MARKS: Partial<Record<Tile, StateName>> = {
  breached: 'breached',
  'at-risk': 'at-risk',
  'awaiting-customer': 'paused',
  'awaiting-mno': 'paused',
  unowned: 'unknown',
}

export interface BoardTilesProps {
  rows: readonly BoardRow[]
  selected: Tile | null
  onSelect: (tile: Tile | null) => void
}

/** What a shift lead looks at first: five counts, each of which narrows the board to what it counts. */
export function BoardTiles({ rows, selected, onSelect }: BoardTilesProps) {
  const { t } = useTranslation('board')
  const now = useNow()
  const counts = useMemo(() => countTiles(rows, now), [rows, now])
  return (
    <Toolbar label={t('tiles.label')}>
      {TILES.map((tile) => (
        <TileButton
          key={tile}
          tile={tile}
          count={counts[tile]}
          isSelected={selected === tile}
          onChange={(isSelected) => onSelect(isSelected ? tile : null)}
        />
      ))}
    </Toolbar>
  )
}

interface TileButtonProps {
  tile: Tile
  count: number
  isSelected: boolean
  onChange: (isSelected: boolean) => void
}

function TileButton({ tile, count, isSelected, onChange }: TileButtonProps) {
  const { t } = useTranslation('board')
  const mark = MARKS[tile]
  return (
    <ToggleButton isSelected={isSelected} onChange={onChange} className={styles['tile'] ?? ''}>
      {mark !== undefined && <StateMark state={mark} />}
      {t(`tiles.${tile}`)}
      <span className={classes(styles['count'], count === 0 && styles['none'])}>{count}</span>
    </ToggleButton>
  )
}

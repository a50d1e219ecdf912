import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../ui/classes.ts'
import styles from './attainment-table.module.css'
import type { TableLine } from './contract-groups.ts'
import { GoalLine } from './goal-line.tsx'
import { ShareFigure } from './share-figure.tsx'
import { Sparkline } from './sparkline.tsx'
import { useFigureWords } from './use-figure-words.ts'

export interface TableRowProps {
  line: TableLine
  name: ReactNode
  lowest: number
  /** The contract's own line stands above its parts. */
  isContract?: boolean
}

export function TableRow({ line, name, lowest, isContract = false }: TableRowProps) {
  const { t } = useTranslation('attainment')
  const words = useFigureWords()
  const { counts, goals, points } = line
  return (
    <tr className={isContract ? styles['contract'] : undefined}>
      <th
        scope={isContract ? 'rowgroup' : 'row'}
        className={classes(styles['name'], !isContract && styles['part'])}
      >
        {name}
      </th>
      <td className={styles['number']}>
        <ShareFigure counts={counts} />
      </td>
      {(['kept', 'broken', 'excluded'] as const).map((part) => (
        <td key={part} className={classes(styles['number'], counts[part] === 0 && styles['zero'])}>
          {words.count(counts[part])}
        </td>
      ))}
      <td>
        <Sparkline points={points} lowest={lowest} />
      </td>
      <td className={styles['goals']}>
        {goals.map((goal) => (
          <GoalLine key={goal.key} goal={goal} name={isContract || goals.length > 1 ? goal.name : null} />
        ))}
        {isContract && goals.length === 0 && <span className={styles['zero']}>{t('goals.none')}</span>}
      </td>
    </tr>
  )
}

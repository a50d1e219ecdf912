import { useTranslation } from 'react-i18next'
import { StateMark, type StateName } from '../ui/state-mark.tsx'
import type { GoalTotal } from './goal-totals.ts'
import styles from './goal-line.module.css'
import { useFigureWords } from './use-figure-words.ts'

const MARKS: Record<GoalTotal['verdict'], StateName> = {
  met: 'ok',
  'not-met': 'breached',
  undecided: 'unknown',
}

export interface GoalLineProps {
  goal: GoalTotal
  /** Null where the line above has said it. */
  name: string | null
}

/** A goal of a contract, whether it was met, and the counts it is judged by. */
export function GoalLine({ goal, name }: GoalLineProps) {
  const { t } = useTranslation('attainment')
  const words = useFigureWords()
  return (
    <span className={styles['goal']}>
      <StateMark state={MARKS[goal.verdict]} word={t(`goals.verdict.${goal.verdict}`)} />
      <span>
        {name !== null && `${name}: `}
        {words.goal(goal)}
      </span>
    </span>
  )
}

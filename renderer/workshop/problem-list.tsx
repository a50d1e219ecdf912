import { useTranslation } from 'react-i18next'
import { FailureNote } from '../ui/failure-note.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import styles from './problem-list.module.css'
import type { TextProblem } from './use-policy-check.ts'

export interface ProblemListProps {
  problems: readonly TextProblem[]
  /** The text has changed since the problems were found. */
  isChecking: boolean
  /** Why the text could not be checked. */
  error: unknown
  isReadOnly: boolean
  onJump: (problem: TextProblem) => void
}

/** What is wrong with the text, each with the way to its line; beneath it how to leave the editor. */
export function ProblemList({ problems, isChecking, error, isReadOnly, onJump }: ProblemListProps) {
  const { t } = useTranslation('workshop')
  return (
    <section className={styles['problems']} aria-label={t('problems.label')}>
      <FailureNote error={error} />
      <ul className={styles['list']}>
        {problems.map((problem) => (
          <li key={`${problem.line} ${problem.place} ${problem.reason}`}>
            <button type="button" className={styles['problem']} onClick={() => onJump(problem)}>
              <span className={styles['line']}>{t('problems.line', { line: problem.line })}</span>
              <span className={styles['reason']}>{problem.reason}</span>
              <code className={styles['place']}>
                {problem.place === '' ? t('problems.whole') : problem.place}
              </code>
            </button>
          </li>
        ))}
      </ul>
      <footer className={styles['footer']}>
        <output className={styles['verdict']}>
          {isChecking ? (
            <StateMark state="unknown" word={t('problems.checking')} />
          ) : problems.length === 0 ? (
            error === null && <StateMark state="ok" word={t('problems.none')} />
          ) : (
            <StateMark
              state="breached"
              word={t(isReadOnly ? 'problems.count' : 'problems.blocked', { count: problems.length })}
            />
          )}
        </output>
        <span>
          {[t(isReadOnly ? 'editor.hintRead' : 'editor.hint'), problems.length > 0 ? t('problems.jump') : '']
            .filter((hint) => hint !== '')
            .join(' · ')}
        </span>
      </footer>
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import type { ConditionFault } from '../../shared/commonality/condition/condition-fault.ts'
import styles from './condition-field.module.css'
import { faultExcerpt } from './fault-excerpt.ts'
import { useFaultSentence } from './use-fault-sentence.ts'

/** The first ones; those after them are often only their consequence. */
const SHOWN = 3

export interface ConditionFaultsProps {
  text: string
  faults: readonly ConditionFault[]
  /** Shows a place of the text. */
  onSelect: (from: number, to: number) => void
}

/** What is wrong with a condition: the sentence, its line and column, and the piece of text marked. */
export function ConditionFaults({ text, faults, onSelect }: ConditionFaultsProps) {
  const { t } = useTranslation('records')
  const sentenceOf = useFaultSentence()
  if (faults.length === 0) return null
  return (
    <ul className={styles['faults']} role="alert">
      {faults.slice(0, SHOWN).map((fault) => {
        const { line, column, problem } = fault
        const excerpt = faultExcerpt(text, line, column)
        return (
          <li key={`${line} ${column} ${problem}`}>
            <p>{sentenceOf(fault)}</p>
            <button
              type="button"
              className={styles['place']}
              onClick={() => onSelect(excerpt.from, excerpt.to)}
            >
              <span>{t('condition.place', { line, column })}</span>
              <code>
                {excerpt.before}
                <mark className={styles['mark']}>{excerpt.marked === '' ? ' ' : excerpt.marked}</mark>
                {excerpt.after}
              </code>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

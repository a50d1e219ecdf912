import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/records/analysis.ts'
import type { FixConfirmation } from '../../shared/records/fix-confirmation.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { ConfirmationWords } from './confirmation-words.tsx'
import { Equivalents } from './equivalents.tsx'
import { FindingActions, type FindingActionsProps } from './finding-actions.tsx'
import styles from './finding-card.module.css'
import { findingElementId } from './finding-element.ts'
import { FindingFacts } from './finding-facts.tsx'
import { FindingSentence } from './finding-sentence.tsx'
import type { RecordNoun } from './record-noun.ts'
import { RunnersUp } from './runners-up.tsx'
import { ShareBars } from './share-bars.tsx'
import { WhyPanel } from './why-panel.tsx'

export interface FindingCardProps extends Omit<FindingActionsProps, 'finding' | 'number'> {
  finding: Finding
  /** Its place in the list, from 1. */
  number: number
  noun: RecordNoun
  /** False while it is of a first answer, which may be revised. */
  isDone: boolean
  isActive: boolean
  /** What came of the last try after a fix; null where none was made. */
  confirmation: FixConfirmation | null
  isWhyOpen: boolean
  onActive: () => void
  onWhy: () => void
}

/** One finding: what failing ones share in plain words, how sure that is, and what to do with it. */
export function FindingCard(props: FindingCardProps) {
  const { finding, number, noun, isDone, isActive, isWhyOpen, confirmation, onActive, onWhy, ...actions } =
    props
  const { t } = useTranslation('analysis')
  const sentence = useId()
  const why = useId()

  function ask(event: KeyboardEvent): void {
    // Everywhere else `?` lists the keys; on a number it asks for its reason.
    if (event.key !== '?') return
    event.preventDefault()
    onWhy()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of what lies inside
    <li
      id={findingElementId(finding.id)}
      className={classes(styles['card'], isActive && styles['active'], styles[finding.verdict])}
      tabIndex={-1}
      aria-labelledby={sentence}
      aria-current={isActive}
      onFocus={onActive}
      onMouseDown={onActive}
      onKeyDown={ask}
    >
      <div className={styles['head']}>
        <span className={styles['number']} title={t('findings.number', { number })}>
          {number}
        </span>
        <p id={sentence} className={styles['sentence']}>
          <FindingSentence finding={finding} noun={noun} />
        </p>
        <span className={styles['verdict']}>
          <Badge tone={isDone && finding.verdict === 'proven' ? 'accent' : 'plain'}>
            {t(isDone ? `findings.verdicts.${finding.verdict}` : `findings.soFar.${finding.verdict}`)}
          </Badge>
        </span>
      </div>
      <div className={styles['body']}>
        <ShareBars counts={finding.counts} />
        <FindingFacts finding={finding} />
        <Equivalents finding={finding} />
        <RunnersUp finding={finding} />
        {confirmation !== null && <ConfirmationWords confirmation={confirmation} />}
        <div className={styles['actions']}>
          <Button variant="quiet" onPress={onWhy} aria-expanded={isWhyOpen} aria-controls={why}>
            {t(isWhyOpen ? 'why.hide' : 'why.show')}
          </Button>
          <FindingActions finding={finding} number={number} {...actions} />
        </div>
        <div id={why}>{isWhyOpen && <WhyPanel finding={finding} number={number} />}</div>
      </div>
    </li>
  )
}

import { Trans, useTranslation } from 'react-i18next'
import type { AnalysisResult } from '../../shared/records/analysis.ts'
import type { FixConfirmation } from '../../shared/records/fix-confirmation.ts'
import { FindingCard } from './finding-card.tsx'
import type { FindingTools } from './finding-tools.ts'
import styles from './findings-panel.module.css'
import { LimitsNote } from './limits-note.tsx'
import type { RecordNoun } from './record-noun.ts'
import { SelectionWarnings } from './selection-warnings.tsx'
import { SetAsideList } from './set-aside-list.tsx'
import type { ShownResult } from './shown-result.ts'
import { SymptomList } from './symptom-list.tsx'
import { UnprovenNote } from './unproven-note.tsx'
import type { Copied } from './use-copy.ts'
import type { FindingChoice } from './use-finding-choice.ts'
import { useFigures } from './use-figures.ts'

/** What can be asked next from an answer; null where the viewer may not search. */
export interface AnswerTools {
  readonly split: ((column: string, value: string) => void) | null
  readonly keep: ((column: string) => void) | null
  readonly match: ((column: string) => void) | null
}

export interface FindingsPanelProps {
  shown: ShownResult
  noun: RecordNoun
  choice: FindingChoice
  tools: FindingTools
  answerTools: AnswerTools
  copied: Copied | null
  /** What came of the last try of each finding after a fix, by finding. */
  confirmations: ReadonlyMap<string, FixConfirmation>
}

/** An answer: warnings, findings, what is left over, symptoms, what was not searched, and what could be proven at all. */
export function FindingsPanel(props: FindingsPanelProps) {
  const { shown, noun, choice, tools, answerTools, copied, confirmations } = props
  const { t } = useTranslation('analysis')
  const { result, findings } = shown
  return (
    <div className={styles['answer']}>
      <SelectionWarnings warnings={result.sides.warnings} onMatch={answerTools.match} />
      {result.done && <UnprovenNote result={result} />}
      <ol className={styles['findings']} aria-label={t('findings.label')}>
        {findings.map((finding, index) => (
          <FindingCard
            key={finding.id}
            finding={finding}
            number={index + 1}
            noun={noun}
            isDone={result.done}
            isActive={finding.id === choice.activeId}
            isWhyOpen={choice.isWhyOpen(finding.id)}
            onActive={() => choice.activate(finding.id)}
            onWhy={() => choice.toggleWhy(finding.id)}
            tools={tools}
            copied={copied?.key === finding.id ? copied : null}
            confirmation={confirmations.get(finding.id) ?? null}
          />
        ))}
      </ol>
      {findings.length > 0 && <Unexplained result={result} noun={noun} />}
      <SymptomList symptoms={result.symptoms} onSplit={answerTools.split} onKeep={answerTools.keep} />
      <SetAsideList setAside={result.setAside} />
      <LimitsNote result={result} />
    </div>
  )
}

/** How many failing ones no proven finding covers: what is still to be looked for. */
function Unexplained({ result, noun }: { result: AnalysisResult; noun: RecordNoun }) {
  const { t } = useTranslation('analysis')
  const { count } = useFigures()
  if (result.unexplained === 0) return <p>{t('findings.allExplained')}</p>
  return (
    <p className={styles['unexplained']}>
      <Trans
        t={t}
        i18nKey={`findings.unexplained.${noun}`}
        values={{ left: count(result.unexplained), all: count(result.sides.failing.records) }}
        components={{ b: <b /> }}
      />
    </p>
  )
}

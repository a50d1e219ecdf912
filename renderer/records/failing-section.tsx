import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailingSuggestion } from '../../shared/contract/records.ts'
import type { AnalysisQuestion, FailingDefinition } from '../../shared/records/analysis-question.ts'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { Button } from '../ui/button.tsx'
import { ConditionField } from './condition-field.tsx'
import { CountFields } from './count-fields.tsx'
import { FailingSuggestions } from './failing-suggestions.tsx'
import { MoreFields } from './more-fields.tsx'
import styles from './record-panel.module.css'
import { Section } from './section.tsx'
import { TicketsDialog } from './tickets-dialog.tsx'
import { WindowDialog } from './window-dialog.tsx'
import { WorkingField } from './working-field.tsx'

export interface FailingSectionProps {
  recordSet: RecordSet
  question: AnalysisQuestion
  onChange: (question: AnalysisQuestion) => void
  suggestions: readonly FailingSuggestion[]
  mayChange: boolean
}

/** Which records fail, which work, and which are looked at at all. */
export function FailingSection(props: FailingSectionProps) {
  const { recordSet, question, onChange, suggestions, mayChange } = props
  const { t } = useTranslation('records')
  const [opened, setOpened] = useState<'tickets' | 'where' | 'baseline' | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const { definition } = question
  const isCounted = definition.failedCountColumn !== null
  const isDisabled = !mayChange

  function define(change: Partial<FailingDefinition>): void {
    setSaid(null)
    onChange({ ...question, definition: { ...definition, ...change } })
  }

  return (
    <Section title={t('failing.title')}>
      {mayChange && (
        <FailingSuggestions
          suggestions={suggestions}
          definition={definition}
          onUse={(suggested) => define({ ...suggested, where: definition.where })}
        />
      )}
      <ConditionField
        label={t('failing.failed')}
        help={t(isCounted ? 'failing.failedCounted' : 'failing.failedHelp')}
        value={definition.failed}
        onChange={(failed) => define({ failed })}
        recordSet={recordSet}
        isDisabled={isDisabled}
        actions={
          <Button variant="quiet" onPress={() => setOpened('tickets')}>
            {t('failing.tickets')}
          </Button>
        }
      />
      {said !== null && <output className={styles['muted']}>{said}</output>}
      <WorkingField
        value={definition.working}
        onChange={(working) => define({ working })}
        recordSet={recordSet}
        isDisabled={isDisabled}
      />
      <ConditionField
        label={t('failing.where')}
        placeholder={t('failing.allRecords')}
        value={definition.where}
        onChange={(where) => define({ where })}
        recordSet={recordSet}
        isDisabled={isDisabled}
        actions={
          <Button variant="quiet" onPress={() => setOpened('where')}>
            {t('failing.window')}
          </Button>
        }
      />
      <CountFields
        columns={recordSet.columns}
        definition={definition}
        onChange={define}
        isDisabled={isDisabled}
      />
      <MoreFields
        recordSet={recordSet}
        question={question}
        onChange={onChange}
        onWindow={() => setOpened('baseline')}
        isDisabled={isDisabled}
      />
      {opened === 'tickets' && (
        <TicketsDialog
          recordSet={recordSet}
          onClose={() => setOpened(null)}
          onUse={(failed, words) => {
            define({ failed })
            setSaid(words)
            setOpened(null)
          }}
        />
      )}
      {(opened === 'where' || opened === 'baseline') && (
        <WindowDialog
          recordSet={recordSet}
          condition={opened === 'where' ? definition.where : question.baseline}
          title={t(opened === 'where' ? 'window.title' : 'window.baselineTitle')}
          onClose={() => setOpened(null)}
          onUse={(condition) => {
            if (opened === 'where') define({ where: condition })
            else onChange({ ...question, baseline: condition })
            setOpened(null)
          }}
        />
      )}
    </Section>
  )
}

import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useTranslation } from 'react-i18next'
import type { FailingSuggestion } from '../../shared/contract/records.ts'
import type { FailingDefinition } from '../../shared/records/analysis-question.ts'
import { Tooltip } from '../ui/tooltip.tsx'
import styles from './failing-suggestions.module.css'
import { useSuggestionReason } from './use-suggestion-reason.ts'

export interface FailingSuggestionsProps {
  suggestions: readonly FailingSuggestion[]
  definition: FailingDefinition
  onUse: (definition: FailingDefinition) => void
}

/** What failing probably means here, one press each. */
export function FailingSuggestions({ suggestions, definition, onUse }: FailingSuggestionsProps) {
  const { t } = useTranslation('records')
  const reasonOf = useSuggestionReason()
  if (suggestions.length === 0) return null
  return (
    <ul className={styles['suggestions']} aria-label={t('failing.suggestions')}>
      {suggestions.map(({ definition: suggested, reason }) => {
        const text = wordsOf(suggested)
        return (
          <li key={JSON.stringify(suggested)}>
            <Tooltip text={reasonOf(reason)}>
              <ToggleButton
                className={styles['chip'] ?? ''}
                aria-label={t('failing.suggested', { condition: text, reason: reasonOf(reason) })}
                isSelected={isSame(suggested, definition)}
                onChange={() => onUse(suggested)}
              >
                {text}
              </ToggleButton>
            </Tooltip>
          </li>
        )
      })}
    </ul>
  )
}

function wordsOf({ failed, failedCountColumn, totalCountColumn }: FailingDefinition): string {
  return failed ?? `${failedCountColumn ?? ''} / ${totalCountColumn ?? ''}`
}

function isSame(suggested: FailingDefinition, held: FailingDefinition): boolean {
  return (
    suggested.failed === held.failed &&
    suggested.working === held.working &&
    suggested.failedCountColumn === held.failedCountColumn &&
    suggested.totalCountColumn === held.totalCountColumn
  )
}

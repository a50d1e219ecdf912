import { useTranslation } from 'react-i18next'
import type { ConditionFault } from '../../shared/commonality/condition/condition-fault.ts'

/** What a sentence may name; each fault brings those that its own sentence has. */
const NO_DETAIL = {
  limit: '',
  quote: '',
  character: '',
  column: '',
  word: '',
  found: '',
  nearest: '',
  candidates: '',
  operator: '',
  value: '',
  from: '',
  to: '',
  pattern: '',
  reason: '',
}

/** What is wrong with a condition, as one sentence. */
export function useFaultSentence(): (fault: ConditionFault) => string {
  const { t } = useTranslation('condition')
  return ({ problem, detail }) => t(`problems.${problem}`, { ...NO_DETAIL, ...detail })
}

import { useTranslation } from 'react-i18next'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { ConditionField } from './condition-field.tsx'
import { FoldedFields } from './folded-fields.tsx'
import { MatchFields } from './match-fields.tsx'

/** As the contract takes them. */
const ORDERS = ['1', '2', '3', '4', '5', '6'] as const
const AUTOMATIC = 'automatic'

export interface MoreFieldsProps {
  recordSet: RecordSet
  question: AnalysisQuestion
  onChange: (question: AnalysisQuestion) => void
  /** Asks for the time of the earlier records. */
  onWindow: () => void
  isDisabled: boolean
}

/** What few need: earlier records to compare with, working ones that match, how much a description may hold. */
export function MoreFields({ recordSet, question, onChange, onWindow, isDisabled }: MoreFieldsProps) {
  const { t } = useTranslation('records')
  const { baseline, matchOn, maxOrder, allRecords } = question
  const isUsed = baseline !== null || matchOn.length > 0 || maxOrder !== null || allRecords
  return (
    <FoldedFields title={t('more.options')} isUsed={isUsed}>
      <ConditionField
        label={t('more.baseline')}
        help={t('more.baselineHelp')}
        value={baseline}
        onChange={(text) => onChange({ ...question, baseline: text })}
        recordSet={recordSet}
        isDisabled={isDisabled}
        actions={
          <Button variant="quiet" onPress={onWindow}>
            {t('failing.window')}
          </Button>
        }
      />
      <MatchFields
        columns={recordSet.columns}
        matchOn={matchOn}
        onChange={(columns) => onChange({ ...question, matchOn: columns })}
        isDisabled={isDisabled}
      />
      <CheckboxField
        label={t('more.allRecords')}
        help={t('more.allRecordsHelp')}
        isSelected={allRecords}
        onChange={(areAll) => onChange({ ...question, allRecords: areAll })}
        isDisabled={isDisabled}
      />
      <SelectField
        label={t('more.order')}
        value={ORDERS.find((order) => Number(order) === maxOrder) ?? AUTOMATIC}
        choices={[
          { value: AUTOMATIC, label: t('more.orderAuto') },
          ...ORDERS.map((order) => ({ value: order, label: order })),
        ]}
        onChange={(order) => onChange({ ...question, maxOrder: order === AUTOMATIC ? null : Number(order) })}
        isDisabled={isDisabled}
      />
    </FoldedFields>
  )
}

import { checkCondition } from '../../shared/commonality/condition/check-condition.ts'
import { type ConditionFault, isConditionFault } from '../../shared/commonality/condition/condition-fault.ts'
import { parseCondition } from '../../shared/commonality/condition/parse-condition.ts'
import type { RecordSetColumn } from '../../shared/records/record-set.ts'

/** What is wrong with a condition on these columns: how it is written, then what it names. */
export function conditionFaults(
  text: string,
  columns: readonly Pick<RecordSetColumn, 'name' | 'kind'>[],
): readonly ConditionFault[] {
  const read = parseCondition(text)
  return isConditionFault(read) ? [read] : checkCondition(read, columns)
}

import { DAY_MS } from '../../time/local-date.ts'
import { comparisonsOf, type Comparison, type Condition, type Written } from './condition.ts'
import { faultAt, type ConditionFault } from './condition-fault.ts'
import { createColumnFinder, type ConditionColumn } from './find-column.ts'
import { readNumber } from './read-number.ts'
import { readTime } from './read-time.ts'

/** Nobody reads more at once. */
const MOST_FAULTS = 20

/**
 * Where a condition does not fit the columns, in the order of the text, twenty at the most. Regular expressions are
 * checked by the engine that runs them.
 */
export function checkCondition(condition: Condition, columns: readonly ConditionColumn[]): ConditionFault[] {
  const findColumn = createColumnFinder(columns)
  const faults: ConditionFault[] = []
  for (const comparison of comparisonsOf(condition)) {
    const column = findColumn(comparison.column)
    faults.push(...('problem' in column ? [column] : checkComparison(comparison, column)))
    if (faults.length >= MOST_FAULTS) break
  }
  return faults.slice(0, MOST_FAULTS)
}

function checkComparison(comparison: Comparison, column: ConditionColumn): ConditionFault[] {
  if (comparison.kind === 'blank') return []
  const isText = column.kind !== 'number' && column.kind !== 'time'
  const misfit = (problem: 'no-order' | 'not-text', operator: string): ConditionFault[] => [
    faultAt(comparison.column.place, problem, { column: column.name, operator }),
  ]
  if (comparison.kind === 'text') return isText ? [] : misfit('not-text', comparison.operator)
  if (comparison.kind === 'in') return comparison.values.flatMap((value) => checkValue(value, column))
  if (comparison.kind === 'compare') {
    const { operator, value } = comparison
    const isOrder = operator !== '=' && operator !== '!='
    return isText && isOrder ? misfit('no-order', operator) : checkValue(value, column)
  }
  if (isText) return misfit('no-order', 'between')
  const { from, to } = comparison
  const faults = [...checkValue(from, column), ...checkValue(to, column)]
  return faults.length > 0 || !isReversed(from.text, to.text, column) ? faults : [reversed(from, to)]
}

function checkValue({ text, place }: Written, { name, kind }: ConditionColumn): ConditionFault[] {
  if (kind === 'number' && readNumber(text) === null) {
    return [faultAt(place, 'not-a-number', { column: name, value: text })]
  }
  if (kind === 'time' && readTime(text) === null) {
    return [faultAt(place, 'not-a-time', { column: name, value: text })]
  }
  return []
}

function isReversed(from: string, to: string, { kind }: ConditionColumn): boolean {
  if (kind === 'number') return (readNumber(from) ?? 0) > (readNumber(to) ?? 0)
  const begin = readTime(from)
  const end = readTime(to)
  if (begin === null || end === null) return false
  // A zone can turn round an instant and a wall time, but not by a day.
  const slack = (begin.kind === 'instant') === (end.kind === 'instant') ? 0 : DAY_MS
  return begin.ms > end.ms + (end.kind === 'day' ? DAY_MS - 1 : 0) + slack
}

function reversed(from: Written, to: Written): ConditionFault {
  return faultAt(from.place, 'reversed-range', { from: from.text, to: to.text })
}

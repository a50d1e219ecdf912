import type { Comparison, Condition } from '../../shared/commonality/condition/condition.ts'
import type { RecordSetColumn } from '../../shared/records/record-set.ts'
import type { FakeCall } from './fake-calls.ts'

/** Whether a made-up call meets a condition that fits its columns: enough of the language for pages, value by value. */
export function meetsCondition(
  condition: Condition,
  call: FakeCall,
  columns: readonly RecordSetColumn[],
): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => meetsCondition(part, call, columns))
    case 'or':
      return condition.parts.some((part) => meetsCondition(part, call, columns))
    case 'not':
      return !meetsCondition(condition.part, call, columns)
    case 'compare':
    case 'in':
    case 'between':
    case 'text':
    case 'blank':
    default:
      return meetsComparison(condition, call, columns)
  }
}

function meetsComparison(
  comparison: Comparison,
  call: FakeCall,
  columns: readonly RecordSetColumn[],
): boolean {
  const wanted = comparison.column.text.toLowerCase()
  const column = columns.find(({ name }) => name.toLowerCase() === wanted)
  const value = call[column?.name ?? ''] ?? ''
  if (comparison.kind === 'blank') return (value === '') !== comparison.negated
  if (column === undefined || value === '') return false
  const compare = (written: string): number => order(value, written, column.kind)
  switch (comparison.kind) {
    case 'compare':
      return holds(comparison.operator, compare(comparison.value.text))
    case 'in':
      return comparison.values.some(({ text }) => compare(text) === 0) !== comparison.negated
    case 'between':
      return (compare(comparison.from.text) >= 0 && compare(comparison.to.text) <= 0) !== comparison.negated
    case 'text':
      return matches(comparison.operator, value, comparison.value.text) !== comparison.negated
    default:
      return comparison satisfies never
  }
}

function order(value: string, written: string, kind: RecordSetColumn['kind']): number {
  if (kind === 'number') return Number(value) - Number(written)
  if (kind === 'time') return Date.parse(value) - Date.parse(written)
  return value === written ? 0 : value < written ? -1 : 1
}

function holds(operator: '=' | '!=' | '<' | '<=' | '>' | '>=', difference: number): boolean {
  if (operator === '=') return difference === 0
  if (operator === '!=') return difference !== 0
  if (operator === '<') return difference < 0
  if (operator === '<=') return difference <= 0
  return operator === '>' ? difference > 0 : difference >= 0
}

function matches(
  operator: 'contains' | 'starts with' | 'ends with' | '~',
  value: string,
  wanted: string,
): boolean {
  if (operator === 'contains') return value.includes(wanted)
  if (operator === 'starts with') return value.startsWith(wanted)
  return operator === 'ends with' ? value.endsWith(wanted) : new RegExp(wanted, 'u').test(value)
}

import type {
  Comparison,
  CompareOperator,
  Condition,
  TextOperator,
  Written,
} from '../../shared/commonality/condition/condition.ts'
import type { RecordSetColumn } from '../../shared/records/record-set.ts'

/** Comparisons of the builder; the words are `records:condition.operators.<operator>`. */
export type RowOperator =
  | 'is'
  | 'is-not'
  | 'above'
  | 'at-least'
  | 'below'
  | 'at-most'
  | 'between'
  | 'starts-with'
  | 'ends-with'
  | 'contains'
  | 'matches'
  | 'blank'
  | 'not-blank'

/** One line of the builder, not necessarily whole yet. */
export interface ConditionRow {
  readonly column: string
  readonly operator: RowOperator
  readonly values: readonly string[]
}

export interface ConditionRows {
  readonly join: 'and' | 'or'
  readonly rows: readonly ConditionRow[]
}

const COMPARE = { above: '>', 'at-least': '>=', below: '<', 'at-most': '<=' } as const
const TEXT = {
  'starts-with': 'starts with',
  'ends-with': 'ends with',
  contains: 'contains',
  matches: '~',
} as const
const OF_COMPARE: Readonly<Record<CompareOperator, RowOperator>> = {
  '=': 'is',
  '!=': 'is-not',
  '>': 'above',
  '>=': 'at-least',
  '<': 'below',
  '<=': 'at-most',
}
const OF_TEXT: Readonly<Record<TextOperator, RowOperator>> = {
  contains: 'contains',
  'starts with': 'starts-with',
  'ends with': 'ends-with',
  '~': 'matches',
}

const ORDERED: readonly RowOperator[] = ['above', 'at-least', 'below', 'at-most', 'between']
const TEXTUAL: readonly RowOperator[] = ['starts-with', 'ends-with', 'contains', 'matches']

/** What a column of a kind can be asked. */
export function operatorsOf(kind: RecordSetColumn['kind'] | null): readonly RowOperator[] {
  const special = kind === 'number' || kind === 'time' ? ORDERED : TEXTUAL
  return ['is', 'is-not', ...special, 'blank', 'not-blank']
}

/** How many values a comparison takes: `is` and `is-not` any number but none. */
export function valuesTaken(operator: RowOperator): 'none' | 'one' | 'two' | 'many' {
  if (operator === 'blank' || operator === 'not-blank') return 'none'
  if (operator === 'between') return 'two'
  return operator === 'is' || operator === 'is-not' ? 'many' : 'one'
}

/** A condition as rows; null where it says more than rows can show. */
export function rowsOf(condition: Condition): ConditionRows | null {
  const join = condition.kind === 'or' ? 'or' : 'and'
  const parts = condition.kind === 'and' || condition.kind === 'or' ? condition.parts : [condition]
  const rows = parts.map(rowOf)
  return rows.every((row) => row !== null) ? { join, rows } : null
}

function rowOf(condition: Condition): ConditionRow | null {
  if (condition.kind === 'and' || condition.kind === 'or' || condition.kind === 'not') return null
  const comparison: Comparison = condition
  const column = comparison.column.text
  switch (comparison.kind) {
    case 'compare':
      return { column, operator: OF_COMPARE[comparison.operator], values: [comparison.value.text] }
    case 'in':
      return {
        column,
        operator: comparison.negated ? 'is-not' : 'is',
        values: comparison.values.map(({ text }) => text),
      }
    case 'between':
      if (comparison.negated) return null
      return { column, operator: 'between', values: [comparison.from.text, comparison.to.text] }
    case 'text':
      if (comparison.negated) return null
      return { column, operator: OF_TEXT[comparison.operator], values: [comparison.value.text] }
    case 'blank':
      return { column, operator: comparison.negated ? 'not-blank' : 'blank', values: [] }
    default:
      return comparison satisfies never
  }
}

/** The condition of the rows that are whole; null while none is. */
export function conditionOf({ join, rows }: ConditionRows): Condition | null {
  const parts = rows.map(comparisonOf).filter((part) => part !== null)
  const [first] = parts
  if (first === undefined) return null
  return parts.length === 1 ? first : { kind: join, parts }
}

function comparisonOf(row: ConditionRow): Comparison | null {
  if (row.column === '') return null
  const column = written(row.column)
  const values = row.values.filter((value) => value !== '').map(written)
  const [first, second] = values
  const { operator } = row
  if (operator === 'blank' || operator === 'not-blank') {
    return { kind: 'blank', column, negated: operator === 'not-blank' }
  }
  if (first === undefined) return null
  switch (operator) {
    case 'is':
    case 'is-not': {
      const negated = operator === 'is-not'
      if (second !== undefined) return { kind: 'in', column, negated, values }
      return { kind: 'compare', column, operator: negated ? '!=' : '=', value: first }
    }
    case 'between':
      if (second === undefined) return null
      return { kind: 'between', column, negated: false, from: first, to: second }
    case 'above':
    case 'at-least':
    case 'below':
    case 'at-most':
      return { kind: 'compare', column, operator: COMPARE[operator], value: first }
    case 'starts-with':
    case 'ends-with':
    case 'contains':
    case 'matches':
      return { kind: 'text', column, negated: false, operator: TEXT[operator], value: first }
    default:
      return operator satisfies never
  }
}

/** Nobody wrote it, so it stands nowhere in a text. */
function written(text: string): Written {
  return { text, place: { line: 1, column: 1 } }
}

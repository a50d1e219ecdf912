import type { ConjunctionPart } from '../../records/conjunction-part.ts'
import type { CompareOperator, Comparison, Condition, Written } from './condition.ts'

/** What meets every part of a description. Places in a condition that was built are all 1, 1. */
export function conditionOf(parts: readonly ConjunctionPart[]): Condition {
  const comparisons = parts.flatMap(comparisonsOfPart)
  const [first] = comparisons
  if (first === undefined) throw new RangeError('A description without parts describes nothing')
  return comparisons.length === 1 ? first : { kind: 'and', parts: comparisons }
}

/** Only what meets the description too; `condition` is null where all records are looked at. */
export function onlyWithin(condition: Condition | null, parts: readonly ConjunctionPart[]): Condition {
  const description = conditionOf(parts)
  return joined(condition, description.kind === 'and' ? description.parts : [description])
}

/** All that does not meet the description; what is blank in one of its columns stays. */
export function excluding(condition: Condition | null, parts: readonly ConjunctionPart[]): Condition {
  return joined(condition, [{ kind: 'not', part: conditionOf(parts) }])
}

/** One flat chain, so that what was pressed three times reads as three steps. */
function joined(condition: Condition | null, added: readonly Condition[]): Condition {
  const before = condition === null ? [] : condition.kind === 'and' ? condition.parts : [condition]
  const parts = [...before, ...added]
  const [only] = parts
  return only !== undefined && parts.length === 1 ? only : { kind: 'and', parts }
}

function comparisonsOfPart(part: ConjunctionPart): Comparison[] {
  const column = written(part.column)
  if (part.kind === 'value') return [compared(column, '=', part.value)]
  if (part.kind === 'blank') return [{ kind: 'blank', column, negated: false }]
  if (part.kind === 'prefix') {
    return [{ kind: 'text', column, negated: false, operator: 'starts with', value: written(part.prefix) }]
  }
  if (part.kind === 'window') {
    return [compared(column, '>=', instantText(part.from)), compared(column, '<', instantText(part.to))]
  }
  const { from, to } = part
  // Open on both sides is any number at all.
  if (from === null && to === null) return [{ kind: 'blank', column, negated: true }]
  return [
    ...(from === null ? [] : [compared(column, '>=', String(from))]),
    ...(to === null ? [] : [compared(column, '<', String(to))]),
  ]
}

function compared(column: Written, operator: CompareOperator, value: string): Comparison {
  return { kind: 'compare', column, operator, value: written(value) }
}

/** A name or value that nobody wrote: its place is 1, 1. */
export function written(text: string): Written {
  return { text, place: { line: 1, column: 1 } }
}

/** In UTC, so that it means the same in every zone; to the second where nothing is lost. */
function instantText(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

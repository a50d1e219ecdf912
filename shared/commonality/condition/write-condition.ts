import type { Comparison, Condition, Written } from './condition.ts'
import { isReserved } from './reserved-words.ts'

/** The one text of a condition; `parseCondition` reads the same condition from it. */
export function writeCondition(condition: Condition): string {
  if (condition.kind === 'not') {
    const { part } = condition
    return isChain(part) ? `not (${writeCondition(part)})` : `not ${writeCondition(part)}`
  }
  if (condition.kind !== 'and' && condition.kind !== 'or') return writeComparison(condition)
  const { kind, parts } = condition
  return parts
    .map((part) => (needsParentheses(kind, part) ? `(${writeCondition(part)})` : writeCondition(part)))
    .join(` ${kind} `)
}

function writeComparison(comparison: Comparison): string {
  const column = writeName(comparison.column)
  if (comparison.kind === 'compare') return `${column} ${comparison.operator} ${writeName(comparison.value)}`
  if (comparison.kind === 'blank') return `${column} is ${not(comparison)}blank`
  return `${column} ${not(comparison)}${writeTest(comparison)}`
}

function writeTest(comparison: Extract<Comparison, { readonly kind: 'in' | 'between' | 'text' }>): string {
  if (comparison.kind === 'in') return `in (${comparison.values.map(writeName).join(', ')})`
  if (comparison.kind === 'text') return `${comparison.operator} ${writeName(comparison.value)}`
  return `between ${writeName(comparison.from)} and ${writeName(comparison.to)}`
}

function not({ negated }: { readonly negated: boolean }): string {
  return negated ? 'not ' : ''
}

function isChain({ kind }: Condition): boolean {
  return kind === 'and' || kind === 'or'
}

/** `and` binds closer than `or`; a chain within its like keeps the shape in which it was written. */
function needsParentheses(outer: 'and' | 'or', part: Condition): boolean {
  return outer === 'and' ? isChain(part) : part.kind === 'or'
}

/** What nobody would take for anything but a word. */
const PLAIN = /^[\p{L}\p{N}_+-][\p{L}\p{N}_+\-.:/@*]*$/u

function writeName({ text }: Written): string {
  return PLAIN.test(text) && !isReserved(text) ? text : `"${text.replaceAll('"', '""')}"`
}

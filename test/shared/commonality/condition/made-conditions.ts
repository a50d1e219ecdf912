import * as fc from 'fast-check'
import { written } from '../../../../shared/commonality/condition/build-condition.ts'
import type { Comparison, Condition, Written } from '../../../../shared/commonality/condition/condition.ts'
import { isConditionFault } from '../../../../shared/commonality/condition/condition-fault.ts'
import { parseCondition } from '../../../../shared/commonality/condition/parse-condition.ts'

/** What a text is read as; its faults fail the test. */
export function conditionIn(text: string): Condition {
  const read = parseCondition(text)
  if (isConditionFault(read)) throw new Error(`${read.problem} at ${read.line}, ${read.column} in ${text}`)
  return read
}

/** The same condition as if it had been built. */
export function withoutPlaces(condition: Condition): Condition {
  const bare = ({ text }: Written): Written => written(text)
  if (condition.kind === 'not') return { kind: 'not', part: withoutPlaces(condition.part) }
  if (condition.kind === 'and') return { kind: 'and', parts: condition.parts.map(withoutPlaces) }
  if (condition.kind === 'or') return { kind: 'or', parts: condition.parts.map(withoutPlaces) }
  const column = bare(condition.column)
  if (condition.kind === 'blank') return { ...condition, column }
  if (condition.kind === 'in') return { ...condition, column, values: condition.values.map(bare) }
  if (condition.kind === 'between') {
    return { ...condition, column, from: bare(condition.from), to: bare(condition.to) }
  }
  return { ...condition, column, value: bare(condition.value) }
}

/** Chains, negations and parentheses around comparisons, some levels deep. */
export function conditionsOf(comparison: fc.Arbitrary<Comparison>): fc.Arbitrary<Condition> {
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
    const parts = fc.array(tie('condition'), { minLength: 2, maxLength: 3 })
    return {
      condition: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        comparison,
        fc.record({ kind: fc.constant('not' as const), part: tie('condition') }),
        fc.record({ kind: fc.constant('and' as const), parts }),
        fc.record({ kind: fc.constant('or' as const), parts }),
      ),
    }
  })
  return condition
}

const TRICKY = [
  'and',
  'NOT',
  'blank',
  'in',
  'O’Brien',
  "O'Brien",
  'say "no"',
  '""',
  '`',
  'a`b',
  'a]b',
  '[a]',
  '(',
  ' ',
  'a\nb',
  '!=',
  'x!',
  '=',
  '+44',
  '-5',
  '2026-11-20 10:00',
  '日本',
  'e\u0301',
  '\u{1f4de}',
  '%',
  "'; DROP TABLE t; --",
  '$1',
  '?',
  '\u0000',
]

/** Any text that a name or value may be. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TRICKY),
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
)

const word = anyText.map(written)
const negated = fc.boolean()

/** Comparisons with whatever names and values. */
export const anyComparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    column: word,
    operator: fc.constantFrom('=' as const, '!=', '<', '<=', '>', '>='),
    value: word,
  }),
  fc.record({
    kind: fc.constant('in' as const),
    column: word,
    negated,
    values: fc.array(word, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('between' as const), column: word, negated, from: word, to: word }),
  fc.record({
    kind: fc.constant('text' as const),
    column: word,
    negated,
    operator: fc.constantFrom('contains' as const, 'starts with', 'ends with', '~'),
    value: word,
  }),
  fc.record({ kind: fc.constant('blank' as const), column: word, negated }),
)

import * as fc from 'fast-check'
import { written } from '../../../shared/commonality/condition/build-condition.ts'
import type { Comparison, Condition, Written } from '../../../shared/commonality/condition/condition.ts'
import { anyText, conditionsOf } from '../../shared/commonality/condition/made-conditions.ts'
import type { Cell, NaiveTable } from './naive-condition.ts'

const COLUMNS = [
  { name: 'a"b', kind: 'category' },
  { name: "x'; DROP TABLE records; --", kind: 'digits' },
  { name: 'select', kind: 'identifier' },
  { name: '?', kind: 'number' },
  { name: '日本 $1', kind: 'time' },
  { name: 'A`]', kind: 'category' },
] as const satisfies NaiveTable['columns']

const texts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'ab', 'ba', 'aba', '44', '+44') },
  fc.constantFrom('A', 'b a', '%', '_', "'", '"', '\\', 'é', 'e\u0301', 'NULL'),
  anyText,
)

const numbers = fc.oneof(
  fc.constantFrom(0, 1, 200, 404, 503.5, 1e21, 2 ** 60, -1e-7, 4_294_967_296),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

/** Midnights of Madrid and the hour that occurs twice on the day on which its clocks go back. */
const MOMENTS = ['24T22:00Z', '25T00:30Z', '25T01:30Z', '25T22:00Z', '25T23:00Z']

const times = fc
  .tuple(fc.constantFrom(...MOMENTS), fc.constantFrom(0, 0, 1, -1))
  .map(([moment, beside]) => Date.parse(`2026-10-${moment}`) + beside)

const writtenTimes = fc.oneof(
  times.map((ms) => new Date(ms).toISOString()),
  times.map((ms) => new Date(ms).toISOString().slice(0, 19)),
  times.map(String),
  times.map((ms) => String(Math.floor(ms / 1_000))),
  fc.constantFrom('2026-10-24', '2026-10-25'),
)

function cellsOf(kind: (typeof COLUMNS)[number]['kind']): fc.Arbitrary<Cell> {
  if (kind === 'number') return numbers
  return kind === 'time' ? times : texts
}

/** Few rows: what goes wrong does so in one. */
export const tables: fc.Arbitrary<NaiveTable> = fc
  .array(fc.tuple(...COLUMNS.map(({ kind }) => fc.option(cellsOf(kind)))), { minLength: 4, maxLength: 12 })
  .map((rows) => ({ columns: COLUMNS, rows }))

/** RE2 and JavaScript agree on these. */
const patterns = fc.constantFrom('a', '^a', 'b$', '^[ab]+$', '\\+44', '^.$', 'é|_', '\\\\', '"')

const negated = fc.boolean()

function ofColumn({ name, kind }: (typeof COLUMNS)[number]): fc.Arbitrary<Comparison> {
  const column = fc.constant(written(name))
  const value: fc.Arbitrary<Written> = valuesOf(kind).map(written)
  const isText = kind !== 'number' && kind !== 'time'
  const equal = fc.constantFrom('=' as const, '!=')
  const anyOrder = fc.constantFrom('=' as const, '!=', '<', '<=', '>', '>=')
  return fc.oneof(
    fc.record({ kind: fc.constant('blank' as const), column, negated }),
    fc.record({ kind: fc.constant('compare' as const), column, operator: isText ? equal : anyOrder, value }),
    fc.record({
      kind: fc.constant('in' as const),
      column,
      negated,
      values: fc.array(value, { minLength: 1, maxLength: 30 }),
    }),
    isText
      ? fc.oneof(textComparison(column, value), patternComparison(column))
      : fc.record({ kind: fc.constant('between' as const), column, negated, from: value, to: value }),
  )
}

function valuesOf(kind: (typeof COLUMNS)[number]['kind']): fc.Arbitrary<string> {
  if (kind === 'number') return numbers.map(String)
  return kind === 'time' ? writtenTimes : texts
}

function textComparison(
  column: fc.Arbitrary<Written>,
  value: fc.Arbitrary<Written>,
): fc.Arbitrary<Comparison> {
  const operator = fc.constantFrom('contains' as const, 'starts with', 'ends with')
  return fc.record({ kind: fc.constant('text' as const), column, negated, operator, value })
}

function patternComparison(column: fc.Arbitrary<Written>): fc.Arbitrary<Comparison> {
  const operator = fc.constant('~' as const)
  return fc.record({
    kind: fc.constant('text' as const),
    column,
    negated,
    operator,
    value: patterns.map(written),
  })
}

const comparisons = fc.oneof(...COLUMNS.map(ofColumn))

/** Conditions that fit the columns of the tables; one comparison alone shows best what it does. */
export const conditions: fc.Arbitrary<Condition> = fc.oneof(comparisons, conditionsOf(comparisons))

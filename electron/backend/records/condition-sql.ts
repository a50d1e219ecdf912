import { listValue, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api'
import {
  comparisonsOf,
  type Comparison,
  type Condition,
} from '../../../shared/commonality/condition/condition.ts'
import { faultAt, type ConditionFault } from '../../../shared/commonality/condition/condition-fault.ts'
import {
  createColumnFinder,
  type ConditionColumn,
  type FindColumn,
} from '../../../shared/commonality/condition/find-column.ts'
import { readNumber } from '../../../shared/commonality/condition/read-number.ts'
import { readTime } from '../../../shared/commonality/condition/read-time.ts'
import { timeSpan, type TimeSpan } from '../../../shared/commonality/condition/time-span.ts'
import { requireZone } from '../../../shared/time/zone.ts'
import { identifier } from './sql-text.ts'

/** A boolean that is never NULL, with its parameters in the order of its question marks. */
export interface ConditionSql {
  readonly sql: string
  readonly parameters: readonly DuckDBValue[]
}

/**
 * A condition for DuckDB, of which `checkCondition` found nothing wrong (throws otherwise). Blanks are NULL and meet no
 * comparison. Columns of kind `number` are DOUBLE, of `time` BIGINT UTC ms, all others VARCHAR. `timeZone` is the IANA
 * zone of times without one.
 */
export function conditionSql(
  condition: Condition,
  columns: readonly ConditionColumn[],
  timeZone: string,
): ConditionSql {
  requireZone(timeZone, 'timeZone')
  const parameters: DuckDBValue[] = []
  const writing: Writing = {
    findColumn: createColumnFinder(columns),
    timeZone,
    bind: (value) => {
      parameters.push(value)
      return '?'
    },
  }
  return { sql: sqlOf(condition, writing), parameters }
}

/** What is wrong with regular expressions: only the engine that runs them knows. */
export async function patternFaults(
  connection: DuckDBConnection,
  condition: Condition,
): Promise<ConditionFault[]> {
  const faults: ConditionFault[] = []
  for (const comparison of comparisonsOf(condition)) {
    if (comparison.kind !== 'text' || comparison.operator !== '~') continue
    const { text: pattern, place } = comparison.value
    const reason = await patternProblem(connection, pattern)
    if (reason !== null) faults.push(faultAt(place, 'bad-pattern', { pattern, reason }))
  }
  return faults
}

const INVALID_INPUT = 'Invalid Input Error: '

async function patternProblem(connection: DuckDBConnection, pattern: string): Promise<string | null> {
  try {
    await connection.run("SELECT regexp_matches('', ?)", [pattern])
    return null
  } catch (error) {
    if (error instanceof Error && error.message.startsWith(INVALID_INPUT)) {
      return error.message.slice(INVALID_INPUT.length)
    }
    throw error
  }
}

interface Writing {
  readonly findColumn: FindColumn
  readonly timeZone: string
  /** Keeps a parameter and answers what stands for it. */
  readonly bind: (value: DuckDBValue) => string
}

function sqlOf(condition: Condition, writing: Writing): string {
  if (condition.kind === 'not') return `(NOT ${sqlOf(condition.part, writing)})`
  if (condition.kind === 'and' || condition.kind === 'or') {
    return `(${condition.parts.map((part) => sqlOf(part, writing)).join(` ${condition.kind.toUpperCase()} `)})`
  }
  const column = writing.findColumn(condition.column)
  if ('problem' in column) throw unchecked(condition.column.text)
  const name = identifier(column.name)
  if (condition.kind === 'blank') return `(${name} IS ${condition.negated ? 'NOT ' : ''}NULL)`
  const test = testOf(condition, { name, kind: column.kind }, writing)
  const isNegated = condition.kind === 'compare' ? condition.operator === '!=' : condition.negated
  // Where the first is false the second does not matter, NULL as it is: the whole is never NULL.
  return `(${name} IS NOT NULL AND ${isNegated ? `NOT (${test})` : test})`
}

/** What a value that is there must meet, not negated. `name` is quoted. */
function testOf(
  comparison: Exclude<Comparison, { readonly kind: 'blank' }>,
  { name, kind }: ConditionColumn,
  writing: Writing,
): string {
  if (comparison.kind === 'text') {
    if (kind === 'number' || kind === 'time') throw unchecked(comparison.value.text)
    return `${TEXT_FUNCTIONS[comparison.operator]}(${name}, ${writing.bind(comparison.value.text)})`
  }
  if (kind === 'time') return timeTest(comparison, name, writing)
  const bind = kind === 'number' ? numberBinder(writing) : writing.bind
  if (comparison.kind === 'in') {
    const texts = comparison.values.map(({ text }) => text)
    if (texts.length > LONG_LIST) return longListTest(texts, { name, kind }, writing)
    return `${name} IN (${texts.map(bind).join(', ')})`
  }
  if (comparison.kind === 'between') {
    return `${name} BETWEEN ${bind(comparison.from.text)} AND ${bind(comparison.to.text)}`
  }
  const { operator, value } = comparison
  return `${name} ${operator === '!=' ? '=' : operator} ${bind(value.text)}`
}

/** Beyond it DuckDB would compare each record with each value outside a plain WHERE; a subquery is hashed everywhere. */
const LONG_LIST = 20

function longListTest(texts: readonly string[], { name, kind }: ConditionColumn, { bind }: Writing): string {
  if (kind !== 'number') return `${name} IN (SELECT unnest(${bind(listValue(texts))}))`
  // As texts: the driver takes the type of a list from its first number, which may be whole where others are not.
  const numbers = texts.map((text) => String(numberOf(text)))
  return `${name} IN (SELECT CAST(unnest(${bind(listValue(numbers))}) AS DOUBLE))`
}

const TEXT_FUNCTIONS = {
  contains: 'contains',
  'starts with': 'starts_with',
  'ends with': 'suffix',
  '~': 'regexp_matches',
} as const

/** A time that was written covers a millisecond or a day: `<=` reaches to its end, `>` begins after it. */
function timeTest(
  comparison: Exclude<Comparison, { readonly kind: 'blank' | 'text' }>,
  name: string,
  { timeZone, bind }: Writing,
): string {
  const spanOf = (text: string): TimeSpan => {
    const written = readTime(text)
    if (written === null) throw unchecked(text)
    return timeSpan(written, timeZone)
  }
  const within = ({ from, to }: TimeSpan): string =>
    to - from === 1 ? `${name} = ${bind(from)}` : `${name} >= ${bind(from)} AND ${name} < ${bind(to)}`
  if (comparison.kind === 'between') {
    return within({ from: spanOf(comparison.from.text).from, to: spanOf(comparison.to.text).to })
  }
  if (comparison.kind === 'in') {
    return `(${comparison.values.map(({ text }) => `(${within(spanOf(text))})`).join(' OR ')})`
  }
  const span = spanOf(comparison.value.text)
  if (comparison.operator === '<' || comparison.operator === '>=') {
    return `${name} ${comparison.operator} ${bind(span.from)}`
  }
  if (comparison.operator === '<=') return `${name} < ${bind(span.to)}`
  return comparison.operator === '>' ? `${name} >= ${bind(span.to)}` : within(span)
}

function numberBinder({ bind }: Writing): (text: string) => string {
  return (text) => {
    const number = numberOf(text)
    // The driver takes every whole number for an integer of 64 bits, which a great one does not fit.
    const isGreat = Number.isInteger(number) && !Number.isSafeInteger(number)
    return isGreat ? `CAST(${bind(String(number))} AS DOUBLE)` : bind(number)
  }
}

function numberOf(text: string): number {
  const number = readNumber(text)
  if (number === null) throw unchecked(text)
  return number
}

function unchecked(text: string): Error {
  return new Error(`A condition was run that does not fit its columns, at "${text}": check it first`)
}

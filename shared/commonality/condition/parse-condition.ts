import type { Comparison, CompareOperator, Condition, TextOperator, Written } from './condition.ts'
import { faultAt, isConditionFault, type ConditionFault, type ConditionProblem } from './condition-fault.ts'
import { DEEPEST_NESTING, MOST_CHARACTERS } from './limits.ts'
import { isReserved } from './reserved-words.ts'
import { tokenize, type Token } from './tokenize.ts'

/**
 * What a text says, or the first place at which it says nothing. `not` binds closest, then `and`, then `or`. Whether
 * columns are there and values fit them is for `checkCondition`.
 */
export function parseCondition(text: string): Condition | ConditionFault {
  if (text.length > MOST_CHARACTERS) {
    return faultAt({ line: 1, column: 1 }, 'too-long', { limit: String(MOST_CHARACTERS) })
  }
  const tokens = tokenize(text)
  if ('problem' in tokens) return tokens
  const cursor: Cursor = { tokens, next: 0 }
  const first = peek(cursor)
  if (first.kind === 'end') return faultAt(first.place, 'nothing-written')
  const condition = readAny(cursor, 0)
  if (isConditionFault(condition)) return condition
  const rest = peek(cursor)
  if (rest.kind === 'end') return condition
  return isMark(rest, ')') ? faultAt(rest.place, 'unopened-parenthesis') : joiningWordExpected(rest)
}

interface Cursor {
  readonly tokens: readonly Token[]
  next: number
}

function readAny(cursor: Cursor, depth: number): Condition | ConditionFault {
  return readChain(cursor, 'or', () => readChain(cursor, 'and', () => readOne(cursor, depth)))
}

function readChain(
  cursor: Cursor,
  joint: 'and' | 'or',
  readPart: () => Condition | ConditionFault,
): Condition | ConditionFault {
  const first = readPart()
  if (isConditionFault(first)) return first
  const parts = [first]
  while (takeWord(cursor, joint)) {
    const part = readPart()
    if (isConditionFault(part)) return part
    parts.push(part)
  }
  return parts.length === 1 ? first : { kind: joint, parts }
}

function readOne(cursor: Cursor, depth: number): Condition | ConditionFault {
  const token = peek(cursor)
  if (depth > DEEPEST_NESTING) return faultAt(token.place, 'too-deep', { limit: String(DEEPEST_NESTING) })
  if (takeWord(cursor, 'not')) {
    const part = readOne(cursor, depth + 1)
    return isConditionFault(part) ? part : { kind: 'not', part }
  }
  if (!takeMark(cursor, '(')) return readComparison(cursor)
  const inside = readAny(cursor, depth + 1)
  if (isConditionFault(inside) || takeMark(cursor, ')')) return inside
  const found = peek(cursor)
  return found.kind === 'end' ? faultAt(token.place, 'unclosed-parenthesis') : joiningWordExpected(found)
}

function readComparison(cursor: Cursor): Comparison | ConditionFault {
  const column = readColumn(cursor)
  if ('problem' in column) return column
  const token = peek(cursor)
  if (token.kind === 'operator' && token.text !== '~') {
    cursor.next += 1
    const value = readValue(cursor)
    const operator = OPERATORS[token.text] ?? '='
    return 'problem' in value ? value : { kind: 'compare', column, operator, value }
  }
  if (takeWord(cursor, 'is')) return readBlank(cursor, column)
  const negated = takeWord(cursor, 'not')
  if (takeWord(cursor, 'in')) {
    const values = readList(cursor)
    return 'problem' in values ? values : { kind: 'in', column, negated, values }
  }
  if (takeWord(cursor, 'between')) return readBetween(cursor, column, negated)
  const operator = readTextOperator(cursor)
  if (operator === null) return expected(cursor, 'operator-expected', { column: column.text })
  if (typeof operator !== 'string') return operator
  const value = readValue(cursor)
  return 'problem' in value ? value : { kind: 'text', column, negated, operator, value }
}

const OPERATORS: Readonly<Record<string, CompareOperator>> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

/** Null where there is none. */
function readTextOperator(cursor: Cursor): TextOperator | ConditionFault | null {
  const token = peek(cursor)
  if (token.kind === 'operator' && token.text === '~') {
    cursor.next += 1
    return '~'
  }
  if (takeWord(cursor, 'contains')) return 'contains'
  for (const word of ['starts', 'ends'] as const) {
    if (!takeWord(cursor, word)) continue
    return takeWord(cursor, 'with') ? `${word} with` : expected(cursor, 'with-expected', { word })
  }
  return null
}

function readBlank(cursor: Cursor, column: Written): Comparison | ConditionFault {
  const negated = takeWord(cursor, 'not')
  return takeWord(cursor, 'blank') ? { kind: 'blank', column, negated } : expected(cursor, 'blank-expected')
}

function readBetween(cursor: Cursor, column: Written, negated: boolean): Comparison | ConditionFault {
  const from = readValue(cursor)
  if ('problem' in from) return from
  if (!takeWord(cursor, 'and')) return expected(cursor, 'between-and-expected')
  const to = readValue(cursor)
  return 'problem' in to ? to : { kind: 'between', column, negated, from, to }
}

/** In parentheses or without. */
function readList(cursor: Cursor): readonly Written[] | ConditionFault {
  const inParentheses = takeMark(cursor, '(')
  const values: Written[] = []
  do {
    const value = readValue(cursor)
    if ('problem' in value) return value
    values.push(value)
  } while (takeMark(cursor, ','))
  return !inParentheses || takeMark(cursor, ')') ? values : expected(cursor, 'list-unfinished')
}

function readColumn(cursor: Cursor): Written | ConditionFault {
  const { kind, text, place } = peek(cursor)
  if (kind !== 'word' && kind !== 'quoted' && kind !== 'name') return expected(cursor, 'column-expected')
  if (kind === 'word' && isReserved(text)) return faultAt(place, 'reserved-word', { word: text })
  cursor.next += 1
  return { text, place }
}

function readValue(cursor: Cursor): Written | ConditionFault {
  const { kind, text, place } = peek(cursor)
  if (kind !== 'word' && kind !== 'quoted') return expected(cursor, 'value-expected')
  if (kind === 'word' && isReserved(text)) return faultAt(place, 'reserved-word', { word: text })
  // A record has no empty texts: they are blanks, and nothing would ever equal this.
  if (text === '') return faultAt(place, 'empty-value')
  cursor.next += 1
  return { text, place }
}

function takeWord(cursor: Cursor, word: string): boolean {
  const { kind, text } = peek(cursor)
  const isThere = kind === 'word' && text.toLowerCase() === word
  if (isThere) cursor.next += 1
  return isThere
}

function takeMark(cursor: Cursor, mark: string): boolean {
  const isThere = isMark(peek(cursor), mark)
  if (isThere) cursor.next += 1
  return isThere
}

function isMark({ kind, text }: Token, mark: string): boolean {
  return kind === 'mark' && text === mark
}

function peek({ tokens, next }: Cursor): Token {
  const token = tokens[next]
  if (token === undefined) throw new Error('read beyond the end of a condition')
  return token
}

function expected(
  cursor: Cursor,
  problem: ConditionProblem,
  detail?: ConditionFault['detail'],
): ConditionFault {
  return faultAt(peek(cursor).place, problem, detail)
}

function joiningWordExpected({ text, place }: Token): ConditionFault {
  return faultAt(place, 'joining-word-expected', { found: text })
}

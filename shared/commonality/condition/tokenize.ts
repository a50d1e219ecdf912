import type { Place } from './condition.ts'
import { faultAt, type ConditionFault } from './condition-fault.ts'

export interface Token {
  readonly kind:
    | 'word'
    /** In quotes: a column or a value. */
    | 'quoted'
    /** In backticks or brackets: a column. */
    | 'name'
    | 'operator'
    | 'mark'
    | 'end'
  /** Without its quotes. */
  readonly text: string
  readonly place: Place
}

const SPACE = /\s+/uy

/** Each at its group; quotes are doubled to stand inside themselves. */
const PIECE = new RegExp(
  [
    String.raw`(?<double>"[^"]*(?:""[^"]*)*")`,
    String.raw`(?<single>'[^']*(?:''[^']*)*')`,
    '(?<backtick>`[^`]*(?:``[^`]*)*`)',
    String.raw`(?<bracket>\[[^\]]*(?:\]\][^\]]*)*\])`,
    '(?<operator>==|!=|<>|>=|<=|=|<|>|~)',
    '(?<mark>[(),])',
    // A date and a time of day with a space between them, as most call records have it, is one word.
    String.raw`(?<word>(?:\d{4}-\d\d-\d\d (?=\d\d:\d\d))?[^\s"'\x60(),=<>~!\[](?:[^\s"'\x60(),=<>~!]|!(?!=))*)`,
  ].join('|'),
  'uy',
)

/** The pieces of a condition, an `end` after them; or the first place that is no piece. */
export function tokenize(text: string): readonly Token[] | ConditionFault {
  const tokens: Token[] = []
  const placeOf = createPlaces(text)
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const place = placeOf(at)
    PIECE.lastIndex = at
    const groups = PIECE.exec(text)?.groups
    if (groups === undefined) return unreadable(text.charAt(at), place)
    tokens.push({ ...pieceOf(groups), place })
    at = skipSpace(text, PIECE.lastIndex)
  }
  return [...tokens, { kind: 'end', text: '', place: placeOf(text.length) }]
}

function skipSpace(text: string, from: number): number {
  SPACE.lastIndex = from
  return SPACE.test(text) ? SPACE.lastIndex : from
}

function pieceOf(groups: Readonly<Record<string, string | undefined>>): Omit<Token, 'place'> {
  const { double, single, backtick, bracket, operator, mark } = groups
  if (double !== undefined) return { kind: 'quoted', text: inside(double, '"') }
  if (single !== undefined) return { kind: 'quoted', text: inside(single, "'") }
  if (backtick !== undefined) return { kind: 'name', text: inside(backtick, '`') }
  if (bracket !== undefined) return { kind: 'name', text: inside(bracket, ']') }
  if (operator !== undefined) return { kind: 'operator', text: operator }
  if (mark !== undefined) return { kind: 'mark', text: mark }
  return { kind: 'word', text: groups['word'] ?? '' }
}

function inside(piece: string, closing: string): string {
  return piece.slice(1, -1).replaceAll(closing + closing, closing)
}

function unreadable(character: string, place: Place): ConditionFault {
  return '"\'`['.includes(character)
    ? faultAt(place, 'unclosed-quote', { quote: character })
    : faultAt(place, 'unexpected-character', { character })
}

/** Places of positions that are asked for in ascending order. */
function createPlaces(text: string): (position: number) => Place {
  const breaks = /\r\n|\r|\n/g
  let line = 1
  let lineStart = 0
  let nextStart = breaks.test(text) ? breaks.lastIndex : Infinity
  return (position) => {
    while (nextStart <= position) {
      line += 1
      lineStart = nextStart
      nextStart = breaks.test(text) ? breaks.lastIndex : Infinity
    }
    return { line, column: position - lineStart + 1 }
  }
}

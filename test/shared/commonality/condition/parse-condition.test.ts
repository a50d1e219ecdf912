import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { written } from '../../../../shared/commonality/condition/build-condition.ts'
import {
  isConditionFault,
  type ConditionFault,
} from '../../../../shared/commonality/condition/condition-fault.ts'
import { DEEPEST_NESTING, MOST_CHARACTERS } from '../../../../shared/commonality/condition/limits.ts'
import { parseCondition } from '../../../../shared/commonality/condition/parse-condition.ts'
import { MOST_CONDITION_CHARACTERS } from '../../../../shared/records/analysis-question.ts'
import { conditionIn, withoutPlaces } from './made-conditions.ts'

describe('what is read', () => {
  test.each([
    ['sip_code >= 400', 'compare', 'sip_code'],
    ['duration = 0', 'compare', 'duration'],
    ['status in failed,busy', 'in', 'status'],
    ['codec in (G.729, "G.711")', 'in', 'codec'],
    ['b_number starts with +44', 'text', 'b_number'],
    ['cause is blank', 'blank', 'cause'],
    ['"Call-ID" contains abc', 'text', 'Call-ID'],
    ["'Call-ID' ends with abc", 'text', 'Call-ID'],
    ['`Call ID` ~ "^a.*b$"', 'text', 'Call ID'],
    ['[Call ID] is not blank', 'blank', 'Call ID'],
    ['sip_code between 400 and 499', 'between', 'sip_code'],
    ['carrier.name == Ä', 'compare', 'carrier.name'],
  ])('%s', (text, kind, column) => {
    expect(conditionIn(text)).toMatchObject({ kind, column: { text: column } })
  })

  test('not binds closest, then and, then or', () => {
    const is = { kind: 'compare', operator: '=' } as const
    const [a, b, one, two] = [written('a'), written('b'), written('1'), written('2')]
    expect(withoutPlaces(conditionIn('a=1 or not b=2 and a=2'))).toEqual({
      kind: 'or',
      parts: [
        { ...is, column: a, value: one },
        {
          kind: 'and',
          parts: [
            { kind: 'not', part: { ...is, column: b, value: two } },
            { ...is, column: a, value: two },
          ],
        },
      ],
    })
  })

  test('parentheses group, and more of them than needed say nothing', () => {
    expect(conditionIn('(a=1 or b=2) and a=2')).toMatchObject({ kind: 'and', parts: [{ kind: 'or' }, {}] })
    expect(withoutPlaces(conditionIn('(((a = 1)))'))).toEqual(withoutPlaces(conditionIn('a = 1')))
  })

  test('and of between is its own', () => {
    expect(conditionIn('a between 1 and 2 and b = 1')).toMatchObject({
      kind: 'and',
      parts: [{ kind: 'between', from: { text: '1' }, to: { text: '2' } }, { kind: 'compare' }],
    })
  })

  test('words of the language in any case, and operators in every spelling', () => {
    const condition = conditionIn('a IS NOT BLANK And Not b Not In (1) OR a <> 1 or a != 1')
    expect(condition).toMatchObject({
      kind: 'or',
      parts: [
        {
          kind: 'and',
          parts: [
            { kind: 'blank', negated: true },
            { kind: 'not', part: { kind: 'in', negated: true } },
          ],
        },
        { operator: '!=' },
        { operator: '!=' },
      ],
    })
  })

  test.each([
    ['a = "say ""no"""', 'say "no"'],
    ["a = 'it''s'", "it's"],
    ['a = "it\'s"', "it's"],
    ['a = "and"', 'and'],
    ['a = sip:x@pbx.example:5060', 'sip:x@pbx.example:5060'],
    ['a = x!y', 'x!y'],
    ['a >= 2026-11-20 10:00:00 and b = 1', '2026-11-20 10:00:00'],
  ])('the value of %s', (text, value) => {
    const condition = conditionIn(text)
    const [first] = condition.kind === 'and' ? condition.parts : [condition]
    expect(first).toMatchObject({ value: { text: value } })
  })

  test.each([
    ['[a]]b] is blank', 'a]b'],
    ['`a``b` is blank', 'a`b'],
    ['"in" is blank', 'in'],
    ['"" is blank', ''],
  ])('the column of %s', (text, column) => {
    expect(conditionIn(text)).toMatchObject({ column: { text: column } })
  })

  test('places are told by line and column, whatever ends the lines', () => {
    expect(conditionIn('\n a = 1\r\nor b = 2\r or\n\n"x\ny" = 3 or b=4')).toMatchObject({
      parts: [
        { column: { place: { line: 2, column: 2 } }, value: { place: { line: 2, column: 6 } } },
        { column: { place: { line: 3, column: 4 } } },
        { column: { place: { line: 6, column: 1 } }, value: { place: { line: 7, column: 6 } } },
        { column: { place: { line: 7, column: 11 } } },
      ],
    })
  })
})

describe('what is refused', () => {
  test.each<[string, ConditionFault['problem'], number, Record<string, string>]>([
    ['', 'nothing-written', 1, {}],
    ['   ', 'nothing-written', 4, {}],
    ['= 1', 'column-expected', 1, {}],
    ['a = 1 and', 'column-expected', 10, {}],
    ['()', 'column-expected', 2, {}],
    ['and = 1', 'reserved-word', 1, { word: 'and' }],
    ['a', 'operator-expected', 2, { column: 'a' }],
    ['Call ID = 1', 'operator-expected', 6, { column: 'Call' }],
    ['a not = 1', 'operator-expected', 7, { column: 'a' }],
    ['a =', 'value-expected', 4, {}],
    ['a === 1', 'value-expected', 5, {}],
    ['a => 1', 'value-expected', 4, {}],
    ['a = `b`', 'value-expected', 5, {}],
    ['a in ()', 'value-expected', 7, {}],
    ['a in (1,)', 'value-expected', 9, {}],
    ['a = not', 'reserved-word', 5, { word: 'not' }],
    ['a = ""', 'empty-value', 5, {}],
    ["a in (1, '')", 'empty-value', 10, {}],
    ['a in (1 2)', 'list-unfinished', 9, {}],
    ['a in (1', 'list-unfinished', 8, {}],
    ['a in no answer, busy', 'joining-word-expected', 9, { found: 'answer' }],
    ['a = Carrier X', 'joining-word-expected', 13, { found: 'X' }],
    ['a = 1 && b = 2', 'joining-word-expected', 7, { found: '&&' }],
    ['(a = 1 b = 2)', 'joining-word-expected', 8, { found: 'b' }],
    ['a = x"', 'unclosed-quote', 6, { quote: '"' }],
    ["a = 'x", 'unclosed-quote', 5, { quote: "'" }],
    ['[a = 1', 'unclosed-quote', 1, { quote: '[' }],
    ['`a = 1', 'unclosed-quote', 1, { quote: '`' }],
    ['!a = 1', 'unexpected-character', 1, { character: '!' }],
    ['a is null', 'blank-expected', 6, {}],
    ['a is not', 'blank-expected', 9, {}],
    ['a starts x', 'with-expected', 10, { word: 'starts' }],
    ['a not ends x', 'with-expected', 12, { word: 'ends' }],
    ['a between 1', 'between-and-expected', 12, {}],
    ['a between 1 or 2', 'between-and-expected', 13, {}],
    ['b = 1 or (a = 1', 'unclosed-parenthesis', 10, {}],
    ['a = 1)', 'unopened-parenthesis', 6, {}],
  ])('%s', (text, problem, column, detail) => {
    expect(parseCondition(text)).toEqual({ line: 1, column, problem, detail })
  })

  test('more characters than the contract allows', () => {
    expect(MOST_CHARACTERS).toBe(MOST_CONDITION_CHARACTERS)
    const most = `a = "${'x'.repeat(MOST_CHARACTERS - 6)}"`
    expect(conditionIn(most).kind).toBe('compare')
    expect(parseCondition(`${most} `)).toMatchObject({ problem: 'too-long', detail: { limit: '20000' } })
  })

  test.each([
    ['(', ')'],
    ['not ', ''],
    ['not (', ')'],
  ])('nesting by "%s" beyond two hundred', (opening, closing) => {
    const levels = opening === 'not (' ? DEEPEST_NESTING / 2 : DEEPEST_NESTING
    const nested = (depth: number): string => `${opening.repeat(depth)}a = 1${closing.repeat(depth)}`
    expect(isConditionFault(parseCondition(nested(levels)))).toBe(false)
    expect(parseCondition(nested(levels + 1))).toMatchObject({ problem: 'too-deep' })
    expect(parseCondition(nested(2500))).toMatchObject({ problem: 'too-deep', detail: { limit: '200' } })
  })
})

test('lists hold as many values as fit', () => {
  const condition = conditionIn(`a in ${Array.from({ length: 9990 }, (_, index) => index % 10).join(',')}`)
  expect(condition.kind === 'in' && condition.values.length).toBe(9990)
})

test('any text is read or refused at a place in it', () => {
  const pieces =
    'a;"x; ;\n;\r\n;";\';`;[;];(;);,;=;!;~;<;>; and ; or ;not ; in ; is ;blank; between ; starts with ;日'
  const piece = fc.constantFrom(...pieces.split(';'), '2026-11-20 10:00')
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      const read = parseCondition(text)
      if (!isConditionFault(read)) return
      const lines = text.split(/\r\n|\r|\n/)
      expect(read.line).toBeGreaterThan(0)
      expect(read.column).toBeGreaterThan(0)
      expect(read.line).toBeLessThanOrEqual(lines.length)
      // The end of a line is a place too.
      expect(read.column).toBeLessThanOrEqual((lines[read.line - 1] ?? '').length + 1)
    }),
    { numRuns: 1000 },
  )
})

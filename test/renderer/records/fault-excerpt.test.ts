import { assert, constantFrom, integer, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultExcerpt } from '../../../renderer/records/fault-excerpt.ts'

describe('the excerpt of a fault', () => {
  test('marks the word at its line and column', () => {
    const text = 'sip_code >= 400\nand carier = "Carrier X"'
    expect(faultExcerpt(text, 2, 5)).toEqual({
      before: 'and ',
      marked: 'carier',
      after: ' = "Carrier X"',
      from: 20,
      to: 26,
    })
  })

  test('marks quoted text whole', () => {
    expect(faultExcerpt('a = "Carrier X" b', 1, 5).marked).toBe('"Carrier X"')
    expect(faultExcerpt('a = "Carrier', 1, 5).marked).toBe('"Carrier')
  })

  test('marks nothing where the text ends too early, but knows where', () => {
    expect(faultExcerpt('a =', 1, 4)).toEqual({ before: 'a =', marked: '', after: '', from: 3, to: 3 })
  })

  test('is cut where the line is long', () => {
    const text = `${'x'.repeat(40)} bad ${'y'.repeat(40)}`
    const { before, marked, after } = faultExcerpt(text, 1, 42)
    expect(marked).toBe('bad')
    expect(before).toBe(`…${'x'.repeat(23)} `)
    expect(after).toBe(` ${'y'.repeat(23)}…`)
  })

  test('lies in the text, whatever place is given', () => {
    const texts = string({ unit: constantFrom('a', ' ', '"', '\n', '\r', '(', '=') })
    assert(
      property(texts, integer({ min: 1, max: 9 }), integer({ min: 1, max: 20 }), (text, line, column) => {
        const { marked, from, to } = faultExcerpt(text, line, column)
        expect(text.slice(from, to)).toBe(marked)
      }),
    )
  })
})

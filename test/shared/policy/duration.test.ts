import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLength, writeLength } from '../../../shared/policy/duration.ts'

test('a length is written as a policy file writes it', () => {
  const second = 1_000
  expect(writeLength(0)).toBe('0 s')
  expect(writeLength(90 * second)).toBe('1 min 30 s')
  expect(writeLength(-2 * 3_600 * second)).toBe('2 h')
  expect(writeLength(26 * 3_600 * second + 1_250)).toBe('26 h 1 s')
})

test('what is written in whole seconds is read back as the same length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 366 * 24 * 3_600 }), (seconds) => {
      expect(parseLength(writeLength(seconds * 1_000))).toMatchObject({ kind: 'time', ms: seconds * 1_000 })
    }),
  )
})

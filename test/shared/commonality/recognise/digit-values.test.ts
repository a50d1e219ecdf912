import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasLuhnDigit } from '../../../../shared/commonality/recognise/digit-values.ts'

test('exactly one of ten last digits is right, and one wrong digit is seen', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{5,18}$/), fc.nat(), (digits, place) => {
      const right = Array.from({ length: 10 }, (_, last) => `${digits}${last}`).filter(hasLuhnDigit)
      expect(right).toHaveLength(1)
      const [whole = ''] = right
      const at = place % whole.length
      const changed = `${whole.slice(0, at)}${(Number(whole[at]) + 1) % 10}${whole.slice(at + 1)}`
      expect(hasLuhnDigit(changed)).toBe(false)
    }),
  )
})

test('the example of the standard is right', () => {
  expect(hasLuhnDigit('79927398713')).toBe(true)
})

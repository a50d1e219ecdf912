import { describe, expect, test } from 'vitest'
import { createAmounts } from '../../../renderer/records/use-amounts.ts'

describe('amounts', () => {
  const { bytes, count, share } = createAmounts('en-GB')

  test('of bytes are in steps of a thousand', () => {
    expect([0, 999, 61_440, 1_500_000, 2_147_483_648].map(bytes)).toEqual([
      '0 byte',
      '999 byte',
      '61 kB',
      '2 MB',
      '2.1 GB',
    ])
  })

  test('of records may have a part, where rows are weighted', () => {
    expect([12_480, 0.5].map(count)).toEqual(['12,480', '0.5'])
  })

  test('neither none nor all is rounded to', () => {
    expect([0, 0.001, 0.42, 0.999, 1].map(share)).toEqual(['0%', '0.1%', '42%', '99.9%', '100%'])
  })
})

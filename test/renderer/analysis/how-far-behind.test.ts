import { expect, test } from 'vitest'
import { howFarBehind } from '../../../renderer/analysis/how-far-behind.ts'

test('a difference of evidence has its word', () => {
  expect([0, 1, 3, 5, 14.6].map(howFarBehind)).toEqual(['level', 'slightly', 'clearly', 'far', 'far'])
})

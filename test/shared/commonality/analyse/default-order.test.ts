import { expect, test } from 'vitest'
import { defaultOrder } from '../../../../shared/commonality/analyse/default-order.ts'
import { prepareCase } from '../../../../shared/commonality/prepare/prepare-case.ts'
import { recordsOf } from '../prepare/made-records.ts'

test.each([
  [1, 1],
  [2, 2],
  [6, 6],
  [7, 3],
  [20, 3],
])('of %i columns at most %i are joined', (columns, order) => {
  const cells = ['a', 'b', 'a', 'b', 'c', 'c']
  const made = Object.fromEntries(Array.from({ length: columns }, (_, index) => [`column ${index}`, cells]))
  const { caseTable } = prepareCase(recordsOf(made, [true, false, false, true, false, true]), {})
  expect(defaultOrder(caseTable)).toBe(order)
})

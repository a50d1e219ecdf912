import { expect, test } from 'vitest'
import { unmatchedWarnings } from '../../../renderer/records/unmatched-warnings.ts'
import type { SelectionWarning } from '../../../shared/records/analysis.ts'

test('a warning is over once working records match in its column; one without a column stays', () => {
  const customer: SelectionWarning = { kind: 'customer', column: 'customer', strength: 0.9 }
  const time: SelectionWarning = { kind: 'time', column: 'start', strength: 0.8 }
  const few: SelectionWarning = { kind: 'few-failing', column: null, strength: null }
  expect(unmatchedWarnings([customer, time, few], ['customer'])).toEqual([time, few])
  expect(unmatchedWarnings([customer, time, few], [])).toEqual([customer, time, few])
})

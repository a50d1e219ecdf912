import { expect, test } from 'vitest'
import { whatThenWhen } from '../../../renderer/analysis/what-then-when.ts'
import type { ConjunctionPart } from '../../../shared/records/conjunction-part.ts'

test('when it is comes last, and the rest stays in its order', () => {
  const parts: readonly ConjunctionPart[] = [
    { kind: 'window', column: 'start', from: 0, to: 60_000 },
    { kind: 'value', column: 'carrier', value: 'X' },
    { kind: 'value', column: 'codec', value: 'G.729' },
  ]
  expect(whatThenWhen(parts).map(({ column }) => column)).toEqual(['carrier', 'codec', 'start'])
})

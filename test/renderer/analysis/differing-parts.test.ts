import { expect, test } from 'vitest'
import { differingParts } from '../../../renderer/analysis/differing-parts.ts'
import type { ConjunctionPart } from '../../../shared/records/conjunction-part.ts'

const carrier: ConjunctionPart = { kind: 'value', column: 'carrier', value: 'Carrier X' }
const gateway: ConjunctionPart = { kind: 'value', column: 'gateway', value: 'gw-1' }
const codec: ConjunctionPart = { kind: 'value', column: 'codec', value: 'G.729' }

test('what both descriptions have tells nothing apart', () => {
  expect(differingParts([carrier, codec], [codec, gateway])).toEqual({ first: [carrier], second: [gateway] })
})

test('the same column with another value is another part', () => {
  const other: ConjunctionPart = { kind: 'value', column: 'carrier', value: 'Carrier Y' }
  const blank: ConjunctionPart = { kind: 'blank', column: 'carrier' }
  expect(differingParts([carrier], [other])).toEqual({ first: [carrier], second: [other] })
  expect(differingParts([carrier], [blank])).toEqual({ first: [carrier], second: [blank] })
})

test('a range and a window of the same ends are two', () => {
  const range: ConjunctionPart = { kind: 'range', column: 'start', from: 1, to: 2 }
  const window: ConjunctionPart = { kind: 'window', column: 'start', from: 1, to: 2 }
  expect(differingParts([range], [window])).toEqual({ first: [range], second: [window] })
  expect(differingParts([range], [{ ...range }])).toEqual({ first: [], second: [] })
})

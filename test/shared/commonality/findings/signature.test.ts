import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingId, partsKey, signatureOf } from '../../../../shared/commonality/findings/signature.ts'
import { conjunctionPart, type ConjunctionPart } from '../../../../shared/records/conjunction-part.ts'
import { signature } from '../../../../shared/records/fix-confirmation.ts'

const text = fc.string({ maxLength: 3 })
const edge = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null })
const part = fc.oneof(
  fc.record({ kind: fc.constant('value' as const), column: text, value: text }),
  fc.record({ kind: fc.constant('blank' as const), column: text }),
  fc.record({ kind: fc.constant('prefix' as const), column: text, prefix: text }),
  fc.record({ kind: fc.constant('range' as const), column: text, from: edge, to: edge }),
  fc.record({ kind: fc.constant('window' as const), column: text, from: fc.nat(9), to: fc.nat(9) }),
)

describe('a description', () => {
  test('has the same key and id in whatever order its parts stand', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        expect(partsKey(parts.toReversed())).toBe(partsKey(parts))
        expect(findingId(parts.toReversed())).toBe(findingId(parts))
      }),
    )
  })

  test('has another key where anything else differs', () => {
    fc.assert(
      fc.property(part, part, (one, other) => {
        const isSame = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
        expect(partsKey([one]) === partsKey([other])).toBe(isSame)
      }),
      { numRuns: 500 },
    )
  })

  test('has an id that will not change between releases: addresses and confirmations hold it', () => {
    expect(findingId([{ kind: 'value', column: 'carrier', value: 'X' }])).toBe('0c6a89e63a72b4e8')
  })
})

test('a signature is what a fix confirmation keeps', () => {
  const parts: ConjunctionPart[] = [
    { kind: 'value', column: 'codec', value: 'G.729' },
    { kind: 'prefix', column: 'b_number', prefix: '4420' },
  ]
  const definition = {
    failed: 'sip_code >= 400',
    working: null,
    where: null,
    weightColumn: null,
    failedCountColumn: null,
    totalCountColumn: null,
  }
  const made = signatureOf(parts, definition)
  expect(signature.parse(made)).toEqual(made)
  expect(made.parts.map((one) => conjunctionPart.parse(one).column)).toEqual(['b_number', 'codec'])
})

function sorted(one: ConjunctionPart): [string, unknown][] {
  return Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))
}

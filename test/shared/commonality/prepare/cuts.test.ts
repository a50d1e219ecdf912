import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  equalCountCuts,
  halfAsMany,
  rangeCodes,
  weighedValues,
} from '../../../../shared/commonality/prepare/cuts.ts'

const amounts = fc.array(
  fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.constant(Number.NaN),
  ),
  { minLength: 1, maxLength: 300 },
)

function allRows(numbers: readonly number[]): Uint32Array {
  return Uint32Array.from(numbers.keys())
}

function cutsOf(numbers: readonly number[], most: number): Float64Array {
  const ones = new Float64Array(numbers.length).fill(1)
  return equalCountCuts(weighedValues(Float64Array.from(numbers), allRows(numbers), ones), most)
}

describe('ranges of a number', () => {
  test('hold every number once and no blank, as a look from cut to cut tells', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 64 }), (numbers, most) => {
        const cuts = cutsOf(numbers, most)
        const codes = rangeCodes(Float64Array.from(numbers), cuts)
        const naive = numbers.map((number) =>
          Number.isNaN(number)
            ? 0
            : cuts.findIndex((cut, place) => number >= cut && number < (cuts[place + 1] ?? 0)) + 1,
        )
        expect([...codes]).toEqual(naive)
      }),
    )
  })

  test('are ascending, at most as many as asked for, and none is empty', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 64 }), (numbers, most) => {
        const cuts = cutsOf(numbers, most)
        expect([...cuts]).toEqual([...cuts].sort((a, b) => a - b))
        expect(cuts.length - 1).toBeLessThanOrEqual(most)
        const held = new Set(rangeCodes(Float64Array.from(numbers), cuts))
        held.delete(0)
        expect(held.size).toBe(numbers.every(Number.isNaN) ? 0 : cuts.length - 1)
      }),
    )
  })

  test('are about equally full: none holds more than twice its share and one number', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 64 }), (numbers, most) => {
        const present = numbers.filter((number) => !Number.isNaN(number))
        const commonest = Math.max(
          0,
          ...present.map((number) => present.filter((other) => other === number).length),
        )
        const codes = [...rangeCodes(Float64Array.from(present), cutsOf(numbers, most))]
        const fullest = Math.max(0, ...codes.map((code) => codes.filter((other) => other === code).length))
        expect(fullest).toBeLessThanOrEqual((2 * present.length) / most + commonest + 1)
      }),
    )
  })

  test('give a number that is as common as a range one of its own', () => {
    const numbers = [
      ...Array.from({ length: 50 }, () => 0),
      ...Array.from({ length: 50 }, (_, place) => place + 1),
    ]
    const cuts = cutsOf(numbers, 4)
    expect(cuts[1]).toBe(1)
  })

  test('are one for each number where there are few', () => {
    expect([...cutsOf([7, 3, 5, 3], 16)]).toEqual([-Infinity, 5, 7, Infinity])
  })

  test('hold what was not in the sample as well: beyond the last cut and below the first', () => {
    const cuts = Float64Array.from([-Infinity, 10, 20, Infinity])
    expect([...rangeCodes(Float64Array.from([-1e300, 9.99, 10, 19.99, 20, 1e300]), cuts)]).toEqual([
      1, 1, 2, 2, 3, 3,
    ])
  })
})

describe('half as many ranges', () => {
  test('nest: records of one fine range share a coarse one, down to two', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 64 }), (numbers, most) => {
        const cuts = cutsOf(numbers, most)
        fc.pre(cuts.length > 2)
        const fine = { codes: rangeCodes(Float64Array.from(numbers), cuts), cuts }
        const coarse = halfAsMany(fine.codes, fine.cuts)
        expect([...coarse.codes]).toEqual([...rangeCodes(Float64Array.from(numbers), coarse.cuts)])
        expect([...fine.cuts]).toEqual(expect.arrayContaining([...coarse.cuts]))
        expect(coarse.cuts.length - 1).toBe(Math.ceil((fine.cuts.length - 1) / 2))
      }),
    )
  })
})

test('weights of equal numbers add up', () => {
  const found = weighedValues(
    Float64Array.from([5, Number.NaN, 1, 5]),
    Uint32Array.from([0, 1, 2, 3]),
    Float64Array.from([2, 9, 4, 3]),
  )
  expect([...found.values]).toEqual([1, 5])
  expect([...found.weights]).toEqual([4, 5])
})

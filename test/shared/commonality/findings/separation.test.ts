import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { separationsOf } from '../../../../shared/commonality/findings/separation.ts'
import { caseTable, literal, madeLiteral, madeTables, spelled, times } from './made-table.ts'

describe('carrier X and gateway Y', () => {
  const rows = [
    ...times(40, { carrier: 'X', gateway: 'Y', failed: 1 }),
    ...times(10, { carrier: 'W', gateway: 'Z', working: 1 }),
    ...times(30, { carrier: 'W', gateway: 'V', working: 1 }),
  ]

  test('are told apart by a call over the one without the other, which nobody has made', () => {
    const table = caseTable(rows)
    const [carrier, gateway] = [literal(table, 'carrier', 'X'), literal(table, 'gateway', 'Y')]
    const [way, otherWay] = separationsOf(table, [carrier], [gateway])
    expect(way).toEqual({
      has: [carrier],
      hasNot: [gateway],
      seen: { failed: 0, total: 0 },
      instead: literal(table, 'gateway', 'V'),
    })
    expect(otherWay).toMatchObject({
      has: [gateway],
      hasNot: [carrier],
      instead: literal(table, 'carrier', 'W'),
    })
  })

  test('the way that has been tried comes first, with what came of it', () => {
    const table = caseTable([...rows, { carrier: 'W', gateway: 'Y', working: 1 }])
    const [way] = separationsOf(table, [literal(table, 'carrier', 'X')], [literal(table, 'gateway', 'Y')])
    expect(spelled(table, way?.has ?? [])).toEqual(['gateway=Y'])
    expect(spelled(table, way?.hasNot ?? [])).toEqual(['carrier=X'])
    expect(way?.seen).toEqual({ failed: 0, total: 1 })
  })

  test('a blank gateway is no other gateway', () => {
    const table = caseTable([...rows, ...times(3, { carrier: 'X', gateway: '', failed: 1 })])
    const ways = separationsOf(table, [literal(table, 'carrier', 'X')], [literal(table, 'gateway', 'Y')])
    expect(ways.map(({ seen }) => seen.total)).toEqual([0, 0])
  })
})

test('of a description and a longer one only the shorter can be tried without the rest', () => {
  const table = caseTable([
    ...times(9, { carrier: 'X', codec: 'G.729', failed: 1 }),
    ...times(9, { carrier: 'W', codec: 'G.711', working: 1 }),
  ])
  const [carrier, codec] = [literal(table, 'carrier', 'X'), literal(table, 'codec', 'G.729')]
  const ways = separationsOf(table, [carrier], [carrier, codec])
  expect(ways.map(({ has, hasNot }) => ({ has, hasNot }))).toEqual([{ has: [carrier], hasNot: [codec] }])
})

test('a number with a longer prefix cannot be without the shorter one', () => {
  const table = caseTable([
    ...times(9, { 'number/2': '44', 'number/4': '4420', failed: 1 }),
    ...times(4, { 'number/2': '34', 'number/4': '3491', working: 1 }),
    ...times(4, { 'number/2': '34', 'number/4': '3493', working: 1 }),
  ])
  const [short, long] = [literal(table, 'number/2', '44'), literal(table, 'number/4', '4420')]
  const ways = separationsOf(table, [long], [short])
  expect(ways.map(({ has, hasNot }) => ({ has, hasNot }))).toEqual([{ has: [short], hasNot: [long] }])
})

test('without another value in the table no call can be named', () => {
  const table = caseTable(times(9, { carrier: 'X', gateway: 'Y', failed: 1 }))
  const ways = separationsOf(table, [literal(table, 'carrier', 'X')], [literal(table, 'gateway', 'Y')])
  expect(ways.map(({ instead }) => instead)).toEqual([null, null])
})

test('what was seen is what row by row has the one and surely not the other', () => {
  const cases = madeTables
    .filter(({ dimensions }) => dimensions.some(({ values }) => values.length > 1))
    .chain((table) => fc.tuple(fc.constant(table), madeLiteral(table), madeLiteral(table)))
  fc.assert(
    fc.property(cases, ([table, first, second]) => {
      const code = (dimension: number, row: number) => table.dimensions[dimension]?.codes[row] ?? 0
      for (const { has, hasNot, seen } of separationsOf(table, [first], [second])) {
        let failed = 0
        for (let row = 0; row < table.rows; row += 1) {
          const hasAll = has.every((one) => code(one.dimension, row) === one.code)
          const lacksOne = hasNot.some((one) => ![0, one.code].includes(code(one.dimension, row)))
          if (hasAll && lacksOne) failed += table.failed[row] ?? 0
        }
        expect(seen.failed).toBe(failed)
      }
    }),
  )
})

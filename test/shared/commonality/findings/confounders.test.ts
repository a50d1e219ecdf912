import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeTallies } from '../../../../shared/commonality/findings/code-tallies.ts'
import { confoundersOf } from '../../../../shared/commonality/findings/confounders.ts'
import { travelling } from '../../../../shared/commonality/findings/travelling.ts'
import { insideRows } from '../../../../shared/commonality/findings/inside-rows.ts'
import { caseTable, literal, madeLiteral, madeTables, times } from './made-table.ts'

// Carrier X fails nine times in ten, whatever the gateway; most of its calls go through gateway Y.
const calls = caseTable([
  ...times(72, { gateway: 'Y', carrier: 'X', codec: 'G.711', failed: 1 }),
  ...times(8, { gateway: 'Y', carrier: 'X', codec: 'G.711', working: 1 }),
  ...times(18, { gateway: 'Z', carrier: 'X', codec: 'G.729', failed: 1 }),
  ...times(2, { gateway: 'Z', carrier: 'X', codec: 'G.711', working: 1 }),
  ...times(1, { gateway: 'Y', carrier: 'W', codec: 'G.711', failed: 1 }),
  ...times(19, { gateway: 'Y', carrier: 'W', codec: 'G.729', working: 1 }),
  ...times(9, { gateway: 'Z', carrier: 'W', codec: 'G.729', failed: 1 }),
  ...times(171, { gateway: 'Z', carrier: 'W', codec: 'G.711', working: 1 }),
])

describe('a proxy', () => {
  const [found] = confoundersOf(calls, [literal(calls, 'gateway', 'Y')])

  test('looks like a cause', () => {
    expect(found?.crude.value).toBeCloseTo(73 / 100 / (27 / 200))
    expect(found?.crude.low).toBeGreaterThan(3)
  })

  test('is unmasked within what it stands for', () => {
    expect(found?.column).toBe('carrier')
    expect(found?.within.value).toBeCloseTo(1, 1)
    expect(found?.within.low).toBeLessThan(1)
    expect(found?.within.high).toBeGreaterThan(1)
    expect(found?.within.informed).toBe(1)
  })
})

test('what stands for one part of a pair is found, whatever the other part is', () => {
  const table = caseTable(
    Array.from({ length: 2_000 }, (_, place) => {
      const isCarrier = place % 3 === 0
      const gateway = isCarrier === (place % 20 !== 7) ? 'Y' : 'Z'
      const codec = Math.floor(place / 3) % 5 === 0 ? 'G.729' : 'G.711'
      const isFailing = isCarrier && codec === 'G.729' ? place % 7 !== 0 : place % 13 === 0
      const carrier = isCarrier ? 'X' : 'W'
      return { gateway, carrier, codec, failed: isFailing ? 1 : 0, working: isFailing ? 0 : 1 }
    }),
  )
  const [found] = confoundersOf(table, [literal(table, 'gateway', 'Y'), literal(table, 'codec', 'G.729')])
  expect(found?.column).toBe('carrier')
  expect(found?.association).toBeGreaterThan(0.8)
})

test('a cause keeps its ratio within what travels with it', () => {
  const [found] = confoundersOf(calls, [literal(calls, 'carrier', 'X')])
  expect(found?.column).toBe('gateway')
  expect(found?.within.low).toBeGreaterThan(2)
})

test('two separate causes do not explain each other', () => {
  const causes = caseTable([
    ...times(50, { a: 'bad', b: 'good', failed: 1 }),
    ...times(50, { a: 'good', b: 'bad', failed: 1 }),
    ...times(5, { a: 'bad', b: 'good', working: 1 }),
    ...times(5, { a: 'good', b: 'bad', working: 1 }),
    ...times(190, { a: 'good', b: 'good', working: 1 }),
  ])
  expect(confoundersOf(causes, [literal(causes, 'a', 'bad')])).toEqual([])
})

test('a column that says the same is an equivalent, not a confounder', () => {
  const same = caseTable([
    ...times(40, { carrier: 'X', gateway: 'Y', failed: 1 }),
    ...times(5, { carrier: 'X', gateway: 'Y', working: 1 }),
    ...times(60, { carrier: 'W', gateway: 'Z', working: 1 }),
  ])
  expect(confoundersOf(same, [literal(same, 'carrier', 'X')])).toEqual([])
})

test('neither its own column nor a view of it is a confounder', () => {
  const numbers = caseTable([
    ...times(40, { 'number/2': '44', 'number/4': '4420', failed: 1 }),
    ...times(10, { 'number/2': '44', 'number/4': '4416', working: 1 }),
    ...times(60, { 'number/2': '34', 'number/4': '3491', working: 1 }),
  ])
  expect(confoundersOf(numbers, [literal(numbers, 'number/4', '4420')])).toEqual([])
})

test('at most three are told, each column once', () => {
  const rows = Array.from({ length: 400 }, (_, place) => {
    const isFailing = place % 2 === 0
    const isBad = isFailing === place % 10 < 8
    const name = (often: number) => (isBad === (place % often !== 0) ? 'bad' : 'good')
    const near = { b: name(7), 'b/2': name(7), c: name(11), d: name(13), e: name(17) }
    return { a: isBad ? 'bad' : 'good', ...near, failed: isFailing ? 1 : 0, working: isFailing ? 0 : 1 }
  })
  const table = caseTable(rows)
  const found = confoundersOf(table, [literal(table, 'a', 'bad')])
  expect(found.length).toBe(3)
  expect(new Set(found.map(({ column }) => column)).size).toBe(3)
})

test('without a side there is no ratio and nothing to confound', () => {
  const failing = caseTable(times(20, { carrier: 'X', gateway: 'Y', failed: 1 }))
  expect(confoundersOf(failing, [literal(failing, 'carrier', 'X')])).toEqual([])
})

test('tallies given beforehand change nothing', () => {
  const conjunction = [literal(calls, 'gateway', 'Y')]
  expect(confoundersOf(calls, conjunction, codeTallies(calls))).toEqual(confoundersOf(calls, conjunction))
})

test('on any table every confounder is of another column, closely tied, with a ratio', () => {
  const cases = madeTables
    .filter(({ dimensions }) => dimensions.some(({ values }) => values.length > 1))
    .chain((table) => fc.tuple(fc.constant(table), madeLiteral(table)))
  fc.assert(
    fc.property(cases, ([table, described]) => {
      for (const { dimension, association, within } of confoundersOf(table, [described])) {
        expect(dimension).not.toBe(described.dimension)
        expect(association).toBeGreaterThanOrEqual(0.3)
        expect(within.value).not.toBeNull()
      }
    }),
  )
})

describe('how closely two columns travel', () => {
  const closeness = (rows: Parameters<typeof caseTable>[0]) => {
    const table = caseTable(rows)
    const [all] = codeTallies(table).slice(1)
    const [inside] = codeTallies(table, insideRows(table, [literal(table, 'x', 'a')])).slice(1)
    return all === undefined || inside === undefined ? Number.NaN : travelling(inside, all, 1)
  }

  test('is 1 where they say the same', () => {
    const rows = [...times(20, { x: 'a', y: 'p', working: 1 }), ...times(30, { x: 'b', y: 'q', working: 1 })]
    expect(closeness(rows)).toBe(1)
  })

  test('is 0 where chance would do as well', () => {
    const rows = [...times(3, { x: 'a', y: 'p', working: 1 }), ...times(4, { x: 'b', y: 'q', working: 1 })]
    expect(closeness(rows)).toBe(0)
  })

  test('is asked of working records where there are enough', () => {
    const rows = [
      ...times(50, { x: 'a', y: 'p', failed: 1 }),
      ...times(10, { x: 'a', y: 'p', working: 1 }),
      ...times(10, { x: 'a', y: 'q', working: 1 }),
      ...times(40, { x: 'b', y: 'p', working: 1 }),
      ...times(40, { x: 'b', y: 'q', working: 1 }),
    ]
    expect(closeness(rows)).toBe(0)
  })
})

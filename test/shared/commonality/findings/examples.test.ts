import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseTable, Conjunction } from '../../../../shared/commonality/case-table.ts'
import { codeTallies } from '../../../../shared/commonality/findings/code-tallies.ts'
import { examplesOf, type Example } from '../../../../shared/commonality/findings/examples.ts'
import {
  likenessOf,
  type Likeness,
  type RecordTime,
} from '../../../../shared/commonality/findings/likeness.ts'
import { nearestRow } from '../../../../shared/commonality/findings/nearest-row.ts'
import { caseTable, literal, madeLiteral, madeTables, times } from './made-table.ts'

function examples(
  table: CaseTable,
  conjunction: Conjunction,
  more: { others?: readonly Conjunction[]; time?: RecordTime } = {},
): Example[] {
  return examplesOf({ table, conjunction, others: more.others ?? [], time: more.time ?? null })
}

describe('A/B examples', () => {
  test('differ from each other in as few columns as possible, apart from the description', () => {
    const table = caseTable([
      { carrier: 'X', codec: 'G.711', customer: 'Acme', country: 'ES', failed: 1 },
      { carrier: 'X', codec: 'G.729', customer: 'Bell', country: 'FR', failed: 1 },
      { carrier: 'W', codec: 'G.711', customer: 'Bell', country: 'UK', working: 1 },
      { carrier: 'W', codec: 'G.729', customer: 'Bell', country: 'ES', working: 1 },
    ])
    const [first, second] = examples(table, [literal(table, 'carrier', 'X')])
    expect(first).toEqual({ failing: 1, working: 3, differing: ['country'] })
    expect(second).toEqual({ failing: 0, working: 2, differing: ['customer', 'country'] })
  })

  test('of equals take the nearest in time, which is not a column they differ in', () => {
    const rows = [
      { carrier: 'X', start: 'a', failed: 1 },
      { carrier: 'W', start: 'b', working: 1 },
      { carrier: 'W', start: 'c', working: 1 },
      { carrier: 'W', start: 'd', working: 1 },
    ]
    const table = caseTable(rows)
    const instants = Float64Array.of(10_000, Number.NaN, 50_000, 12_000)
    const [pair] = examples(table, [literal(table, 'carrier', 'X')], { time: { column: 'start', instants } })
    expect(pair).toEqual({ failing: 0, working: 3, differing: [] })
  })

  test('prefer a difference where it tells little to one that could be the reason', () => {
    const table = caseTable([
      ...times(10, { carrier: 'X', route: 'bad', day: 'Mon', failed: 1 }),
      ...times(10, { carrier: 'X', route: 'bad', day: 'Wed', failed: 1 }),
      ...times(20, { carrier: 'W', route: 'good', day: 'Mon', working: 1 }),
      ...times(20, { carrier: 'W', route: 'good', day: 'Wed', working: 1 }),
      ...times(5, { carrier: 'W', route: 'bad', day: 'Tue', working: 1 }),
    ])
    const [pair] = examples(table, [literal(table, 'carrier', 'X')])
    expect(pair?.differing).toEqual(['day'])
  })

  test('of a pair of attributes prefer a working call that differs in one of them and nowhere else', () => {
    const table = caseTable([
      { carrier: 'X', codec: 'G.729', customer: 'Acme', failed: 1 },
      { carrier: 'W', codec: 'G.711', customer: 'Acme', working: 1 },
      { carrier: 'X', codec: 'G.711', customer: 'Acme', working: 1 },
      { carrier: 'X', codec: 'G.711', customer: 'Bell', working: 1 },
    ])
    const conjunction = [literal(table, 'carrier', 'X'), literal(table, 'codec', 'G.729')]
    expect(examples(table, conjunction)).toEqual([{ failing: 0, working: 2, differing: [] }])
  })

  test('are of this finding alone where the records allow', () => {
    const table = caseTable([
      { carrier: 'X', apn: 'broken', failed: 1 },
      { carrier: 'X', apn: 'fine', failed: 1 },
      { carrier: 'W', apn: 'broken', working: 1 },
      { carrier: 'W', apn: 'fine', working: 1 },
    ])
    const others = [[literal(table, 'apn', 'broken')]]
    expect(examples(table, [literal(table, 'carrier', 'X')], { others })).toEqual([
      { failing: 1, working: 3, differing: [] },
    ])
  })

  test('of rows that stand for many records are those that mostly fail and those that never do', () => {
    const table = caseTable([
      { carrier: 'X', city: 'a', failed: 1, working: 99 },
      { carrier: 'X', city: 'b', failed: 90, working: 10 },
      { carrier: 'W', city: 'b', failed: 1, working: 99 },
      { carrier: 'W', city: 'a', working: 100 },
    ])
    expect(examples(table, [literal(table, 'carrier', 'X')])).toEqual([
      { failing: 1, working: 3, differing: ['city'] },
    ])
  })

  test('count a near number as less of a difference', () => {
    const table = caseTable([
      { carrier: 'X', 'number/2': '44', 'number/4': '4420', failed: 1 },
      { carrier: 'W', 'number/2': '34', 'number/4': '3491', working: 1 },
      { carrier: 'W', 'number/2': '44', 'number/4': '4416', working: 1 },
    ])
    expect(examples(table, [literal(table, 'carrier', 'X')])).toEqual([
      { failing: 0, working: 2, differing: ['number'] },
    ])
  })

  test('are none where one side has no record', () => {
    const failing = caseTable(times(3, { carrier: 'X', failed: 1 }))
    expect(examples(failing, [literal(failing, 'carrier', 'X')])).toEqual([])
    const inside = caseTable(times(3, { carrier: 'X', failed: 1, working: 1 }))
    expect(examples(inside, [literal(inside, 'carrier', 'X')])).toEqual([])
  })
})

function distanceOf({ views }: Likeness, pair: Pick<Example, 'failing' | 'working'> | undefined): number {
  const [failing, working] = [pair?.failing ?? 0, pair?.working ?? 0]
  return views.reduce((sum, { codes, weight }) => sum + (codes[failing] === codes[working] ? 0 : weight), 0)
}

/** Every failing row inside with every working one outside, of those that fail mostly and never, where there are such. */
function everyPair(table: CaseTable, isInside: (row: number) => boolean) {
  const rows = [...Array(table.rows).keys()]
  const count = (row: number) => ({ failed: table.failed[row] ?? 0, total: table.total[row] ?? 0 })
  const clean = (some: number[], isClean: (row: number) => boolean) =>
    some.some(isClean) ? some.filter(isClean) : some
  const failing = clean(
    rows.filter((row) => isInside(row) && count(row).failed > 0),
    (row) => count(row).failed >= count(row).total / 2,
  )
  const working = clean(
    rows.filter((row) => !isInside(row) && count(row).total > count(row).failed),
    (row) => count(row).failed === 0,
  )
  return failing.flatMap((one) => working.map((other) => ({ failing: one, working: other })))
}

test('on any small table no pair is closer than the first, and the rows are what they are said to be', () => {
  const cases = madeTables
    .filter(({ dimensions }) => dimensions.some(({ values }) => values.length > 1))
    .chain((table) => fc.tuple(fc.constant(table), madeLiteral(table)))
  fc.assert(
    fc.property(cases, ([table, described]) => {
      const likeness = likenessOf(table, [described], null, codeTallies(table))
      const pairs = examples(table, [described])
      const isInside = (row: number) => table.dimensions[described.dimension]?.codes[row] === described.code
      for (const { failing, working } of pairs) {
        expect(isInside(failing) && (table.failed[failing] ?? 0) > 0).toBe(true)
        expect(!isInside(working) && (table.total[working] ?? 0) > (table.failed[working] ?? 0)).toBe(true)
      }
      fc.pre(pairs.length === 2)
      expect(new Set(pairs.map(({ failing }) => failing)).size).toBe(2)
      expect(new Set(pairs.map(({ working }) => working)).size).toBe(2)
      const closest = Math.min(...everyPair(table, isInside).map((pair) => distanceOf(likeness, pair)))
      expect(distanceOf(likeness, pairs[0])).toBe(closest)
    }),
  )
})

describe('where there are too many pairs to look at each', () => {
  const size = 6_000
  /** Values that look random and are the same every time. */
  const pick = (row: number, column: number, of: number) =>
    ((row * 2_654_435_761 + column * 40_503) >>> 7) % of
  const rows = Array.from({ length: size }, (_, row) => ({
    carrier: row % 2 === 0 ? 'X' : 'W',
    ...Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name, i) => [name, String(pick(row, i * 977, 7))] as const),
    ),
    failed: row % 2 === 0 ? 1 : 0,
    working: row % 2 === 0 ? 0 : 1,
  }))
  const table = caseTable(rows)
  const conjunction = [literal(table, 'carrier', 'X')]
  const found = examples(table, conjunction)

  test('neither row has a nearer partner', () => {
    const likeness = likenessOf(table, conjunction, null, codeTallies(table))
    const working = Uint32Array.from({ length: size / 2 }, (_, place) => place * 2 + 1)
    const [first] = found
    const between = distanceOf(likeness, first)
    expect(nearestRow(likeness, first?.failing ?? 0, working, Infinity)?.distance).toBe(between)
  })

  test('the answer is the same every time', () => {
    expect(examples(table, conjunction)).toEqual(found)
    expect(found.length).toBe(2)
  })
})

import { describe, expect, test } from 'vitest'
import {
  compareAnalyses,
  type ComparedFinding,
} from '../../../../shared/commonality/findings/compare-analyses.ts'
import type { ConjunctionPart } from '../../../../shared/records/conjunction-part.ts'

const carrier: ConjunctionPart = { kind: 'value', column: 'carrier', value: 'X' }
const codec: ConjunctionPart = { kind: 'value', column: 'codec', value: 'G.729' }

function finding(parts: ConjunctionPart[], value: number | null = 4, reach = 2): ComparedFinding {
  const ratio = value === null ? { low: null, high: null } : { low: value / reach, high: value * reach }
  return { parts, shareRatio: { value, ...ratio } }
}

function window(from: number, to: number): ConjunctionPart {
  return { kind: 'window', column: 'start', from, to }
}

function range(from: number | null, to: number | null): ConjunctionPart {
  return { kind: 'range', column: 'duration', from, to }
}

describe('findings of two analyses', () => {
  test('are the same with the same parts in any order', () => {
    const [a, b] = [finding([carrier, codec]), finding([codec, carrier])]
    const { same, onlyFirst, onlySecond } = compareAnalyses([a], [b])
    expect(same).toEqual([{ first: a, second: b, ratioChange: 1, strength: 'alike' }])
    expect([onlyFirst, onlySecond]).toEqual([[], []])
  })

  test('are told apart where one has a part more', () => {
    const [a, b] = [finding([carrier]), finding([carrier, codec])]
    expect(compareAnalyses([a], [b])).toEqual({ same: [], onlyFirst: [a], onlySecond: [b] })
  })

  test('are the same window where most of it is', () => {
    const hour = 3_600_000
    const [a, b] = [finding([carrier, window(0, 2 * hour)]), finding([carrier, window(hour / 2, 2 * hour)])]
    expect(compareAnalyses([a], [b]).same.length).toBe(1)
    const later = finding([carrier, window(2 * hour, 4 * hour)])
    expect(compareAnalyses([a], [later]).same).toEqual([])
  })

  test('prefer the very same range to one that is nearly so', () => {
    const first = [finding([range(0, 10)]), finding([range(0, 8)])]
    const second = [finding([range(0, 8)]), finding([range(0, 11)])]
    const pairs = compareAnalyses(first, second).same.map((pair) => [pair.first, pair.second])
    expect(pairs).toEqual([
      [first[0], second[1]],
      [first[1], second[0]],
    ])
  })

  test('are not the same range where one is open and the other not', () => {
    expect(compareAnalyses([finding([range(50, null)])], [finding([range(60, null)])]).same).toEqual([])
    expect(compareAnalyses([finding([range(50, null)])], [finding([range(50, null)])]).same.length).toBe(1)
  })

  test('keep their order, those of the first before those of the second', () => {
    const [a, b, c] = [finding([codec]), finding([carrier]), finding([range(1, 2)])]
    expect(compareAnalyses([a, b], [c, b])).toMatchObject({ onlyFirst: [a], onlySecond: [c] })
  })
})

describe('the change of a finding', () => {
  const change = (first: ComparedFinding, second: ComparedFinding) =>
    compareAnalyses([first], [second]).same[0]

  test('is sure where the intervals allow no chance', () => {
    const [weak, strong] = [finding([carrier], 2, 1.2), finding([carrier], 8, 1.2)]
    expect(change(weak, strong)).toMatchObject({ ratioChange: 4, strength: 'stronger' })
    expect(change(strong, weak)).toMatchObject({ ratioChange: 0.25, strength: 'weaker' })
  })

  test('may be chance where they are wide', () => {
    expect(change(finding([carrier], 2, 5), finding([carrier], 8, 5))?.strength).toBe('alike')
  })

  test('is unknown where one has no ratio', () => {
    expect(change(finding([carrier]), finding([carrier], null))).toMatchObject({
      ratioChange: null,
      strength: 'alike',
    })
  })
})

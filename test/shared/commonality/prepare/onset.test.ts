import { describe, expect, test } from 'vitest'
import { onsetOf } from '../../../../shared/commonality/prepare/onset.ts'
import { prepareCase } from '../../../../shared/commonality/prepare/prepare-case.ts'
import { chanceOf } from '../../../support/incidents/chance.ts'
import { recordsOf } from './made-records.ts'

const ROWS = 2_000
const rows = Array.from({ length: ROWS }, (_, row) => row)
const BEGIN = Date.UTC(2026, 10, 20, 8)
const SECOND = 1_000
const start = {
  kind: 'time' as const,
  role: 'start' as const,
  cells: rows.map((row) => BEGIN + row * 10 * SECOND),
}
const carrier = rows.map((row) => (row % 4 === 0 ? 'X' : `c${row % 4}`))

/** Of the finding "carrier X". */
function onset(fails: (row: number) => boolean, options: Parameters<typeof onsetOf>[2] = {}) {
  const prepared = prepareCase(recordsOf({ carrier, start }, rows.map(fails)))
  return onsetOf(prepared, [{ dimension: 0, code: 1 }], options)
}

describe('a finding holds', () => {
  test('since the first record from which it fails', () => {
    expect(onset((row) => row % 4 === 0 && row >= 1_200)).toEqual({
      column: 'start',
      since: BEGIN + 12_000 * SECOND,
      until: null,
    })
  })

  test('until it is over', () => {
    expect(onset((row) => row % 4 === 0 && row >= 400 && row < 1_200)).toEqual({
      column: 'start',
      since: BEGIN + 4_000 * SECOND,
      // Records come every ten seconds and are dated by the second.
      until: BEGIN + 11_961 * SECOND,
    })
    expect(onset((row) => row % 4 === 0 && row < 1_200)?.since).toBe(null)
  })

  test('since then, though it does not always fail, and others do as well', () => {
    const chance = chanceOf(4, 'onset')
    const found = onset((row) => chance.share() < (row % 4 === 0 && row >= 1_200 ? 0.6 : 0.03))
    expect(Math.abs((found?.since ?? 0) - (BEGIN + 12_000 * SECOND))).toBeLessThan(200 * SECOND)
    expect(found?.until).toBe(null)
  })

  test('all the time: then nothing is said', () => {
    const chance = chanceOf(6, 'chronic')
    expect(onset((row) => row % 4 === 0 && chance.share() < 0.4)).toBe(null)
    expect(onset((row) => row % 4 === 0)).toBe(null)
  })

  test('since a moment that too few records or too much scatter hide: nothing is said', () => {
    expect(onset((row) => row % 4 === 0 && row >= 1_980)).not.toBe(null)
    expect(onset((row) => row === 1_996)).toBe(null)
    expect(onset((row) => row % 4 === 0 && row >= 1_980, { dispersion: 20 })).toBe(null)
  })

  test('in records without a time, or that never fail: nothing is said', () => {
    const fails = rows.map((row) => row % 4 === 0 && row >= 1_200)
    expect(onsetOf(prepareCase(recordsOf({ carrier }, fails)), [{ dimension: 0, code: 1 }])).toBe(null)
    expect(onsetOf(prepareCase(recordsOf({ carrier, start }, fails)), [{ dimension: 0, code: 2 }])).toBe(null)
  })
})

test('chance alone seldom makes a moment: at most one in a hundred', () => {
  const chance = chanceOf(8, 'no onset')
  const found = Array.from({ length: 100 }, () => onset((row) => row % 4 === 0 && chance.share() < 0.3))
  expect(found.filter((one) => one !== null).length).toBeLessThanOrEqual(1)
})

import { expect, test } from 'vitest'
import { findingFigures, sideCountsOf } from '../../../../shared/commonality/findings/finding-figures.ts'

const whole = { failed: 100, total: 200 }

test('a finding is told by counts first, then by ratios, then by a test', () => {
  const figures = findingFigures({ failed: 93, total: 97 }, { whole, totalsKnown: false, dispersion: 1 })
  expect(figures.counts).toEqual({ failing: { inside: 93, of: 100 }, working: { inside: 4, of: 100 } })
  expect(figures.shareRatio.value).toBeCloseTo(23.25)
  expect(figures.oddsRatio.value).toBeCloseTo(318.857, 3)
  expect(figures.test.name).toBe('g')
  expect(figures.risk).toBeNull()
})

test('the risk is told where all records are there', () => {
  const figures = findingFigures({ failed: 93, total: 97 }, { whole, totalsKnown: true, dispersion: 1 })
  expect(figures.risk?.inside).toBeCloseTo(93 / 97)
})

test('what scatters is told with less certainty everywhere', () => {
  const calm = findingFigures({ failed: 20, total: 30 }, { whole, totalsKnown: true, dispersion: 1 })
  const wild = findingFigures({ failed: 20, total: 30 }, { whole, totalsKnown: true, dispersion: 5 })
  expect(wild.test.p).toBeGreaterThan(calm.test.p)
  expect(wild.shareRatio.low).toBeLessThan(calm.shareRatio.low ?? 0)
  expect(wild.oddsRatio.high).toBeGreaterThan(calm.oddsRatio.high ?? 0)
  expect(wild.risk?.ratio.low).toBeLessThan(calm.risk?.ratio.low ?? 0)
})

test('counts that contradict each other are refused', () => {
  expect(() => sideCountsOf({ failed: 101, total: 101 }, whole)).toThrow('contradict each other')
})

import { expect, test } from 'vitest'
import { createFigures } from '../../../renderer/analysis/figures.ts'

const figures = createFigures('en-GB')

test('counts are whole where they are, and weighted ones have one decimal', () => {
  expect(figures.count(61_204)).toBe('61,204')
  expect(figures.count(12.34)).toBe('12.3')
})

test('a share that is nearly none or nearly all is not rounded to it', () => {
  expect(figures.share(93, 100)).toBe('93%')
  expect(figures.share(4, 1000)).toBe('0.4%')
  expect(figures.share(996, 1000)).toBe('99.6%')
  expect(figures.share(0, 1000)).toBe('0%')
  expect(figures.share(1000, 1000)).toBe('100%')
})

test('nothing of nothing is no share at all', () => {
  expect(figures.share(0, 0)).toBe('0%')
})

test('ratios have as many digits as they deserve, and may be without end', () => {
  expect(figures.ratio(1)).toBe('1.0')
  expect(figures.ratio(4.55)).toBe('4.6')
  expect(figures.ratio(23.25)).toBe('23')
  expect(figures.ratio(1128.3)).toBe('1,128')
  expect(figures.ratio(0.0456)).toBe('0.046')
  expect(figures.ratio(0)).toBe('0.0')
  expect(figures.ratio(null)).toBe('∞')
})

test('probabilities have two digits and end at the least that is written', () => {
  expect(figures.probability(0.0581)).toBe('0.058')
  expect(figures.probability(1e-31)).toBe('0.0001')
})

test('figures are those of the language', () => {
  const spanish = createFigures('es')
  expect(spanish.ratio(7.8)).toBe('7,8')
  expect(spanish.list(['a', 'b', 'c'])).toBe('a, b y c')
})

import { describe, expect, test } from 'vitest'
import type { CaseTable } from '../../../../shared/commonality/case-table.ts'
import { explainCounts, explainFinding } from '../../../../shared/commonality/findings/explain-counts.ts'
import { provableHere } from '../../../../shared/commonality/findings/provable-here.ts'
import { searchExplanations } from '../../../../shared/commonality/search/search-explanations.ts'
import type { SearchAnswer } from '../../../../shared/commonality/search-result.ts'
import { caseTable, spelled, times } from './made-table.ts'

const ALPHA = 0.01

/** Carrier X with codec G.729 fails; columns and blanks that have nothing to do with it. */
const calls = caseTable(
  Array.from({ length: 400 }, (_, place) => {
    const isOfCause = place % 4 === 0
    const isFailing = isOfCause ? place % 20 !== 0 : place % 50 === 1
    return {
      carrier: isOfCause || place % 3 === 0 ? 'X' : 'W',
      codec: isOfCause || place % 7 === 0 ? 'G.729' : 'G.711',
      customer: place % 11 === 0 ? '' : `customer ${place % 5}`,
      network: 'all',
      failed: isFailing ? 1 : 0,
      working: isFailing ? 0 : 1,
    }
  }),
)

function answerOf(table: CaseTable): SearchAnswer {
  const search = searchExplanations(table, { alpha: ALPHA })
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
  }
}

describe('a finding of the search', () => {
  const [finding] = answerOf(calls).explanations
  if (finding === undefined) throw new Error('The search found nothing.')
  const search = { alpha: ALPHA, dispersion: 1, leftOver: { failed: 100, total: 380 } }
  const explained = explainFinding(calls, finding, search)

  test('is proven by evidence above its cost', () => {
    expect(spelled(calls, finding.conjunction)).toEqual(['carrier=X', 'codec=G.729'])
    expect(explained.evidence).toBeGreaterThan(explained.cost)
    expect(explained.evidence).toBeGreaterThan(explained.gain)
  })

  test('has a cost whose terms add up, without a term that nothing accounts for', () => {
    const sum = explained.costTerms.reduce((total, { cost }) => total + cost, 0)
    expect(sum).toBeCloseTo(explained.cost, 9)
    expect(explained.costTerms.map(({ kind }) => kind)).toEqual(['literal', 'literal', 'order', 'certainty'])
  })

  test('names what makes a value dear: how many columns there are, how many values, how rare it is', () => {
    const [carrier] = explained.costTerms
    expect(carrier).toMatchObject({ kind: 'literal', dimensions: 3, cardinality: 2, share: 0.5 })
  })

  test('has the gain that follows from the table of counts', () => {
    expect(explained.whole.g / 2).toBeCloseTo(explained.gain, 6)
    expect(explained.whole.observed.failingInside).toBe(finding.tally.failed)
  })

  test('is not told on what was left where the size of that is not known', () => {
    expect(explained.remaining).not.toBeNull()
    expect(explainFinding(calls, finding, { ...search, leftOver: null }).remaining).toBeNull()
  })
})

test('under scatter the rest of a cost is named as such', () => {
  const rows = Array.from({ length: 200 }, (_, place) => {
    const failed = place % 5 === 0 ? 150 + (place % 7) * 10 : ((place * 37) % 23) + ((place * 53) % 31)
    return {
      city: `city ${place % 5}`,
      hour: `hour ${place % 9}`,
      day: `day ${place % 11}`,
      failed,
      working: 400 - failed,
    }
  })
  const table = caseTable(rows)
  const answer = answerOf(table)
  const [finding] = answer.explanations
  if (finding === undefined) throw new Error('The search found nothing.')
  const { costTerms } = explainFinding(table, finding, {
    alpha: ALPHA,
    dispersion: answer.dispersion,
    leftOver: null,
  })
  expect(answer.dispersion).toBeGreaterThan(1)
  expect(costTerms.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(finding.cost, 9)
})

test('a table of counts stands beside what would be by chance', () => {
  const {
    observed,
    expected,
    test: result,
  } = explainCounts({ failed: 93, total: 97 }, { failed: 100, total: 200 }, 1)
  expect(observed).toEqual({ failingInside: 93, failingOutside: 7, workingInside: 4, workingOutside: 96 })
  expect(expected).toEqual({
    failingInside: 48.5,
    failingOutside: 51.5,
    workingInside: 48.5,
    workingOutside: 51.5,
  })
  expect(result.name).toBe('g')
})

describe('what a table could prove', () => {
  test('counts only columns that tell records apart', () => {
    expect(provableHere(calls, { alpha: ALPHA, dispersion: 1 })).toMatchObject({
      single: expect.any(Number),
      pair: expect.any(Number),
      triple: expect.any(Number),
    })
    const same = caseTable([
      ...times(40, { carrier: 'X', failed: 1 }),
      ...times(40, { carrier: 'X', working: 1 }),
    ])
    expect(provableHere(same, { alpha: ALPHA, dispersion: 1 })).toEqual({
      single: null,
      pair: null,
      triple: null,
    })
  })

  test('is nothing with two attributes of one column', () => {
    const views = caseTable([
      ...times(40, { 'number/2': '44', 'number/4': '4420', failed: 1 }),
      ...times(40, { 'number/2': '34', 'number/4': '3491', working: 1 }),
    ])
    const { single, pair } = provableHere(views, { alpha: ALPHA, dispersion: 1 })
    expect(single).toBeLessThan(40)
    expect(pair).toBeNull()
  })

  test('agrees with the search: what covers as many is proven, what covers one less is not', () => {
    const { single } = provableHere(sample(10), { alpha: ALPHA, dispersion: 1 })
    const proven = (covered: number) =>
      answerOf(sample(covered)).explanations.filter(({ verdict }) => verdict === 'proven').length
    expect(proven(single ?? 0)).toBe(1)
    expect(proven((single ?? 0) - 1)).toBe(0)
  })
})

/** Twenty failing and twenty working records for each of five values of four columns, and one value that covers some. */
function sample(covered: number): CaseTable {
  const rows = Array.from({ length: 200 }, (_, place) => {
    const isFailing = place % 2 === 0
    const number = Math.floor(place / 2)
    const isCovered = isFailing && number < covered
    return {
      carrier: isCovered ? 'X' : `carrier ${number % 9}`,
      b: `b${number % 10}`,
      c: `c${Math.floor(number / 10) % 10}`,
      d: `d${(number * 3 + Math.floor(number / 10)) % 10}`,
      failed: isFailing ? 1 : 0,
      working: isFailing ? 0 : 1,
    }
  })
  return caseTable(rows)
}

import { describe, expect, test } from 'vitest'
import { conjunctionCost, literalCost } from '../../../../shared/commonality/search/description-cost.ts'
import { evidenceOf, likelihoodGain } from '../../../../shared/commonality/search/likelihood.ts'
import { provableAt, type ProvableQuestion } from '../../../../shared/commonality/statistics/provable.ts'

/** 100 failing against 100 working records with 30 columns of 10 values. */
function question(more: Partial<ProvableQuestion> = {}): ProvableQuestion {
  const cardinalities = Array.from({ length: 30 }, () => 10)
  return {
    whole: { failed: 100, total: 200 },
    cardinalities,
    columns: 30,
    alpha: 0.01,
    leastCover: 3,
    dispersion: 1,
    ...more,
  }
}

function leastOf(order: number, asked: ProvableQuestion): number | null {
  return provableAt(order, asked).clean
}

describe('what 100 failing against 100 working records can prove', () => {
  test('needs more records the more attributes a description has, and more where working ones share it', () => {
    expect(provableAt(1, question())).toEqual({ clean: 12, soiled: 18 })
    expect(provableAt(2, question())).toEqual({ clean: 19, soiled: 27 })
    expect(provableAt(3, question())).toEqual({ clean: 25, soiled: 35 })
  })

  test('is what the search accepts: one record less is not enough', () => {
    const whole = { failed: 100, total: 200 }
    const cost = conjunctionCost([literalCost(30, 0.1, 10), literalCost(30, 0.1, 10)], 0.01)
    const isAccepted = (covered: number) =>
      evidenceOf(likelihoodGain({ failed: covered, total: covered }, whole)) > cost
    expect([isAccepted(18), isAccepted(19)]).toEqual([false, true])
  })
})

describe('a sample proves less', () => {
  const plain = leastOf(2, question()) ?? 0

  test('where there is more to choose from', () => {
    const cardinalities = Array.from({ length: 300 }, () => 10)
    expect(leastOf(2, question({ cardinalities, columns: 300 }))).toBeGreaterThan(plain)
  })

  test('where fewer false findings are put up with', () => {
    expect(leastOf(2, question({ alpha: 0.0001 }))).toBeGreaterThan(plain)
  })

  test('where rows scatter', () => {
    expect(leastOf(2, question({ dispersion: 2 }))).toBeGreaterThan(plain)
  })

  test('where a cause must cover more than evidence asks for', () => {
    expect(leastOf(2, question({ leastCover: 40 }))).toBe(40)
    expect(leastOf(2, question({ leastCover: 101 }))).toBeNull()
  })

  test('where there are fewer working records to compare with', () => {
    expect(leastOf(2, question({ whole: { failed: 100, total: 140 } }))).toBeGreaterThan(plain)
  })
})

describe('nothing can be proven', () => {
  test('with too few failing records', () => {
    expect(provableAt(1, question({ whole: { failed: 4, total: 8 } }))).toEqual({
      clean: null,
      soiled: null,
    })
  })

  test('without a side, or without records', () => {
    expect(leastOf(1, question({ whole: { failed: 100, total: 100 } }))).toBeNull()
    expect(leastOf(1, question({ whole: { failed: 0, total: 100 } }))).toBeNull()
    expect(leastOf(1, question({ whole: { failed: 0, total: 0 } }))).toBeNull()
  })

  test('by more attributes than there are columns', () => {
    expect(leastOf(3, question({ columns: 2 }))).toBeNull()
    expect(leastOf(1, question({ cardinalities: [], columns: 0 }))).toBeNull()
  })
})

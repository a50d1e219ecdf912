import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confirmFix, type FixEvidence } from '../../../../shared/commonality/findings/confirm-fix.ts'
import { errorOfGone } from './operating-characteristics.ts'

/** 93 of 97 calls of the signature failed, 7 of 103 others; now 10 of 1,000 others do. */
function evidence(failed: number, total: number, more: Partial<FixEvidence> = {}): FixEvidence {
  return {
    before: { inside: { failed: 93, total: 97 }, outside: { failed: 7, total: 103 }, totalsKnown: true },
    after: { failed, total },
    others: { failed: 10, total: 1_000 },
    ...more,
  }
}

const picked = { inside: { failed: 93, total: 97 }, outside: { failed: 7, total: 103 }, totalsKnown: false }

describe('a fix', () => {
  test('holds once so many records do not fail that at most a tenth of the former share may be left', () => {
    // The rule of three: none of 30 leaves 1 - .05^(1/30) = 9.5 % possible, a tenth of 93 / 97 is 9.6 %.
    expect(confirmFix(evidence(0, 29))).toEqual({ verdict: 'too-few', needed: 1 })
    expect(confirmFix(evidence(0, 30))).toEqual({ verdict: 'gone', needed: null })
  })

  test('without fresh records needs all of them', () => {
    expect(confirmFix(evidence(0, 0))).toEqual({ verdict: 'too-few', needed: 30 })
  })

  test('holds with a failure that others have too', () => {
    expect(confirmFix(evidence(1, 50)).verdict).toBe('gone')
  })

  test('only helped where the signature still fails more often than others', () => {
    expect(confirmFix(evidence(3, 50)).verdict).toBe('reduced')
    expect(confirmFix(evidence(20, 40)).verdict).toBe('reduced')
  })

  test('did nothing where the signature fails as before', () => {
    expect(confirmFix(evidence(38, 40))).toEqual({ verdict: 'unchanged', needed: null })
    expect(confirmFix(evidence(2, 2)).verdict).toBe('unchanged')
  })

  test('is not judged by a single failing record', () => {
    expect(confirmFix(evidence(1, 1))).toMatchObject({ verdict: 'too-few' })
  })

  test('of a rare fault needs many records', () => {
    const before = {
      inside: { failed: 50, total: 1_000 },
      outside: { failed: 5, total: 9_000 },
      totalsKnown: true,
    }
    const others = { failed: 5, total: 10_000 }
    expect(confirmFix(evidence(0, 100, { before, others }))).toEqual({ verdict: 'too-few', needed: 498 })
    expect(confirmFix(evidence(0, 598, { before, others })).verdict).toBe('gone')
  })

  test('needs fewer where others fail as often', () => {
    const others = { failed: 300, total: 1_000 }
    // None of 10 leaves 26 % possible; of the others at least 27.6 % fail.
    expect(confirmFix(evidence(0, 9, { others })).verdict).toBe('too-few')
    expect(confirmFix(evidence(0, 10, { others })).verdict).toBe('gone')
  })

  test('needs more where rows scatter more than chance', () => {
    expect(confirmFix(evidence(0, 30, { dispersion: 2 }))).toEqual({ verdict: 'too-few', needed: 30 })
    expect(confirmFix(evidence(0, 60, { dispersion: 2 })).verdict).toBe('gone')
  })

  test('is confirmed without other fresh records by the former share alone', () => {
    const others = { failed: 0, total: 0 }
    expect(confirmFix(evidence(0, 30, { others })).verdict).toBe('gone')
    expect(confirmFix(evidence(20, 40, { others })).verdict).toBe('too-few')
  })

  test('of something that never failed cannot be confirmed', () => {
    const before = { inside: { failed: 0, total: 50 }, outside: { failed: 5, total: 50 }, totalsKnown: true }
    expect(confirmFix(evidence(0, 500, { before, others: { failed: 0, total: 0 } }))).toEqual({
      verdict: 'too-few',
      needed: null,
    })
  })
})

describe('where the sides were picked by hand', () => {
  test('the share of failing among them is not taken for a rate', () => {
    // 20 of 40 fail. Against 93 of 97 that is less; but 93 and 97 were chosen.
    expect(confirmFix(evidence(20, 40)).verdict).toBe('reduced')
    expect(confirmFix(evidence(20, 40, { before: picked })).verdict).toBe('unchanged')
  })

  test('a fix holds by the odds ratio and what fails elsewhere', () => {
    const { verdict, needed } = confirmFix(evidence(0, 30, { before: picked }))
    expect(verdict).toBe('too-few')
    expect(confirmFix(evidence(0, 30 + (needed ?? 0), { before: picked })).verdict).toBe('gone')
  })

  test('nothing can be confirmed where nothing fails elsewhere: how often it should fail is not known', () => {
    const others = { failed: 0, total: 1_000 }
    expect(confirmFix(evidence(0, 500, { before: picked, others }))).toEqual({
      verdict: 'too-few',
      needed: null,
    })
  })
})

test('as many records more as are needed, none failing, make it gone, and one less does not', () => {
  const count = fc.integer({ min: 0, max: 30 })
  fc.assert(
    fc.property(count, count, fc.integer({ min: 0, max: 40 }), (failed, working, failedElsewhere) => {
      const others = { failed: failedElsewhere, total: 1_000 }
      const { verdict, needed } = confirmFix(evidence(failed, failed + working, { others }))
      fc.pre(verdict === 'too-few')
      const total = failed + working + (needed ?? 0)
      expect(confirmFix(evidence(failed, total, { others })).verdict).toBe('gone')
      expect(confirmFix(evidence(failed, total - 1, { others })).verdict).not.toBe('gone')
    }),
  )
})

// Every sample there can be, each with its probability, where the signature fails after the fix exactly as before.
describe('in at most 5 % of samples a fix that changed nothing is called gone', () => {
  const known = [
    { share: 0.9, before: 20, after: 30, background: 0.01 },
    { share: 0.9, before: 60, after: 60, background: 0.5 },
    { share: 0.5, before: 30, after: 40, background: 0.05 },
    { share: 0.3, before: 40, after: 60, background: 0.1 },
    { share: 0.1, before: 60, after: 60, background: 0.02 },
    { share: 0.1, before: 60, after: 60, background: 0.09 },
    { share: 0.05, before: 60, after: 80, background: 0.05 },
  ]
  test.each(known)('$share, $before before, $after after, others $background', (setting) => {
    expect(errorOfGone({ ...setting, totalsKnown: true })).toBeLessThanOrEqual(0.05)
  })

  const chosen = [
    { share: 0.5, before: 40, after: 40, background: 0.05 },
    { share: 0.2, before: 40, after: 60, background: 0.1 },
    { share: 0.1, before: 40, after: 60, background: 0.05 },
  ]
  test.each(chosen)('picked sides: $share, $before of each, $after after, others $background', (setting) => {
    expect(errorOfGone({ ...setting, totalsKnown: false })).toBeLessThanOrEqual(0.05)
  })
})

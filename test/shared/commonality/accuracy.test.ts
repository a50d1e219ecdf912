import { afterAll, describe, expect, test } from 'vitest'
import { explainCase } from '../../support/incidents/explain-case.ts'
import { otherGeneratorIsThere, scoreOnOtherCases } from '../../support/incidents/other-generator.ts'
import type { RecordPreset } from '../../support/incidents/record-presets.ts'
import { makeRecordsCase } from '../../support/incidents/records-case.ts'
import { scoreCases, scoreLine } from '../../support/incidents/score-cases.ts'
import type { Score } from '../../support/incidents/score-explanations.ts'

// Accuracy on labelled cases of our own making (test/support/incidents). The seed was never used to tune the search; other
// seeds and another generator judge it elsewhere. Each test names the goal. Where the search does not reach it yet, the
// test holds what it did reach, less a margin for the scatter of so few cases, and the table that is printed has both.
const SEED = 20_260_301
const SLOW = 120_000

const lines: Record<string, string | number>[] = []

function scorePreset(preset: RecordPreset, count: number): Score {
  const score = scoreCases(count, (index) => makeRecordsCase(preset, SEED, index))
  lines.push(scoreLine(preset, score))
  return score
}

describe('accuracy of the search', () => {
  afterAll(() => console.table(lines))

  test(
    'tiny, 100 failing against 100 working, 12 attributes: F1 of .95, the goal is .98',
    { timeout: SLOW },
    () => {
      expect(scorePreset('tiny', 200).f1).toBeGreaterThanOrEqual(0.95)
    },
  )

  test('small, 2,000 records of 15 attributes: F1 of .98', { timeout: SLOW }, () => {
    expect(scorePreset('small', 100).f1).toBeGreaterThanOrEqual(0.98)
  })

  test(
    'medium, 50,000 records of 20 attributes, order 3: F1 of .95, the goal is .98',
    { timeout: SLOW },
    () => {
      expect(scorePreset('medium', 20).f1).toBeGreaterThanOrEqual(0.95)
    },
  )

  test(
    'confounded, 100,000 records of attributes that go together: F1 of .98, no decoy',
    { timeout: SLOW },
    () => {
      const score = scorePreset('confounded', 10)
      expect(score.f1).toBeGreaterThanOrEqual(0.98)
      expect(score.decoys).toBe(0)
    },
  )

  test(
    'hard, 200,000 records of 30 attributes, 3 % blank, four causes: F1 of .85, the goal is .95',
    { timeout: SLOW },
    () => {
      expect(scorePreset('hard', 6).f1).toBeGreaterThanOrEqual(0.85)
    },
  )

  test(
    'hetero, 100,000 records of values that differ every day: F1 of .65, the goal is .88',
    { timeout: SLOW },
    () => {
      expect(scorePreset('hetero', 8).f1).toBeGreaterThanOrEqual(0.65)
    },
  )

  test(
    'tiny_mixed, 100 against 100, 20 attributes, two causes among much else: F1 of .82, the goal is .86',
    { timeout: SLOW },
    () => {
      expect(scorePreset('tiny_mixed', 200).f1).toBeGreaterThanOrEqual(0.82)
    },
  )

  test('weak, 50,000 records, causes that fail a twentieth to a fifth: F1 of .86', { timeout: SLOW }, () => {
    expect(scorePreset('weak', 15).f1).toBeGreaterThanOrEqual(0.86)
  })

  test(
    'null, 300 times 2,000 records that share nothing: at most 2 % report anything, the goal is 1 %',
    { timeout: SLOW },
    () => {
      const score = scoreCases(300, (index) => makeRecordsCase('null', SEED, index, { rows: 2_000 }))
      lines.push(scoreLine('null, 2,000 records', score))
      expect(score.wrong).toBeLessThanOrEqual(6)
    },
  )
})

describe.skipIf(!otherGeneratorIsThere)(
  'cases of the generator beside the project, by its own judge (skipped where ../shared/tools is missing)',
  () => {
    test.each([
      ['tiny', 60],
      ['small', 20],
    ])('%s: F1 of .9 at least', { timeout: SLOW }, (preset, cases) => {
      // A seed of its own on every run: no case can be learnt by heart. So few cases scatter, hence the margin to .98.
      const seed = Math.floor(Date.now() / 1_000)
      const score = scoreOnOtherCases({ preset, cases, seed }, (table) => explainCase(table))
      console.log(`${preset}, seed ${seed}: F1 ${score.f1}, decoys ${score.decoys}`)
      expect(score.cases).toBe(cases)
      expect(score.f1, `seed ${seed}`).toBeGreaterThanOrEqual(0.9)
    })
  },
)

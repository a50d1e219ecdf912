import { describe, expect, test } from 'vitest'
import type { CaseTable } from '../../../shared/commonality/case-table.ts'
import { chanceOf } from '../../support/incidents/chance.ts'
import { makeCountedIncident } from '../../support/incidents/counted-incident.ts'
import { countedFileOf, recordFileOf } from '../../support/incidents/case-file.ts'
import type { Description, LabelledCase } from '../../support/incidents/labelled-case.ts'
import { makeLeafCase } from '../../support/incidents/leaf-case.ts'
import { recordPresets, type RecordPreset } from '../../support/incidents/record-presets.ts'
import { makeRecordsCase } from '../../support/incidents/records-case.ts'
import { scoreExplanations, sumScores } from '../../support/incidents/score-explanations.ts'
import { readRecordCase } from '../../support/incidents/other-generator.ts'
import { skewedValues } from '../../support/incidents/skewed-values.ts'

// The cases that judge the search must themselves be true to their labels: everything is counted again from the table.

function rowsOf(table: CaseTable, description: Description): number[] {
  const parts = Object.entries(description).map(([name, text]) => {
    const dimension = table.dimensions.find((one) => one.name === name)
    return { codes: dimension?.codes, code: dimension?.values.indexOf(text) }
  })
  return Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => (table.total[row] ?? 0) > 0 && parts.every(({ codes, code }) => codes?.[row] === code),
  )
}

function failingShare(table: CaseTable, rows: readonly number[]): number {
  const sum = (weights: Float64Array) => rows.reduce((total, row) => total + (weights[row] ?? 0), 0)
  return sum(table.failed) / sum(table.total)
}

const presets: RecordPreset[] = [
  'tiny',
  'tiny_mixed',
  'small',
  'medium',
  'hard',
  'confounded',
  'null',
  'weak',
  'hetero',
  'big',
]

const made: [string, (index: number) => LabelledCase][] = [
  ['small', (index) => makeRecordsCase('small', 7, index)],
  ['tiny_mixed', (index) => makeRecordsCase('tiny_mixed', 7, index)],
  ['confounded', (index) => makeRecordsCase('confounded', 7, index, { rows: 10_000 })],
  ['hetero', (index) => makeRecordsCase('hetero', 7, index, { rows: 10_000, blanks: 0 })],
  ['counted, one minute', (index) => makeCountedIncident(7, index, { combinations: [60, 1_000] })],
  [
    'counted, several minutes',
    (index) => makeCountedIncident(7, index, { minutes: [4, 6], combinations: [60, 500] }),
  ],
]

describe.each(made)('labelled cases, %s', (_, make) => {
  const cases = Array.from({ length: 6 }, (__, index) => make(index))

  test('the same seed gives the same case', () => {
    expect(make(3)).toEqual(cases[3])
    expect(make(4).table.failed).not.toEqual(cases[3]?.table.failed)
  })

  test('no row fails more often than it occurs', () => {
    for (const { table } of cases)
      expect(table.failed.every((failed, row) => failed >= 0 && failed <= (table.total[row] ?? 0))).toBe(true)
  })

  test('a cause and its equivalents cover the rows they say and no shorter part of them does', () => {
    const labelled = cases.flatMap(({ table, causes }) => causes.map((cause) => ({ table, cause })))
    expect(labelled.length).toBeGreaterThan(0)
    for (const { table, cause } of labelled) {
      const rows = rowsOf(table, cause.description)
      expect(rows).toHaveLength(cause.rows)
      expect(rows.reduce((sum, row) => sum + (table.failed[row] ?? 0), 0)).toBe(cause.failed)
      for (const equivalent of cause.equivalents) expect(rowsOf(table, equivalent)).toEqual(rows)
    }
  })

  test('a cause that is required fails clearly more often than the rest', () => {
    const required = cases.flatMap(({ table, causes }) =>
      causes.filter((cause) => cause.required).map((cause) => ({ table, cause })),
    )
    expect(required.length).toBeGreaterThan(0)
    for (const { table, cause } of required) {
      const inside = new Set(rowsOf(table, cause.description))
      const outside = Array.from({ length: table.rows }, (__, row) => row).filter((row) => !inside.has(row))
      expect(failingShare(table, [...inside])).toBeGreaterThan(1.5 * failingShare(table, outside))
    }
  })

  test('a decoy is worse than the rest until the rows of the causes are gone', () => {
    for (const { table, causes, decoys } of cases) {
      const explained = new Set(causes.flatMap((cause) => rowsOf(table, cause.description)))
      const everything = Array.from({ length: table.rows }, (__, row) => row)
      for (const decoy of decoys) {
        const rows = new Set(rowsOf(table, decoy))
        const others = everything.filter((row) => !rows.has(row))
        expect(failingShare(table, [...rows])).toBeGreaterThan(1.3 * failingShare(table, others))
        const left = [...rows].filter((row) => !explained.has(row))
        const rest = everything.filter((row) => !explained.has(row))
        const failed = left.reduce((sum, row) => sum + (table.failed[row] ?? 0), 0)
        const total = left.reduce((sum, row) => sum + (table.total[row] ?? 0), 0)
        // Half a record is added where nothing may be left.
        expect((failed + 0.5) / (total + 1)).toBeLessThan(
          1.25 * failingShare(table, rest) + 0.5 / (total + 1),
        )
      }
    }
  })
})

describe('presets', () => {
  test.each(presets)('%s gives as many records and causes as it says', (preset) => {
    const settings = recordPresets[preset]
    const rows = Math.min(20_000, settings.rows)
    const cases = Array.from({ length: 3 }, (_, index) => makeRecordsCase(preset, 1, index, { rows }))
    for (const { table, causes } of cases) {
      expect(table.rows).toBe(settings.caseControl === null ? rows : 200)
      expect(table.dimensions).toHaveLength(settings.attributes)
      expect(causes.length).toBeLessThanOrEqual(settings.causes[1])
    }
  })

  test('blanks, merged rows and extra columns', () => {
    const plain = makeRecordsCase('small', 2, 0)
    const { table, extras } = makeRecordsCase('small', 2, 0, {
      blanks: 0.1,
      identifiers: true,
      outcomeProxy: true,
      timeWindow: true,
    })
    const blank = table.dimensions.map(({ codes }) => codes.filter((code) => code === 0).length)
    expect(blank.every((count) => count > 100 && count < 320)).toBe(true)
    expect(extras.map(({ name, texts }) => [name, texts.length])).toEqual(
      ['iccid', 'called_number', 'sip_code', 'second'].map((name) => [name, 2_000]),
    )
    const proxy = extras[2]?.texts.map((code, row) => (code === '200') === (table.failed[row] === 0))
    expect(proxy).not.toContain(false)

    const few = { attributes: 3, cardinality: [2, 4], determined: 0, following: 0 } as const
    const single = makeRecordsCase('small', 2, 1, few)
    const merged = makeRecordsCase('small', 2, 1, { ...few, merged: true })
    expect(merged.table.rows).toBeLessThan(100)
    expect(failingShare(merged.table, [...merged.table.total.keys()])).toBeCloseTo(
      failingShare(single.table, [...single.table.total.keys()]),
      10,
    )
    expect(plain.extras).toEqual([])
  })

  test('as a file: every record once more, counts as they are', () => {
    const labelled = makeRecordsCase('small', 2, 2, { blanks: 0.05, timeWindow: true })
    const read = readRecordCase(recordFileOf(labelled))
    expect([...read.failed]).toEqual([...labelled.table.failed])
    for (const { description } of labelled.causes)
      expect(rowsOf(read, description)).toEqual(rowsOf(labelled.table, description))
    const [cause] = labelled.causes
    expect(rowsOf(read, cause?.description ?? {}).length).toBeGreaterThan(10)

    const counted = makeCountedIncident(2, 2, { minutes: [3, 3], combinations: [60, 100] })
    const [header, first] = countedFileOf(counted).split('\n')
    expect(header).toBe(
      [...counted.table.dimensions.map(({ name }) => name), 'minute', 'failed', 'total'].join(','),
    )
    expect(
      first?.endsWith(`2026-03-01T10:00:00.000Z,${counted.table.failed[0]},${counted.table.total[0]}`),
    ).toBe(true)
  })

  test('leaf sets are whole cubes, and what is left of an anomaly is less than it should be', () => {
    for (const [family, rows] of [
      ['S', 48_000],
      ['L', 36_000],
    ] as const) {
      const { table, causes } = makeLeafCase(family, 3, 1)
      expect(table.rows).toBe(rows)
      expect(causes.length).toBeGreaterThan(0)
      const all = failingShare(table, [...table.total.keys()])
      for (const { description } of causes)
        expect(failingShare(table, rowsOf(table, description))).toBeGreaterThan(all)
    }
  })
})

describe('chance', () => {
  test('a binomial has the mean and spread of one, few or many', () => {
    const chance = chanceOf(5, 'binomial')
    for (const [trials, rate] of [
      [20, 0.1],
      [1_000, 0.01],
      [1_000, 0.7],
      [100_000, 0.02],
    ] as const) {
      const drawn = Array.from({ length: 4_000 }, () => chance.binomial(trials, rate))
      const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length
      const spread = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length
      const variance = trials * rate * (1 - rate)
      expect(Math.abs(mean - trials * rate)).toBeLessThan(4 * Math.sqrt(variance / drawn.length))
      expect(spread / variance).toBeGreaterThan(0.9)
      expect(spread / variance).toBeLessThan(1.1)
    }
  })

  test('a beta has its mean, and skewed values their shares', () => {
    const chance = chanceOf(5, 'beta')
    const shares = Array.from({ length: 20_000 }, () => chance.beta(0.3, 2.7))
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeCloseTo(0.1, 2)
    const draw = skewedValues(3, 1)
    const counts = [0, 0, 0, 0]
    for (let drawn = 0; drawn < 30_000; drawn += 1) {
      const value = draw(chance)
      counts[value] = (counts[value] ?? 0) + 1
    }
    expect(counts[0]).toBe(0)
    expect((counts[1] ?? 0) / (counts[2] ?? 1)).toBeCloseTo(2, 0)
  })
})

describe('the score', () => {
  const cause = { failingShare: 1, rows: 10, failed: 10, required: true, equivalents: [{ gateway: 'g1' }] }
  const truth = {
    causes: [
      { ...cause, description: { carrier: 'a', codec: 'x' } },
      { ...cause, description: { mno: 'm' }, equivalents: [], required: false },
    ],
    decoys: [{ trunk: 't' }],
    chronic: [{ country: 'c' }],
  }

  test('equivalents are right, chronic and unprovable ones neutral, decoys wrong', () => {
    expect(scoreExplanations(truth, [{ codec: 'x', carrier: 'a' }])).toEqual({
      named: 1,
      missed: 0,
      wrong: 0,
      decoys: 0,
      firstIsRight: true,
    })
    expect(
      scoreExplanations(truth, [
        { country: 'c' },
        { gateway: 'g1' },
        { mno: 'm' },
        { trunk: 't' },
        { codec: 'x' },
      ]),
    ).toEqual({ named: 1, missed: 0, wrong: 2, decoys: 1, firstIsRight: false })
    expect(scoreExplanations(truth, [])).toEqual({
      named: 0,
      missed: 1,
      wrong: 0,
      decoys: 0,
      firstIsRight: false,
    })
  })

  test('many cases are summed before F1', () => {
    const right = scoreExplanations(truth, [{ gateway: 'g1' }])
    const wrong = scoreExplanations(truth, [{ codec: 'x' }])
    const nothing = scoreExplanations({ causes: [], decoys: [], chronic: [] }, [])
    const score = sumScores([right, wrong, nothing])
    expect(score).toMatchObject({ cases: 3, precision: 0.5, recall: 0.5, f1: 0.5, firstRight: 0.5, wrong: 1 })
    expect(sumScores([nothing]).f1).toBe(1)
  })
})

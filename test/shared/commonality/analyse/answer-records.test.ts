import { describe, expect, test } from 'vitest'
import {
  answerRecords,
  type RecordsAnswer,
  type RecordsQuestion,
} from '../../../../shared/commonality/analyse/answer-records.ts'
import { recordsOf } from '../prepare/made-records.ts'

const CARRIERS = ['A', 'B', 'C', 'D']
const POPS = ['x', 'y', 'z']

/** Calls of which those over the bad carrier fail, and every thirty-first. */
function calls({ bad, count = 240, share = 1 }: { bad: string; count?: number; share?: number }) {
  const rows = Array.from({ length: count }, (_, row) => row)
  const carrier = rows.map((row) => CARRIERS[row % 4] ?? null)
  const pop = rows.map((row) => POPS[Math.floor(row / 4) % 3] ?? null)
  const failed = rows.map((row) => (carrier[row] === bad && row % 10 < 10 * share) || row % 31 === 0)
  return recordsOf({ carrier, pop }, failed)
}

const OPTIONS = { maxOrder: null, totalsKnown: false }

function steps(change: Partial<RecordsQuestion> = {}): (RecordsAnswer | null)[] {
  const answers = answerRecords({
    table: calls({ bad: 'B' }),
    before: null,
    matchOn: [],
    options: OPTIONS,
    ...change,
  })
  const told: (RecordsAnswer | null)[] = []
  for (;;) {
    const { value, done } = answers.next()
    told.push(value)
    if (done === true) return told
  }
}

function lastOf(change: Partial<RecordsQuestion> = {}): RecordsAnswer {
  const last = steps(change).at(-1)
  if (last === undefined || last === null) throw new Error('no answer')
  return last
}

test('whoever runs it may stop between the steps; only the last answer is done', () => {
  const told = steps()
  expect(told.some((step) => step === null)).toBe(true)
  const answers = told.filter((step) => step !== null)
  expect(answers.map(({ done }) => done)).toEqual([...answers.slice(1).map(() => false), true])
})

test('the same records have the same answer', () => {
  expect(lastOf()).toEqual(lastOf())
})

test('counts agree with a count by hand, and what is left over is not told twice', () => {
  const table = calls({ bad: 'B' })
  const { findings, sides, unexplained, symptoms } = lastOf({ table })
  const failing = table.failed.reduce((sum, weight) => sum + weight, 0)
  const [finding, ...others] = findings.filter(({ verdict }) => verdict === 'proven')
  expect(finding?.parts).toEqual([{ kind: 'value', column: 'carrier', value: 'B' }])
  expect(others).toEqual([])
  expect(finding?.counts).toEqual({
    failing: { inside: 60, of: failing },
    working: { inside: 0, of: 240 - failing },
  })
  expect(finding?.remaining).toEqual(finding?.counts)
  expect(unexplained).toBe(failing - 60)
  expect([sides.failing.records, sides.working.records]).toEqual([failing, 240 - failing])
  expect(symptoms).toEqual([])
})

test('two causes: the second is counted on what the first left over', () => {
  const rows = Array.from({ length: 480 }, (_, row) => row)
  const carrier = rows.map((row) => CARRIERS[row % 4] ?? null)
  const pop = rows.map((row) => POPS[Math.floor(row / 4) % 3] ?? null)
  const failed = rows.map((row) => carrier[row] === 'B' || (pop[row] === 'z' && row % 5 < 4))
  const { findings, unexplained } = lastOf({ table: recordsOf({ carrier, pop }, failed) })
  const [first, second] = findings
  expect([first, second].map((finding) => finding?.parts[0])).toEqual([
    { kind: 'value', column: 'carrier', value: 'B' },
    { kind: 'value', column: 'pop', value: 'z' },
  ])
  const total = failed.filter(Boolean).length
  expect(first?.counts.failing).toEqual({ inside: 120, of: total })
  // Of z, the calls over B are explained already.
  expect(second?.remaining.failing).toEqual({ inside: total - 120, of: total - 120 })
  expect(second?.counts.failing.inside).toBe(total - 120 + 40)
  expect(unexplained).toBe(0)
})

describe('against records of an earlier time', () => {
  test.each([
    ['another carrier failed', { bad: 'C' }, 'new'],
    ['it failed as it does now', { bad: 'B' }, 'chronic'],
    ['it failed less', { bad: 'B', share: 0.3 }, 'worse'],
  ] as const)('in which %s', (_what, before, trend) => {
    const [finding] = lastOf({ before: calls({ count: 480, ...before }) }).findings
    expect(finding).toMatchObject({ parts: [{ column: 'carrier', value: 'B' }], trend })
  })

  test('that are not given nothing is said', () => {
    expect(lastOf().findings[0]?.trend).toBeNull()
  })
})

test('a risk is told only where the totals are known', () => {
  expect(lastOf().findings[0]?.risk).toBeNull()
  expect(lastOf({ options: { ...OPTIONS, totalsKnown: true } }).findings[0]?.risk?.inside).toBe(1)
})

test.each([1, 2])('no description is longer than %i', (maxOrder) => {
  const { findings } = lastOf({ options: { ...OPTIONS, maxOrder } })
  expect(Math.max(...findings.map(({ parts }) => parts.length))).toBeLessThanOrEqual(maxOrder)
})

test('a column to match on that is not there is refused', () => {
  expect(() => lastOf({ matchOn: ['colour'] })).toThrow('colour')
})

test.each([
  ['nothing fails', false],
  ['everything fails', true],
])('where %s there is nothing to find', (_what, fails) => {
  const table = recordsOf({ carrier: ['A', 'B', 'A', 'B'] }, [fails, fails, fails, fails])
  const { findings, sides, done } = lastOf({ table })
  expect([findings, done]).toEqual([[], true])
  expect(sides.warnings.map(({ kind }) => kind)).toContain('one-class')
})

test('no records at all are answered too', () => {
  expect(lastOf({ table: recordsOf({ carrier: [] }, []) })).toMatchObject({
    findings: [],
    unexplained: 0,
    done: true,
  })
})

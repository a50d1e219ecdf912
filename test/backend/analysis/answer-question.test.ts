import { describe, expect, test } from 'vitest'
import { doJobHere } from '../../../electron/backend/analysis/analysis-job.ts'
import { createAnalyser } from '../../../electron/backend/analysis/create-analyser.ts'
import type { AnalysisQuestion } from '../../../shared/records/analysis-question.ts'
import type { AnalysisResult } from '../../../shared/records/analysis.ts'
import { madeQuestion } from '../../support/made-analysis.ts'
import { switchCalls } from '../../support/switch-calls.ts'
import { recordDesk } from '../records/record-import.ts'

const { definition } = madeQuestion()
const BY_CODE = { ...definition, failed: 'sip_code >= 400' }

/** An analyser over one set that a text was read into, and how it is asked. */
async function analyserOf(text: string) {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('calls.csv', text)])
  const analyser = createAnalyser(desk.sets, doJobHere)
  async function ask(change: Partial<AnalysisQuestion> = {}): Promise<AnalysisResult> {
    const question = madeQuestion({ recordSetId: set.id, definition: BY_CODE, ...change })
    let last: AnalysisResult | null = null
    for await (const step of analyser.run(question)) if (step.kind === 'answer') last = step.answer
    if (last === null) throw new Error('no answer')
    return last
  }
  return { analyser, set, ask }
}

/** Rows of counts: of carrier B's a fifth fail, of the others' one in a hundred. */
function countedRows(): string {
  const rows = Array.from({ length: 48 }, (_, index) => {
    const carrier = ['A', 'B', 'C', 'D'][index % 4]
    const pop = ['x', 'y', 'z'][Math.floor(index / 4) % 3]
    return `${carrier},${pop},${carrier === 'B' ? 40 + (index % 3) : 2},200`
  })
  return `carrier,pop,bad,calls\n${rows.join('\n')}\n`
}

describe('rows that count', () => {
  test('are searched by their counts, with a risk, and without the counts as attributes', async () => {
    const { ask } = await analyserOf(countedRows())
    const counts = { ...definition, failed: null, failedCountColumn: 'bad', totalCountColumn: 'calls' }
    const result = await ask({ definition: counts })
    expect(result.sides.failing.records + result.sides.working.records).toBe(48 * 200)
    const [finding] = result.findings
    expect(finding?.parts).toEqual([{ kind: 'value', column: 'carrier', value: 'B' }])
    expect(finding?.counts.failing.inside).toBe(12 * 41)
    expect(finding?.risk?.inside).toBeCloseTo(41 / 200)
    expect(finding?.risk?.outside).toBeCloseTo(2 / 200)
    const aside = result.setAside.map(({ column, reason }) => [column, reason])
    expect(aside).toEqual(
      expect.arrayContaining([
        ['bad', 'count'],
        ['calls', 'count'],
      ]),
    )
  })

  test.each([
    ['one of the two columns', { failedCountColumn: 'bad' }, 'totalCountColumn', 'need both columns'],
    [
      'a column that is not there',
      { failedCountColumn: 'none', totalCountColumn: 'calls' },
      'failedCountColumn',
      'carrier, pop, bad, calls',
    ],
    [
      'a column of words',
      { failedCountColumn: 'carrier', totalCountColumn: 'calls' },
      'failedCountColumn',
      'holds no numbers',
    ],
    ['no meaning of failing', {}, 'failed', 'say which records fail'],
  ] as const)('with %s are refused at their place', async (_what, change, place, reason) => {
    const { ask } = await analyserOf(countedRows())
    await expect(ask({ definition: { ...definition, failed: null, ...change } })).rejects.toMatchObject({
      name: 'AnalysisProblem',
      place,
      message: expect.stringContaining(reason),
    })
  })
})

test('the columns that say what failing is are not searched', async () => {
  const { ask } = await analyserOf(switchCalls({ fault: true }))
  const result = await ask()
  expect(result.setAside).toContainEqual({ column: 'sip_code', reason: 'outcome' })
  expect(JSON.stringify(result.findings.map(({ parts }) => parts))).not.toContain('sip_code')
})

test('working records are picked to match, so that no risk is told, and a column that cannot be matched is refused', async () => {
  const { ask } = await analyserOf(switchCalls({ fault: true }))
  const matched = await ask({ matchOn: ['pop'], allRecords: true })
  const all = await ask({ allRecords: true })
  expect(matched.findings[0]).toMatchObject({ parts: all.findings[0]?.parts, risk: null })
  expect(all.findings[0]?.risk).not.toBeNull()
  expect(matched.sides.working.records).toBeLessThan(all.sides.working.records)
  await expect(ask({ matchOn: ['call_id'] })).rejects.toMatchObject({
    name: 'AnalysisProblem',
    place: 'matchOn',
    message: expect.stringContaining('call_id'),
  })
})

test('a description is counted on records that have its columns, and refused on those that have not', async () => {
  const { analyser, set } = await analyserOf(switchCalls({ fault: true }))
  const part = { kind: 'value', column: 'carrier', value: 'Beta' } as const
  const { inside, others } = await analyser.tally(set.id, BY_CODE, [part])
  const calls = switchCalls({ fault: true }).trim().split('\n').slice(1)
  const isFailing = (call: string) => !call.endsWith(',200')
  const beta = calls.filter((call) => call.includes(',Beta,'))
  expect(inside).toEqual({ failed: beta.filter(isFailing).length, total: beta.length })
  expect(inside.failed + others.failed).toBe(calls.filter(isFailing).length)
  expect(inside.total + others.total).toBe(calls.length)
  await expect(analyser.tally(set.id, BY_CODE, [{ ...part, column: 'colour' }])).rejects.toMatchObject({
    name: 'AnalysisProblem',
    message: expect.stringContaining('colour'),
  })
})

test('records that were removed are told as such', async () => {
  const { analyser } = await analyserOf(switchCalls({ fault: true }))
  await expect(analyser.sides('none', BY_CODE)).rejects.toMatchObject({
    name: 'AnalysisProblem',
    place: 'recordSetId',
    message: expect.stringContaining('not here any more'),
  })
})

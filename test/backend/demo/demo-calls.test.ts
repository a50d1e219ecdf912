import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { addDemoCalls } from '../../../electron/backend/demo/add-demo-calls.ts'
import { demoCalls } from '../../../electron/backend/demo/demo-calls.ts'
import { openSystemHub } from '../system/system-hub.ts'

const NOON = Date.UTC(2026, 5, 15, 12)
const MINUTE = 60_000

test('the same seed and end give the same calls, another seed others', () => {
  expect(demoCalls(7, NOON)).toBe(demoCalls(7, NOON))
  expect(demoCalls(8, NOON)).not.toBe(demoCalls(7, NOON))
})

test('its calls came before the demo began and are to and from numbers that nobody has', () => {
  const calls: Record<string, string>[] = parse(demoCalls(7, NOON), { columns: true })
  expect(calls.length).toBeGreaterThan(1_000)
  for (const { start = '', call_id = '', calling_number = '', called_number = '' } of calls) {
    expect(Date.parse(start)).toBeLessThan(NOON)
    expect(call_id).toMatch(/@switch\.example$/)
    // Reserved for fiction: NANPA 555-0100 to 0199, Ofcom 020 7946 0xxx, ACMA and BIPT likewise.
    expect(calling_number).toMatch(/^\+1202555010\d$/)
    expect(called_number).toMatch(/^\+(442079460|3227900|1415555010|6199001)\d{3}$/)
  }
})

test.each([1, 2, 3])(
  'what was planted is the first finding, proven, with its window (seed %i)',
  async (seed) => {
    const hub = await openSystemHub({ startAt: NOON })
    await addDemoCalls(hub.api, seed, NOON)
    const [set, ...others] = await hub.api.records.list()
    expect(others).toEqual([])
    if (set === undefined) throw new Error('no record set')
    const [suggestion] = await hub.api.records.suggestFailing({ recordSetId: set.id })
    if (suggestion === undefined) throw new Error('nothing is suggested')
    const steps = await hub.api.analyses.run({
      question: { recordSetId: set.id, definition: suggestion.definition },
    })
    let found = null
    for await (const step of steps) if (step.kind === 'result') found = step.analysis
    const proven = found?.result.findings.filter(({ verdict }) => verdict === 'proven') ?? []
    expect(proven).toHaveLength(1)
    const [finding] = proven
    expect(finding?.parts.filter(({ kind }) => kind !== 'window')).toEqual([
      { kind: 'value', column: 'carrier', value: 'Example Transit' },
      { kind: 'value', column: 'codec', value: 'G729' },
    ])
    expect(finding?.parts.some(({ kind }) => kind === 'window')).toBe(true)
    expect(Math.abs((finding?.since ?? 0) - (NOON - 100 * MINUTE))).toBeLessThan(20 * MINUTE)
    expect(finding?.examples.length).toBeGreaterThan(0)
  },
)

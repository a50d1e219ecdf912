import { describe, expect, test } from 'vitest'
import { analyse, type AnalyseAnswer } from '../../../../shared/commonality/analyse/analyse.ts'
import { chanceOf } from '../../../support/incidents/chance.ts'
import { lastOf, recordsOf } from './made-records.ts'

const ROWS = 4_000
const BEGIN = Date.UTC(2026, 10, 20)
const MINUTE = 60_000
const chance = chanceOf(21, 'whole way')
const rows = Array.from({ length: ROWS }, (_, row) => row)

const start = rows.map(() => BEGIN + chance.whole(0, 86_399) * 1_000)
const carrier = rows.map(() => `carrier ${chance.whole(1, 5)}`)
const codec = rows.map(() => chance.pick(['G.711', 'G.729', 'Opus']))
const called = rows.map(
  () => `${chance.pick(['+4420794600', '+4416149600', '+3319900660', '+1212555010'])}${chance.whole(0, 9)}`,
)
const mos = rows.map(() => Math.round(chance.between(1, 5) * 100) / 100)
const trunk = rows.map(() => chance.whole(1, 60))
const columns = {
  start: { kind: 'time' as const, role: 'start' as const, cells: start },
  carrier,
  codec,
  called: { kind: 'digits' as const, role: 'called-number' as const, cells: called },
  mos,
  trunk,
}

/** What is proven where records with a cause fail in nine of ten cases and others in three of a hundred. */
function proven(isCause: (row: number) => boolean): AnalyseAnswer['findings'] {
  const failed = rows.map((row) => chance.share() < (isCause(row) ? 0.9 : 0.03))
  const { findings } = lastOf(analyse(recordsOf(columns, failed), { maxOrder: 3, totalsKnown: true }))
  return findings.filter(({ verdict }) => verdict === 'proven')
}

function partsOf(isCause: (row: number) => boolean) {
  return proven(isCause).map(({ parts }) => parts)
}

describe('a cause comes out as it was planted', () => {
  test('a number range with a codec', () => {
    expect(
      partsOf((row) => (trunk[row] ?? 0) >= 20 && (trunk[row] ?? 0) <= 40 && codec[row] === 'G.729'),
    ).toEqual([
      [
        { kind: 'value', column: 'codec', value: 'G.729' },
        { kind: 'range', column: 'trunk', from: 20, to: 41 },
      ],
    ])
  })

  test('one number of many', () => {
    expect(partsOf((row) => trunk[row] === 37)).toEqual([[{ kind: 'value', column: 'trunk', value: '37' }]])
  })

  test('the lower end of a measurement', () => {
    expect(partsOf((row) => (mos[row] ?? 0) < 2.35)).toEqual([
      [{ kind: 'range', column: 'mos', from: null, to: 2.35 }],
    ])
  })

  test('a prefix, as short as it can be', () => {
    expect(partsOf((row) => called[row]?.startsWith('+4416') === true)).toEqual([
      [{ kind: 'prefix', column: 'called', prefix: '+441' }],
    ])
    expect(partsOf((row) => called[row]?.startsWith('+44') === true)).toEqual([
      [{ kind: 'prefix', column: 'called', prefix: '+4' }],
    ])
  })

  test('a window, to the records next to its ends', () => {
    const [from, to] = [BEGIN + 632 * MINUTE, BEGIN + 791 * MINUTE]
    const [finding, ...others] = proven((row) => (start[row] ?? 0) >= from && (start[row] ?? 0) < to)
    expect(others).toEqual([])
    expect(finding?.parts).toHaveLength(1)
    const [part] = finding?.parts ?? []
    // A record comes every 22 seconds; the first or last few of the window may happen to work.
    expect(part).toMatchObject({ kind: 'window', column: 'start' })
    expect(part?.kind === 'window' && Math.abs(part.from - from)).toBeLessThan(3 * MINUTE)
    expect(part?.kind === 'window' && Math.abs(part.to - to)).toBeLessThan(3 * MINUTE)
  })

  test('a carrier from a moment on', () => {
    const from = BEGIN + 632 * MINUTE
    const [finding, ...others] = proven((row) => (start[row] ?? 0) >= from && carrier[row] === 'carrier 2')
    expect(others).toEqual([])
    expect(finding?.parts).toMatchObject([
      { kind: 'window', column: 'start', to: Math.max(...start) + 1_000 },
      { kind: 'value', column: 'carrier', value: 'carrier 2' },
    ])
    const [part] = finding?.parts ?? []
    expect(part?.kind === 'window' && Math.abs(part.from - from)).toBeLessThan(10 * MINUTE)
  })

  test('none where nothing is shared', () => {
    expect(partsOf(() => false)).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { prepareCase } from '../../../../shared/commonality/prepare/prepare-case.ts'
import { chanceOf } from '../../../support/incidents/chance.ts'
import { makeCountedIncident } from '../../../support/incidents/counted-incident.ts'
import { recordsOf, tableOf } from './made-records.ts'

const ROWS = 400
const rows = Array.from({ length: ROWS }, (_, row) => row)
const failed = rows.map((row) => row % 4 === 0)
const chance = chanceOf(1, 'symptoms')

/** One text for working records, one of several for failing ones. */
function saying(working: string | null, failing: readonly (string | null)[]): (string | null)[] {
  return rows.map((row) => (failed[row] === true ? chance.pick(failing) : working))
}

function symptomsOf(columns: Parameters<typeof recordsOf>[0], keep: string[] = []): string[] {
  const { symptoms } = prepareCase(recordsOf(columns, failed), { keep })
  return symptoms.map(({ column, reason }) => `${column}: ${reason}`)
}

describe('a symptom', () => {
  test('is what the trade knows for a result, whatever its values', () => {
    expect(
      symptomsOf({
        sip: { kind: 'number', role: 'sip-code', cells: rows.map((row) => 200 + (row % 7)) },
        q850: { kind: 'number', role: 'release-cause', cells: rows.map((row) => row % 5) },
        seconds: { kind: 'number', role: 'duration', cells: rows.map((row) => row % 90) },
      }),
    ).toEqual(['sip: role', 'q850: role', 'seconds: role'])
  })

  test.each([
    'Hangup-Cause',
    'hangup_cause_text',
    'error type',
    'SIPResponseCode',
    'disconnect reason',
    'failure_reason',
    'disposition',
  ])('is known by the name "%s", if it goes with failing', (name) => {
    const goesWith = rows.map((row) => (failed[row] === true && row % 8 === 0 ? 'x' : `v${row % 3}`))
    expect(symptomsOf({ [name]: goesWith })).toEqual([`${name}: role`])
    expect(symptomsOf({ [name]: rows.map((row) => `v${row % 3}`) })).toEqual([])
  })

  test.each(['billsec', 'call duration', 'duration (s)', 'Talk Time'])('is the length "%s"', (name) => {
    expect(symptomsOf({ [name]: rows.map((row) => row % 90) })).toEqual([`${name}: role`])
  })

  test.each(['release', 'call_type', 'carrier', 'sim status', 'plan', 'cause_area', 'texture', 'direction'])(
    'is not known by the name "%s"',
    (name) => {
      expect(symptomsOf({ [name]: rows.map((row) => (failed[row] === true ? 'x' : `v${row % 3}`)) })).toEqual(
        [],
      )
    },
  )

  test('is known by words for how a call went', () => {
    expect(symptomsOf({ column4: saying('ANSWERED', ['BUSY', 'NO ANSWER', 'FAILED']) })).toEqual([
      'column4: role',
    ])
    expect(symptomsOf({ status: saying('NORMAL_CLEARING', ['USER_BUSY']) })).toEqual(['status: role'])
  })

  test('is not a state that was there before: the same column name, words of a SIM', () => {
    expect(
      symptomsOf({ status: rows.map((row) => (failed[row] === true ? 'suspended' : 'active')) }),
    ).toEqual([])
  })

  test('is known by SIP codes under any name, though some of them come with working calls', () => {
    const codes = rows.map((row) =>
      failed[row] === true ? chance.pick(['503', '408']) : row % 3 === 0 ? '486' : '200',
    )
    expect(symptomsOf({ c7: codes })).toEqual(['c7: role'])
  })

  test('is known by shape alone: one value where records work, several others where they fail', () => {
    expect(symptomsOf({ c7: saying('a', ['b', 'c', 'd']) })).toEqual(['c7: separates'])
    expect(symptomsOf({ c7: saying(null, ['b', 'c', 'd']) })).toEqual(['c7: separates'])
  })

  test('is a measurement that is 0 or blank wherever records failed', () => {
    const octets = rows.map((row) => (failed[row] === true ? (row % 8 === 0 ? null : 0) : 1000 + row))
    expect(symptomsOf({ octets })).toEqual(['octets: separates'])
    const retries = rows.map((row) => (failed[row] === true ? 1000 + row : 0))
    expect(symptomsOf({ retries })).toEqual([])
  })

  test('is when a call ended, where it is known when it began', () => {
    const cells = rows.map((row) => row * 1000)
    const end = { kind: 'time' as const, role: 'end' as const, cells }
    expect(symptomsOf({ start: { ...end, role: 'start' }, end })).toEqual(['end: role'])
    expect(symptomsOf({ end })).toEqual([])
  })

  test('is listed with its values on both sides, most failing ones first', () => {
    const sip_code = rows.map((row) => (failed[row] === true ? (row % 20 === 0 ? '408' : '503') : '200'))
    const { symptoms, setAside } = prepareCase(recordsOf({ sip_code }, failed))
    expect(symptoms).toEqual([
      {
        column: 'sip_code',
        reason: 'role',
        values: [
          { value: '503', failing: 80, working: 0 },
          { value: '408', failing: 20, working: 0 },
          { value: '200', failing: 0, working: 300 },
        ],
      },
    ])
    expect(setAside).toEqual([{ column: 'sip_code', reason: 'symptom' }])
  })

  test('with many numbers is listed in ranges that have all records', () => {
    const duration = rows.map((row) => (failed[row] === true ? 0 : 10 + row))
    const [symptom] = prepareCase(recordsOf({ duration }, failed)).symptoms
    expect(symptom?.values[0]).toEqual({ value: '0', failing: 100, working: 0 })
    expect(symptom?.values.reduce((sum, { working }) => sum + working, 0)).toBe(300)
    expect(symptom?.values[1]?.value).toMatch(/^\d+ … \d+$/)
  })

  test('is searched where a person says so', () => {
    expect(symptomsOf({ sip_code: saying('200', ['503']) }, ['sip_code'])).toEqual([])
  })
})

describe('a cause is not taken for a symptom', () => {
  test('though it has 93 of 100 failing and 4 of 100 working records', () => {
    const sides = Array.from({ length: 200 }, (_, row) => row < 100)
    const carrier = sides.map((_, row) => (row < 93 || row >= 196 ? 'X' : `c${row % 6}`))
    expect(prepareCase(recordsOf({ carrier }, sides)).symptoms).toEqual([])
  })

  test('though it has every failing record and no working one', () => {
    expect(symptomsOf({ c7: rows.map((row) => (failed[row] === true ? 'dead' : `c${row % 6}`)) })).toEqual([])
    expect(symptomsOf({ transport: rows.map((row) => (failed[row] === true ? 'udp' : 'tcp')) })).toEqual([])
  })

  test('though several of many are dead', () => {
    expect(
      symptomsOf({ c7: rows.map((row) => (failed[row] === true ? `dead ${row % 3}` : `c${row % 6}`)) }),
    ).toEqual([])
  })

  test('though only one of the known routes works', () => {
    const route = { role: 'carrier' as const, cells: saying('a', ['b', 'c', 'd']) }
    expect(symptomsOf({ route })).toEqual([])
  })

  test('in any counted incident: with causes that fail by half, or wholly with hardly a failure elsewhere', () => {
    const found = Array.from({ length: 40 }, (_, index) => index).flatMap((index) => [
      ...prepareCase(tableOf(makeCountedIncident(7, index).table)).symptoms,
      ...prepareCase(
        tableOf(
          makeCountedIncident(8, index, {
            background: [0.00001, 0.0005],
            failingShare: [0.98, 1],
            causes: [1, 1],
            orders: [1, 1],
            combinations: [60, 1_000],
          }).table,
        ),
      ).symptoms,
    ])
    expect(found).toEqual([])
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runSlaCalc } from '../../electron/cli/verbs/sla-calc.ts'

async function answers(lines: readonly string[]): Promise<unknown[]> {
  const written: unknown[] = []
  async function* feed(): AsyncGenerator<string> {
    yield* lines
  }
  expect(await runSlaCalc(feed(), (line) => written.push(JSON.parse(line)))).toBe(0)
  return written
}

const office = { timeZone: 'Europe/Madrid', hours: { mon: [['09:00', '17:00']] } }

describe('meridian sla calc', () => {
  test('answers each operation with the id of its line', async () => {
    const ask = [
      { id: 1, op: 'add', calendar: office, from: '2026-01-05T15:00:00Z', durationSeconds: 7_200 },
      { id: 'b', op: 'sub', calendar: office, from: '2026-01-12T08:30:00Z', durationSeconds: 3_600 },
      {
        id: 3,
        op: 'within',
        calendar: office,
        from: '2026-01-05T08:00:00+00:00',
        to: '2026-01-05T16:00:00Z',
        pauses: [['2026-01-05T09:00:00Z', '2026-01-05T10:00:00Z']],
      },
      { id: 4, op: 'addBusinessDays', calendar: office, from: '2026-01-05T09:00:00Z', days: 1 },
      { id: 5, op: 'resolveLocal', timeZone: 'Europe/Madrid', local: '2026-03-29T02:30' },
    ]
    expect(await answers(ask.map((line) => JSON.stringify(line)))).toEqual([
      { id: 1, result: '2026-01-12T09:00:00Z' },
      { id: 'b', result: '2026-01-05T15:30:00Z' },
      { id: 3, result: 25_200 },
      { id: 4, result: '2026-01-12T09:00:00Z' },
      { id: 5, result: '2026-03-29T01:30:00Z' },
    ])
  })

  test('leaves pauses out of every operation that counts', async () => {
    const week = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]),
    )
    const calendar = { timeZone: 'Etc/UTC', hours: week }
    // Monday the 5th to Friday the 9th of January; Tuesday was paused as a whole, Monday for an hour.
    const pauses = [
      ['2026-01-05T12:00:00Z', '2026-01-05T13:00:00Z'],
      ['2026-01-06T00:00:00Z', '2026-01-07T00:00:00Z'],
    ]
    const from = '2026-01-05T10:00:00Z'
    const days = { op: 'addBusinessDays', calendar, pauses: pauses.slice(1) }
    const ask = [
      { id: 1, op: 'sub', calendar, from: '2026-01-07T10:00:00Z', durationSeconds: 3 * 3_600, pauses },
      { id: 2, op: 'sub', calendar, from: '2026-01-07T10:00:00Z', durationSeconds: 7 * 3_600, pauses },
      { id: 3, ...days, from, days: 2 },
      { id: 4, ...days, from: '2026-01-05T09:00:00Z', days: 2 },
      { id: 5, ...days, from, days: 1, endOfWorkingDay: true },
      { id: 6, ...days, from: '2026-01-08T10:00:00Z', days: -2 },
      { id: 7, op: 'addBusinessDays', calendar, pauses, from, days: 2 },
      { id: 8, op: 'addBusinessDays', calendar, pauses, from: '2026-01-05T12:30:00Z', days: 0 },
      {
        id: 9,
        op: 'addBusinessDays',
        calendar,
        pauses: [['2026-01-08T00:00:00Z', '2026-01-09T00:00:00Z']],
        from,
        days: 2,
      },
      {
        id: 10,
        op: 'sub',
        calendar,
        from,
        durationSeconds: 60,
        pauses: [['2026-01-06T00:00:00Z', '2026-01-05T00:00:00Z']],
      },
    ]
    expect(await answers(ask.map((line) => JSON.stringify(line)))).toEqual([
      { id: 1, result: '2026-01-05T15:00:00Z' },
      { id: 2, result: '2026-01-05T10:00:00Z' },
      { id: 3, result: '2026-01-08T10:00:00Z' },
      { id: 4, result: '2026-01-08T09:00:00Z' },
      { id: 5, result: '2026-01-07T17:00:00Z' },
      { id: 6, result: '2026-01-05T10:00:00Z' },
      { id: 7, result: '2026-01-08T11:00:00Z' },
      { id: 8, result: '2026-01-05T13:00:00Z' },
      { id: 9, result: '2026-01-07T10:00:00Z' },
      { id: 10, error: expect.stringMatching(/^pauses\.0: a pause ends after it begins/) },
    ])
  })

  test('says of each bad line what is wrong and goes on', async () => {
    const ask = [
      '{',
      '',
      '[]',
      JSON.stringify({
        id: 1,
        op: 'add',
        calendar: { ...office, timeZone: 'Mars/Base' },
        from: '2026-01-05T15:00:00Z',
        durationSeconds: 1,
      }),
      JSON.stringify({ id: 2, op: 'add', calendar: office, from: 'today', durationSeconds: 1 }),
      JSON.stringify({
        id: 3,
        op: 'add',
        calendar: office,
        from: '2026-01-05T15:00:00Z',
        durationSeconds: -1,
      }),
      JSON.stringify({
        id: 4,
        op: 'add',
        calendar: { ...office, hours: {} },
        from: '2026-01-05T15:00:00Z',
        durationSeconds: 1,
      }),
      JSON.stringify({ id: 5, op: 'resolveLocal', timeZone: 'Etc/UTC', local: '2026-13-01T00:00' }),
      JSON.stringify({ id: 6, op: 'resolveLocal', timeZone: 'Etc/UTC', local: '2026-12-01T00:00' }),
    ]
    expect(await answers(ask)).toEqual([
      { id: null, error: expect.stringMatching(/not JSON/) },
      { id: null, error: expect.stringMatching(/op|Invalid/) },
      { id: 1, error: expect.stringMatching(/timeZone: "Mars\/Base"/) },
      { id: 2, error: expect.stringMatching(/^from: /) },
      { id: 3, error: expect.stringMatching(/^durationSeconds: /) },
      { id: 4, error: expect.stringMatching(/never opens/) },
      { id: 5, error: expect.stringMatching(/^local: /) },
      { id: 6, result: '2026-12-01T00:00:00Z' },
    ])
  })

  const oracle = resolve(import.meta.dirname, '../../../shared/data/sla')
  test.skipIf(!existsSync(oracle))(
    'every case of the oracle beside the project (skipped where it is missing)',
    async () => {
      const cases = ['oracle.json', 'extra.json']
        .flatMap((file): { id: string; op: string; expected: unknown; policy?: string }[] =>
          JSON.parse(readFileSync(resolve(oracle, file), 'utf8')),
        )
        // Rotations and sentences are not for the calculator; "next valid instant" is another rule than ours.
        .filter(
          ({ op, policy }) => op !== 'rule' && op !== 'handoffs' && !policy?.includes('next valid instant'),
        )
      const given = await answers(cases.map((one) => JSON.stringify(one)))
      expect(cases.length).toBeGreaterThan(100)
      expect(given).toEqual(cases.map(({ id, expected }) => ({ id, result: expected })))
    },
  )
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPolicyText } from '../../../electron/backend/sla/check-policy-text.ts'
import { MOST_POLICY_CHARACTERS } from '../../../shared/contract/policies.ts'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'
import { BAD_POLICIES } from '../../shared/policy/bad-policies.ts'
import { testPolicyText } from '../../shared/sla/test-policy.ts'

const SHIPPED = join(import.meta.dirname, '../../../resources/policies')
const texts = readdirSync(SHIPPED).map((file) => readFileSync(join(SHIPPED, file), 'utf8'))
const publicHolidays = createPublicHolidays()

function check(text: string) {
  return checkPolicyText(text, publicHolidays)
}

function example(change: Readonly<Record<string, unknown>>) {
  return {
    name: 'P1 by night',
    ticket: { severity: 'P1', created: '2026-03-02T22:00:00Z' },
    now: '2026-03-02T22:30:00Z',
    expect: [{ clock: 'first-response', state: 'running', due: '2026-03-02T23:00:00Z' }],
    ...change,
  }
}

describe('the check of a policy text', () => {
  test.each(texts)(
    'a contract that comes with the program has no problem, and its examples come out',
    async (text) => {
      const { problems, policy } = await check(text)
      expect(problems).toEqual([])
      expect(policy?.examples.length).toBeGreaterThan(0)
      expect(policy?.examples.flatMap(({ failures }) => failures)).toEqual([])
      expect(policy?.calendars).toEqual(Object.keys(JSON.parse(text).calendars))
    },
  )

  test('an example that does not come out is no problem of the text, but said', async () => {
    const late = example({ name: 'Wrong', expect: [{ clock: 'first-response', state: 'breached' }] })
    const { problems, policy } = await check(testPolicyText({ examples: [example({}), late] }))
    expect(problems).toEqual([])
    expect(policy?.examples).toEqual([
      { name: 'P1 by night', failures: [] },
      { name: 'Wrong', failures: ['first-response: state is running, expected breached'] },
    ])
  })

  test('an example of another age is not computed', async () => {
    const { policy } = await check(testPolicyText({ examples: [example({ now: '9999-01-01T00:00:00Z' })] }))
    expect(policy?.examples[0]?.failures).toEqual(['9999-01-01T00:00:00Z is outside the years 2000 to 2100'])
  })

  test.each([
    ['not JSON', '{ "format": "meridian-policy/1",\n  "id": ', 2, ''],
    ['a version of nothing', testPolicyText({ version: 0 }), 5, 'version'],
    [
      'a calendar that never opens',
      testPolicyText({ calendars: { office: { timeZone: 'Etc/UTC', hours: {} }, always: ALWAYS() } }),
      expect.any(Number),
      'calendars.office.hours',
    ],
    [
      'a country without known holidays',
      testPolicyText({
        calendars: { office: { ...ALWAYS(), publicHolidays: { country: 'XX' } }, always: ALWAYS() },
      }),
      expect.any(Number),
      'calendars.office.publicHolidays.country',
    ],
    [
      'a region that the country does not have',
      testPolicyText({
        calendars: {
          office: { ...ALWAYS(), publicHolidays: { country: 'ES', region: 'ZZ' } },
          always: ALWAYS(),
        },
      }),
      expect.any(Number),
      'calendars.office.publicHolidays.region',
    ],
  ])('%s is a problem with its line and place', async (_what, text, line, place) => {
    const { problems, policy } = await check(text)
    expect(policy).toBeNull()
    expect(problems[0]).toEqual({ line, place, reason: expect.stringMatching(/\w/) })
  })

  test.each(BAD_POLICIES)('refused while it is edited, $name', async ({ text, place, reason }) => {
    const { problems, policy } = await check(text)
    expect(policy).toBeNull()
    const at = problems.find((problem) => problem.place === place)
    expect(at?.reason).toMatch(reason)
    expect(at?.line).toBeGreaterThan(0)
  })

  test('more problems than anybody reads are cut short', async () => {
    const { problems } = await check(`{"metrics":[${'{},'.repeat(20_000)}{}]}`)
    expect(problems).toHaveLength(100)
  })
})

function ALWAYS() {
  return { timeZone: 'Etc/UTC', hours: 'always' }
}

/** Values that people and programs put where something else belongs. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    1e-7,
    '',
    ' ',
    'constructor',
    '__proto__',
    '24:00',
    '25:61',
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [null],
    'none',
    'always',
    '0 min',
    '999999999 h',
    '366 working days',
  ),
  fc.constantFrom<unknown>(
    '9999-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '2026-02-31',
    'Europe/Nowhere',
    'XX',
  ),
  fc.integer(),
  fc.double(),
  fc.string(),
)

/** Replaces, removes or doubles one value somewhere in the text's tree. */
function mutated(text: string, picks: readonly (readonly [number, unknown, number])[]): string {
  const root: unknown = JSON.parse(text)
  for (const [pick, value, kind] of picks) {
    const places = placesIn(root)
    const { holder, key } = places[pick % places.length] ?? { holder: {}, key: '' }
    if (kind === 0) Reflect.set(holder, key, value)
    else if (kind === 1) Reflect.deleteProperty(holder, key)
    else if (Array.isArray(holder)) holder.push(...holder.slice(0, 50))
    else Reflect.set(holder, `${key}-more`, Reflect.get(holder, key))
  }
  return JSON.stringify(root, null, 2)
}

function placesIn(value: unknown): { holder: object; key: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap((key) => [{ holder: value, key }, ...placesIn(Reflect.get(value, key))])
}

describe('whatever the text', () => {
  const mutations = fc.array(fc.tuple(fc.nat(100_000), strange, fc.nat(2)), { minLength: 1, maxLength: 4 })

  test('values replaced, left out and doubled in the contracts: always an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), mutations, async (text, picks) => {
        const { problems, policy } = await check(mutated(text, picks))
        expect(problems.length === 0).toBe(policy !== null)
        for (const { line } of problems) expect(line).toBeGreaterThan(0)
      }),
      { numRuns: 400 },
    )
  }, 120_000)

  test('characters cut out, put in, and the end cut off: always an answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.nat(40),
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('{', '[', '"', '\\', '1e999', ',', '\u0000')),
        fc.boolean(),
        async (text, at, length, insert, isCut) => {
          const start = at % text.length
          const rest = isCut ? '' : text.slice(start + length)
          const { problems, policy } = await check(text.slice(0, start) + insert + rest)
          expect(problems.length === 0).toBe(policy !== null)
        },
      ),
      { numRuns: 300 },
    )
  }, 120_000)

  test.each([
    ['nothing', ''],
    ['any JSON', '[1, 2, 3]'],
    ['brackets without end', '['.repeat(MOST_POLICY_CHARACTERS)],
    ['brackets in brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects in objects', `${'{"metrics":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['a number beyond numbers', testPolicyText({}).replace('"version": 1', '"version": 1e999')],
    [
      'a number of many digits',
      testPolicyText({}).replace('"version": 1', `"version": ${'9'.repeat(10_000)}`),
    ],
    ['a name of Object’s own', testPolicyText({}).replaceAll('"office"', '"constructor"')],
    ['a metric of Object’s own', testPolicyText({}).replace('"first-response"', '"constructor"')],
    ['a text beyond the limit', ' '.repeat(MOST_POLICY_CHARACTERS + 1)],
  ])('%s', async (_what, text) => {
    const { problems } = await check(text)
    expect(problems.length).toBeLessThanOrEqual(100)
  })
})

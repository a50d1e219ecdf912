import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compilePolicy } from '../../../shared/policy/compile-policy.ts'
import type { Policy } from '../../../shared/policy/policy.ts'
import { parsePolicy } from '../../../shared/policy/parse-policy.ts'
import { failuresOf } from '../../../shared/sla/run-example.ts'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'

const directory = resolve(import.meta.dirname, '../../../resources/policies')
const publicHolidays = createPublicHolidays()

function contract(file: string): Policy {
  const { policy, problems } = parsePolicy(readFileSync(resolve(directory, file), 'utf8'))
  if (policy === undefined) throw new Error(`${file}: ${JSON.stringify(problems)}`)
  return policy
}

const files = readdirSync(directory).filter((file) => file.endsWith('.json'))

test('the five contracts are there, each under its own id', () => {
  expect(files.map((file) => contract(file).id).toSorted()).toEqual([
    'conekt-esim',
    'connexcs',
    'ipass-help-desk',
    'one-mobility',
    'wireless-logic-sim-assist',
  ])
  for (const file of files) expect(`${contract(file).id}.json`).toBe(file)
})

describe.each(files)('%s', (file) => {
  const policy = contract(file)
  const compiled = compilePolicy(policy, publicHolidays)

  test('says how it answers what its source leaves open', () => {
    expect(policy.choices.length).toBeGreaterThan(0)
  })

  test.each(policy.examples)('$name', (example) => {
    expect(failuresOf(compiled, example)).toEqual([])
  })

  test('its examples touch every metric of the file', () => {
    const touched = new Set(
      policy.examples.flatMap(({ expect: clocks }) => clocks.map(({ clock }) => clock.split('/')[0])),
    )
    expect(touched).toEqual(new Set(policy.metrics.map(({ metric }) => metric)))
  })

  test('has a ladder, and its examples touch every one', () => {
    expect(policy.escalation.length).toBeGreaterThan(0)
    const touched = new Set(
      policy.examples.flatMap(({ escalation }) => escalation.map(({ step }) => step.split('/')[0])),
    )
    expect(touched).toEqual(new Set(policy.escalation.map(({ name }) => name)))
  })
})

test('an example that is wrong is reported in words', () => {
  const policy = contract('wireless-logic-sim-assist.json')
  const [example] = policy.examples
  if (example === undefined) throw new Error('no example')
  const wrong = {
    ...example,
    expect: [
      { clock: 'first-response', state: 'met' as const },
      { clock: 'gone', state: 'met' as const },
    ],
    escalation: [{ step: 'gone/1', state: 'due' as const, due: '2026-03-10T09:00:00Z' }],
  }
  expect(failuresOf(compilePolicy(policy, publicHolidays), wrong)).toEqual([
    'first-response: state is running, expected met',
    'gone: there is no such clock',
    'gone/1: state is none, expected due',
    'gone/1: due is none, expected 2026-03-10T09:00:00Z',
  ])
})

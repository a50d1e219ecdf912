import { expect, test } from 'vitest'
import { parsePolicy } from '../../../shared/policy/parse-policy.ts'
import { testPolicyText } from '../sla/test-policy.ts'
import { BAD_POLICIES } from './bad-policies.ts'

test.each(BAD_POLICIES)('$name', ({ text, place, reason }) => {
  const problems = parsePolicy(text).problems ?? []
  const problem = problems.find((one) => one.place === place)
  expect(problems.map((one) => one.place)).toContain(place)
  expect(problem?.reason).toMatch(reason)
  // The line names the part itself; a part that is missing has the line of what would hold it.
  const line = text.split('\n')[(problem?.line ?? 0) - 1]
  const key = /\.([\w-]+)$/.exec(place)?.[1] ?? ''
  expect(line).toContain(text.includes(`"${key}":`) ? `"${key}":` : '')
})

test('every problem of a text is told at once, in the order of its lines', () => {
  const text = testPolicyText({ atRisk: '0 %', version: 0, reassessment: 'never' })
  const { problems = [] } = parsePolicy(text)
  expect(problems.map(({ place }) => place)).toEqual(
    ['version', 'reassessment', 'atRisk'].toSorted((a, b) => text.indexOf(`"${a}"`) - text.indexOf(`"${b}"`)),
  )
})

test.each([
  [
    'narrow before wide',
    [{ when: { severity: ['P1'], channel: ['phone'] } }, { when: { severity: ['P1'] } }],
  ],
  ['parts that differ', [{ when: { domain: ['mno'] } }, { when: { customer: ['ACME'] } }, {}]],
  ['severities in part', [{ when: { severity: ['P1'] } }, {}]],
  ['a higher number first', [{ when: { fieldAbove: { N: 10 } } }, { when: { fieldAbove: { N: 1 } } }, {}]],
  ['a domain that may be unknown', [{ when: { domain: ['mno', 'provider', 'customer'] } }, {}]],
])('what can be reached is not refused: %s', (_name, targets) => {
  const full = targets.map((own) => ({ promise: 'p', limit: '4 h', calendar: 'office', ...own }))
  expect(
    parsePolicy(testPolicyText({ metrics: [{ metric: 'resolution', targets: full }] })).problems,
  ).toBeUndefined()
})

test('24:00 ends a day, and a window over midnight is no overlap with the hours after it', () => {
  const hours = { mon: [['22:00', '24:00']], tue: [['22:00', '06:00']], wed: [['06:00', '24:00']] }
  const calendars = { office: { timeZone: 'Europe/Madrid', hours } }
  const metrics = [{ metric: 'resolution', targets: [{ promise: 'p', limit: '4 h', calendar: 'office' }] }]
  expect(parsePolicy(testPolicyText({ calendars, metrics })).problems).toBeUndefined()
})

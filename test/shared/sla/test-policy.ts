import { compilePolicy } from '../../../shared/policy/compile-policy.ts'
import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import { parsePolicy } from '../../../shared/policy/parse-policy.ts'

/** A policy for tests: office hours 09:00-17:00 UTC Monday to Friday, and an `always`; parts may be replaced. */
export function testPolicyText(parts: Readonly<Record<string, unknown>>): string {
  const week = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])
  return JSON.stringify(
    {
      format: 'meridian-policy/1',
      id: 'test',
      name: 'Test contract',
      version: 1,
      description: 'For tests.',
      severities: [
        { code: 'P1', name: 'High', definition: 'High.' },
        { code: 'P2', name: 'Low', definition: 'Low.' },
      ],
      choices: [],
      calendars: {
        office: { timeZone: 'Etc/UTC', hours: Object.fromEntries(week), holidays: ['2026-01-06'] },
        always: { timeZone: 'Etc/UTC', hours: 'always' },
      },
      workingDays: 'same-wall-time',
      answeredAtLimit: 'met',
      reassessment: 'from-start',
      atRisk: '75 %',
      metrics: [
        {
          metric: 'first-response',
          targets: [
            { when: { severity: ['P1'] }, promise: 'P1 in 1 h', limit: '1 h', calendar: 'always' },
            { when: { severity: ['P2'] }, promise: 'P2 in 4 h', limit: '4 h', calendar: 'office' },
          ],
        },
        {
          metric: 'resolution',
          pausedIn: ['awaiting-customer'],
          targets: [
            { when: { severity: ['P1'] }, promise: 'P1 in 4 h', limit: '4 h', calendar: 'always' },
            { when: { severity: ['P2'] }, promise: 'P2 in 8 h', limit: '8 h', calendar: 'office' },
          ],
        },
      ],
      ...parts,
    },
    null,
    2,
  )
}

export function testPolicy(parts: Readonly<Record<string, unknown>> = {}): CompiledPolicy {
  const { policy, problems } = parsePolicy(testPolicyText(parts))
  if (policy === undefined) throw new Error(JSON.stringify(problems))
  return compilePolicy(policy)
}

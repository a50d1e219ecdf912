import { describe, expect, test } from 'vitest'
import { compilePolicy } from '../../../shared/policy/compile-policy.ts'
import { parseLength } from '../../../shared/policy/duration.ts'
import { parsePolicy } from '../../../shared/policy/parse-policy.ts'
import type { PolicyProblem } from '../../../shared/policy/policy-fault.ts'
import { testPolicyText } from '../sla/test-policy.ts'

function problemsOf(text: string): readonly PolicyProblem[] {
  return parsePolicy(text).problems ?? []
}

/** The problem a change to the metrics makes, and the text of the line it names. */
function problemWith(parts: Record<string, unknown>): PolicyProblem & { text: string } {
  const text = testPolicyText(parts)
  const [problem] = problemsOf(text)
  if (problem === undefined) throw new Error('nothing was refused')
  return { ...problem, text: text.split('\n')[problem.line - 1] ?? '' }
}

const target = { promise: 'p', limit: '1 h', calendar: 'always' }
const metric = (own: Record<string, unknown>): Record<string, unknown> => ({
  metrics: [{ metric: 'resolution', targets: [target], ...own }],
})

const rung = (due: unknown): Record<string, unknown> => ({ role: 'Manager', rule: 'Overdue', due })
const onResolution = { name: 'overdue', metric: 'resolution', steps: [rung('at-breach')] }
const ladder = (own: Record<string, unknown>): Record<string, unknown> => ({
  escalation: [{ ...onResolution, ...own }],
})

describe('a policy text that is wrong', () => {
  test('the test policy itself is right', () => {
    expect(problemsOf(testPolicyText({}))).toEqual([])
  })

  test.each<[string, Record<string, unknown>, string, RegExp, RegExp]>([
    [
      'target of zero',
      metric({ targets: [{ ...target, limit: '0 h' }] }),
      'metrics[0].targets[0].limit',
      /zero/,
      /0 h/,
    ],
    [
      'negative',
      metric({ targets: [{ ...target, limit: '-2 h' }] }),
      'metrics[0].targets[0].limit',
      /not a length/,
      /-2 h/,
    ],
    [
      'absurd',
      metric({ targets: [{ ...target, limit: '99999 h' }] }),
      'metrics[0].targets[0].limit',
      /longer than a year/,
      /99999/,
    ],
    [
      'unknown calendar',
      metric({ targets: [{ ...target, calendar: 'night' }] }),
      'metrics[0].targets[0].calendar',
      /night/,
      /night/,
    ],
    [
      'step of a ladder on a promise that is not there',
      ladder({ metric: 'call-back' }),
      'escalation[0].metric',
      /no metric "call-back"/,
      /call-back/,
    ],
    [
      'step with a time on no clock',
      ladder({ metric: undefined }),
      'escalation[0].steps[0].due',
      /on demand only/,
      /at-breach/,
    ],
    [
      'step by a calendar that is not there',
      ladder({ steps: [rung({ after: 'breach', time: '1 h', calendar: 'night' })] }),
      'escalation[0].steps[0].due.calendar',
      /no calendar "night"/,
      /night/,
    ],
    [
      'working days without a calendar',
      ladder({ steps: [rung({ after: 'breach', time: '1 working day' })] }),
      'escalation[0].steps[0].due.time',
      /need a calendar/,
      /1 working day/,
    ],
    [
      'time that is none',
      ladder({ steps: [rung({ after: 'breach', time: 'soon' })] }),
      'escalation[0].steps[0].due.time',
      /not a length/,
      /soon/,
    ],
    [
      'step before the one it follows',
      ladder({ steps: [rung({ after: 'breach', time: '2 h' }), rung({ after: 'breach', time: '1 h' })] }),
      'escalation[0].steps[1].due',
      /before the step it follows/,
      /due/,
    ],
    [
      'warning after the breach',
      ladder({ steps: [rung('at-breach'), rung('at-risk')] }),
      'escalation[0].steps[1].due',
      /before the step it follows/,
      /at-risk/,
    ],
    [
      'ladder nobody reaches',
      { escalation: [onResolution, onResolution] },
      'escalation[1]',
      /never reached/,
      /\{/,
    ],
    [
      'ladder of one name on two promises',
      {
        escalation: [
          { ...onResolution, when: { severity: ['P1'] } },
          { ...onResolution, metric: 'first-response' },
        ],
      },
      'escalation[1].metric',
      /follows the same metric/,
      /first-response/,
    ],
    [
      'metric after one that is not there',
      { metrics: [{ metric: 'next-reply', targets: [target] }] },
      'metrics[0]',
      /no metric "first-response"/,
      /\{/,
    ],
    [
      'metric above the one it waits for',
      {
        metrics: [
          { metric: 'resolution', after: 'first-response', targets: [target] },
          { metric: 'first-response', targets: [target] },
        ],
      },
      'metrics[0].after',
      /stands below/,
      /first-response/,
    ],
    ['ladder without a rung', ladder({ steps: [] }), 'escalation[0].steps', /./, /steps/],
    [
      'unknown severity',
      metric({ targets: [{ ...target, when: { severity: ['P9'] } }] }),
      'metrics[0].targets[0].when.severity[0]',
      /P9/,
      /P9/,
    ],
    [
      'goal beyond limit',
      metric({ targets: [{ ...target, goal: '2 h' }] }),
      'metrics[0].targets[0].goal',
      /shorter/,
      /2 h/,
    ],
    [
      'never reached',
      metric({ targets: [target, { ...target, when: { severity: ['P1'] } }] }),
      'metrics[0].targets[1]',
      /never reached/,
      /\{/,
    ],
    [
      'own metric without rules',
      { metrics: [{ metric: 'field-visit', targets: [target] }] },
      'metrics[0]',
      /say what starts/,
      /\{/,
    ],
    ['waits for nothing', metric({ after: 'assessment' }), 'metrics[0].after', /assessment/, /assessment/],
    [
      'excludes all',
      metric({ exclusions: [{ when: {}, because: 'x' }] }),
      'metrics[0].exclusions[0].when',
      /every ticket/,
      /when/,
    ],
    [
      'twice',
      {
        metrics: [
          { metric: 'resolution', targets: [target] },
          { metric: 'resolution', targets: [target] },
        ],
      },
      'metrics[1].metric',
      /twice/,
      /resolution/,
    ],
    [
      'never opens',
      { calendars: { always: { timeZone: 'Etc/UTC', hours: {} } }, ...metric({}) },
      'calendars.always.hours',
      /never opens/,
      /hours/,
    ],
    [
      'unknown zone',
      { calendars: { always: { timeZone: 'Moon/Base', hours: 'always' } }, ...metric({}) },
      'calendars.always.timeZone',
      /Moon/,
      /Moon/,
    ],
    [
      'overlap',
      {
        calendars: {
          always: {
            timeZone: 'Etc/UTC',
            hours: {
              mon: [
                ['08:00', '12:00'],
                ['11:00', '13:00'],
              ],
            },
          },
        },
        ...metric({}),
      },
      'calendars.always.hours.mon[1]',
      /overlaps/,
      /\[/,
    ],
    ['misspelt key', metric({ pauzedIn: [] }), 'metrics[0]', /pauzedIn/, /\{/],
    ['unknown status', metric({ pausedIn: ['sleeping'] }), 'metrics[0].pausedIn[0]', /./, /sleeping/],
  ])('%s', (_name, parts, place, reason, line) => {
    const problem = problemWith(parts)
    expect(problem.place).toBe(place)
    expect(problem.reason).toMatch(reason)
    expect(problem.text).toMatch(line)
  })

  test('not JSON: the line where reading stopped', () => {
    expect(problemsOf('{\n  "format": "x",\n  oops\n}')).toMatchObject([{ line: 3 }])
    expect(problemsOf('{\n"a": 1')).toMatchObject([{ line: 2 }])
    expect(problemsOf('')).toMatchObject([{ line: 1 }])
    expect(problemsOf('[]').length).toBeGreaterThan(0)
  })

  test('public holidays that cannot be looked up are refused on compiling, with the place', () => {
    const { policy } = parsePolicy(
      testPolicyText({
        calendars: { always: { timeZone: 'Etc/UTC', hours: 'always', publicHolidays: { country: 'ES' } } },
        ...metric({}),
      }),
    )
    if (policy === undefined) throw new Error('refused too early')
    expect(() => compilePolicy(policy)).toThrow(
      expect.objectContaining({ name: 'PolicyFault', place: 'calendars.always.publicHolidays' }),
    )
  })
})

describe('lengths', () => {
  test.each([
    ['15 min', 900_000],
    ['2 h', 7_200_000],
    ['1 h 30 min', 5_400_000],
    ['90 s', 90_000],
    ['1 h 1 s', 3_601_000],
  ])('%s', (text, ms) => {
    expect(parseLength(text)).toEqual({ kind: 'time', ms, text })
  })

  test('working days stay days', () => {
    expect(parseLength('1 working day')).toEqual({ kind: 'working-days', days: 1, text: '1 working day' })
    expect(parseLength('7 working days')).toMatchObject({ days: 7 })
  })

  test.each([
    '',
    ' ',
    '2',
    'h',
    '2h',
    '1.5 h',
    '2 days',
    '0 min',
    '0 working days',
    '30 min 1 h',
    '999999999999 h',
  ])('refuses "%s"', (text) => {
    expect(typeof parseLength(text)).toBe('string')
  })
})

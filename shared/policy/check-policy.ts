import { calendarSlips } from '../time/calendar-slips.ts'
import { CalendarFault } from '../time/calendar-fault.ts'
import { compileCalendar } from '../time/compiled-calendar.ts'
import { checkCondition } from './check-condition.ts'
import { checkAtRisk } from './check-figures.ts'
import { checkLadder, knownMetric } from './check-ladder.ts'
import { checkMetric } from './check-metric.ts'
import { mayMeet } from './condition-cover.ts'
import { parseLength } from './duration.ts'
import type { Finding } from './finding.ts'
import type { Policy } from './policy.ts'

/** What the shape of a policy file cannot say: names that stand for nothing, promises that contradict. */
export function checkPolicy(policy: Policy): Finding[] {
  return [
    ...checkWorkingDays(policy),
    ...checkAtRisk(policy),
    ...repeated(
      policy.severities.map(({ code }) => code),
      'severities',
      'code',
    ),
    ...repeated(
      policy.metrics.map(({ metric }) => metric),
      'metrics',
      'metric',
    ),
    ...Object.entries(policy.calendars).flatMap(([name, calendar]) => checkCalendar(name, calendar)),
    ...policy.metrics.flatMap((metric, index) => checkMetric(policy, metric, `metrics[${index}]`)),
    ...repeated(
      policy.attainment.map(({ name }) => name),
      'attainment',
      'name',
    ),
    ...policy.escalation.flatMap((ladder, index) => checkLadder(policy, ladder, `escalation[${index}]`)),
    ...policy.attainment.flatMap((goal, index) => checkGoal(policy, goal, `attainment[${index}]`)),
  ]
}

function repeated(values: readonly string[], place: string, key: string): Finding[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [{ place: `${place}[${index}].${key}`, reason: `"${value}" stands here twice` }],
  )
}

function checkCalendar(name: string, calendar: Policy['calendars'][string]): Finding[] {
  try {
    // Public holidays are checked where they can be looked up, when the policy is compiled.
    const { publicHolidays: _, ...own } = calendar
    compileCalendar(own, 0, 0)
    return calendarSlips(calendar).map(({ place, reason }) => ({
      place: `calendars.${name}.${place}`,
      reason,
    }))
  } catch (error) {
    if (!(error instanceof CalendarFault)) throw error
    return [{ place: `calendars.${name}.${error.place}`, reason: error.message }]
  }
}

/** N working days of so many hours each: a day has no more than 24. */
function checkWorkingDays({ workingDays }: Policy): Finding[] {
  if (typeof workingDays === 'string') return []
  const length = parseLength(workingDays.hours)
  if (typeof length !== 'string' && length.kind === 'time' && length.ms <= 24 * 3_600_000) return []
  return [
    { place: 'workingDays.hours', reason: 'the hours of one working day are a time of up to 24 h, like 8 h' },
  ]
}

function checkGoal(policy: Policy, goal: Policy['attainment'][number], place: string): Finding[] {
  const findings = [
    ...knownMetric(policy, goal.metric, `${place}.metric`),
    ...checkCondition(policy, goal.when, `${place}.when`),
  ]
  const share = Number.parseFloat(goal.share)
  if (!(share > 0 && share <= 100)) {
    findings.push({ place: `${place}.share`, reason: 'a share is more than 0 % and at most 100 %' })
  }
  const metric = policy.metrics.find((own) => own.metric === goal.metric)
  if (metric !== undefined && !metric.targets.some(({ when }) => mayMeet(when, goal.when))) {
    const reason = `never measured: no target of "${goal.metric}" is about such tickets`
    findings.push({ place: `${place}.when`, reason })
  }
  return findings
}

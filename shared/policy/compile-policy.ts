import { CalendarFault } from '../time/calendar-fault.ts'
import { compileCalendar, type CompiledCalendar, type PublicHolidays } from '../time/compiled-calendar.ts'
import type {
  AtRisk,
  CompiledAttainmentGoal,
  CompiledCondition,
  CompiledHold,
  CompiledLadder,
  CompiledMetric,
  CompiledPolicy,
  CompiledTarget,
  Limit,
  StepDue,
} from './compiled-policy.ts'
import { daysAsTime, parseLength, type Length } from './duration.ts'
import { knownLifecycle } from './lifecycles.ts'
import type {
  Condition,
  Policy,
  PolicyLadder,
  PolicyLadderStep,
  PolicyMetric,
  PolicyTarget,
} from './policy.ts'
import { PolicyFault } from './policy-fault.ts'

/** First span of a calendar; it grows where a ticket is older or a due instant further. */
const FIRST_SPAN = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2029, 0, 1) }

/** For lengths to which a contract gives no hours. */
const AROUND_THE_CLOCK = compileCalendar(
  { timeZone: 'Etc/UTC', hours: 'always', holidays: [], exceptions: {}, breaks: {}, weekend: [] },
  FIRST_SPAN.from,
  FIRST_SPAN.to,
)

type Calendars = ReadonlyMap<string, CompiledCalendar>

/**
 * Compiles a parsed policy. Throws a PolicyFault with the place for what only shows here: a calendar that
 * cannot be compiled, a name that stands for nothing.
 */
export function compilePolicy(policy: Policy, publicHolidays: PublicHolidays | null = null): CompiledPolicy {
  const calendars = new Map(
    Object.entries(policy.calendars).map(([name, calendar]) => {
      try {
        return [name, compileCalendar(calendar, FIRST_SPAN.from, FIRST_SPAN.to, publicHolidays)]
      } catch (error) {
        if (error instanceof CalendarFault) {
          throw new PolicyFault(`calendars.${name}.${error.place}`, error.message)
        }
        throw error
      }
    }),
  )
  return {
    policy,
    calendars,
    metrics: policy.metrics.map((metric, index) => metricOf(policy, metric, calendars, `metrics[${index}]`)),
    attainmentGoals: policy.attainment.map((goal, index) =>
      attainmentGoalOf(policy, goal, calendars, `attainment[${index}]`),
    ),
    ladders: laddersOf(policy, calendars),
    severityRanks: new Map(policy.severities.map(({ code }, rank) => [code, rank])),
    workingDayMeaning: typeof policy.workingDays === 'string' ? policy.workingDays : null,
  }
}

function metricOf(policy: Policy, metric: PolicyMetric, calendars: Calendars, place: string): CompiledMetric {
  const known = knownLifecycle(metric.metric)
  const start = metric.start ?? known?.start
  const stop = metric.stop ?? known?.stop
  if (start === undefined || stop === undefined) {
    throw new PolicyFault(place, `"${metric.metric}" is a metric of your own: say what starts and stops it`)
  }
  function targetsOf(targets: readonly PolicyTarget[], from: string): CompiledTarget[] {
    return targets.map((target, index) => targetOf(policy, target, calendars, `${from}[${index}]`))
  }
  function holdsOf(part: 'pausedWhen' | 'exclusions'): CompiledHold[] {
    return metric[part].map(({ when, because }, index) => ({
      when: conditionOf(when, calendars, `${place}.${part}[${index}].when`),
      because,
    }))
  }
  return {
    metric: metric.metric,
    start,
    stop,
    repeats: metric.repeats ?? known?.repeats ?? false,
    after: metric.after ?? known?.after ?? null,
    answeredAtLimit: metric.answeredAtLimit ?? policy.answeredAtLimit,
    pausedIn: new Set(metric.pausedIn),
    pausedWhen: holdsOf('pausedWhen'),
    exclusions: holdsOf('exclusions'),
    targets: targetsOf(metric.targets, `${place}.targets`),
    rearm:
      metric.rearm === undefined
        ? null
        : {
            on: metric.rearm.on,
            keeps: metric.rearm.keeps,
            targets: targetsOf(metric.rearm.targets, `${place}.rearm.targets`),
          },
  }
}

function attainmentGoalOf(
  policy: Policy,
  goal: Policy['attainment'][number],
  calendars: Calendars,
  place: string,
): CompiledAttainmentGoal {
  return {
    name: goal.name,
    metric: goal.metric,
    share: Number.parseFloat(goal.share) / 100,
    within: lengthOf(policy, goal.within, `${place}.within`),
    when: conditionOf(goal.when, calendars, `${place}.when`),
  }
}

function targetOf(policy: Policy, target: PolicyTarget, calendars: Calendars, place: string): CompiledTarget {
  return {
    when: conditionOf(target.when, calendars, `${place}.when`),
    promise: target.promise,
    limit: limitOf(policy, target.limit, `${place}.limit`),
    goal: target.goal === undefined ? null : lengthOf(policy, target.goal, `${place}.goal`),
    calendarName: target.calendar,
    calendar: calendarNamed(calendars, target.calendar, `${place}.calendar`),
    atRisk: atRiskOf(policy, target.atRisk ?? policy.atRisk, place),
  }
}

/** Those of one name are one ladder with variants. */
function laddersOf(policy: Policy, calendars: Calendars): CompiledLadder[] {
  const placed = policy.escalation.map((ladder, index) => ({ ladder, place: `escalation[${index}]` }))
  return [...Map.groupBy(placed, ({ ladder }) => ladder.name)].map(([name, variants]) => ({
    name,
    metric: variants[0]?.ladder.metric ?? null,
    variants: variants.map(({ ladder, place }) => ({
      when: conditionOf(ladder.when, calendars, `${place}.when`),
      steps: stepsOf(policy, ladder, calendars, place),
    })),
  }))
}

function stepsOf(
  policy: Policy,
  { steps }: PolicyLadder,
  calendars: Calendars,
  place: string,
): CompiledLadder['variants'][number]['steps'] {
  return steps.map(({ role, rule, due, desk }, index) => ({
    role,
    rule,
    due: stepDueOf(policy, due, calendars, `${place}.steps[${index}].due`),
    ofDeskInItsDay: desk === 'in-its-day',
  }))
}

function stepDueOf(
  policy: Policy,
  due: PolicyLadderStep['due'],
  calendars: Calendars,
  place: string,
): StepDue {
  if (typeof due === 'string') return { kind: due }
  return {
    kind: 'after',
    from: due.after,
    length: lengthOf(policy, due.time, `${place}.time`),
    calendar:
      due.calendar === undefined
        ? AROUND_THE_CLOCK
        : calendarNamed(calendars, due.calendar, `${place}.calendar`),
  }
}

function limitOf(policy: Policy, limit: PolicyTarget['limit'], place: string): Limit {
  if (limit === 'none') return null
  if (typeof limit === 'object') return { kind: 'field', name: limit.field }
  return lengthOf(policy, limit, place)
}

function lengthOf(policy: Policy, text: string, place: string): Length {
  const length = parseLength(text)
  if (typeof length === 'string') throw new PolicyFault(place, length)
  return daysAsTime(length, policy.workingDays)
}

function atRiskOf(policy: Policy, text: string, place: string): AtRisk {
  const share = /^(\d+) ?%$/.exec(text)
  if (share !== null) return { share: Number(share[1]) / 100 }
  const length = lengthOf(policy, text, `${place}.atRisk`)
  if (length.kind === 'time') return { leftMs: length.ms }
  throw new PolicyFault(`${place}.atRisk`, 'a warning is a share like 75 % or a time like 15 min')
}

function conditionOf(condition: Condition, calendars: Calendars, place: string): CompiledCondition {
  const { calendar } = condition
  return {
    severities: setOf(condition.severity),
    channels: setOf(condition.channel),
    domains: setOf(condition.domain),
    customers: lowerSetOf(condition.customer),
    queues: lowerSetOf(condition.queue),
    subjectContains: condition.subjectContains?.toLowerCase() ?? null,
    fields: Object.entries(condition.fields ?? {}).map(([name, values]) => ({
      name,
      values: new Set(values.map((value) => value.toLowerCase())),
    })),
    fieldsAbove: Object.entries(condition.fieldAbove ?? {}).map(([name, above]) => ({ name, above })),
    calendar:
      calendar === undefined
        ? null
        : { calendar: calendarNamed(calendars, calendar.name, `${place}.calendar.name`), is: calendar.is },
  }
}

function setOf(values: readonly string[] | undefined): ReadonlySet<string> | null {
  return values === undefined ? null : new Set(values)
}

function lowerSetOf(values: readonly string[] | undefined): ReadonlySet<string> | null {
  return setOf(values?.map((value) => value.toLowerCase()))
}

function calendarNamed(calendars: Calendars, name: string, place: string): CompiledCalendar {
  const calendar = calendars.get(name)
  if (calendar === undefined) throw new PolicyFault(place, `there is no calendar "${name}" in this file`)
  return calendar
}

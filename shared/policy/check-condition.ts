import type { Finding } from './finding.ts'
import type { Condition, Policy } from './policy.ts'

/** What makes a condition one that no ticket can meet: names that stand for nothing, parts that exclude each other. */
export function checkCondition(policy: Policy, condition: Condition, place: string): Finding[] {
  const codes = new Set(policy.severities.map(({ code }) => code))
  return [
    ...(condition.severity ?? []).flatMap((code, index) =>
      codes.has(code)
        ? []
        : [{ place: `${place}.severity[${index}]`, reason: `there is no severity "${code}" in this file` }],
    ),
    ...checkCalendarState(policy, condition, place),
    ...checkNumbers(condition, place),
  ]
}

export function noCalendar(place: string, name: string): Finding {
  return { place, reason: `there is no calendar "${name}" in this file` }
}

function checkCalendarState(policy: Policy, { calendar }: Condition, place: string): Finding[] {
  if (calendar === undefined) return []
  if (!Object.hasOwn(policy.calendars, calendar.name)) {
    return [noCalendar(`${place}.calendar.name`, calendar.name)]
  }
  const own = policy.calendars[calendar.name]
  if (own === undefined) return []
  const neverHolds = (state: string): boolean => {
    if (state === 'weekend') return own.weekend.length === 0
    if (state === 'holiday') return own.holidays.length === 0 && own.publicHolidays === undefined
    return false
  }
  return calendar.is.flatMap((state, index) =>
    neverHolds(state)
      ? [
          {
            place: `${place}.calendar.is[${index}]`,
            reason: `the calendar "${calendar.name}" has no ${state}, so this never holds`,
          },
        ]
      : [],
  )
}

/** One field asked both for a value and for a number above that value. */
function checkNumbers({ fields, fieldAbove }: Condition, place: string): Finding[] {
  return Object.entries(fieldAbove ?? {}).flatMap(([name, above]) => {
    const values = fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined
    if (values === undefined || values.some((value) => Number(value) > above)) return []
    const reason = `contradicts fields: no value that "${name}" has there is above ${above}`
    return [{ place: `${place}.fieldAbove.${name}`, reason }]
  })
}

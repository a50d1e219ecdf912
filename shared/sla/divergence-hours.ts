import { addBusinessDays, type WorkingDayMeaning } from '../time/business-days.ts'
import { nextOpening } from '../time/business-time.ts'
import { aroundTheClock, withoutDatedHours, withoutHolidays } from './divergence-calendars.ts'
import { reading, type Reading } from './divergence-reading.ts'
import { dueOf, withCalendars, type Subject } from './divergence-subject.ts'
import { reachedAt } from './measure.ts'

// Sources that count other hours, other figures or other days.

export function goalForLimit({ policy, cycle, promise }: Subject): Reading[] {
  const { goal, calendar } = promise.target
  return goal === null ? [] : reading(reachedAt(policy, calendar, cycle, goal), 'goal')
}

export function countsAroundTheClock(subject: Subject): Reading[] {
  return reading(dueOf(withCalendars(subject, aroundTheClock)), 'aroundTheClock')
}

export function ignoresHolidays(subject: Subject): Reading[] {
  return reading(dueOf(withCalendars(subject, withoutHolidays)), 'noHolidays')
}

export function ignoresDatedHours(subject: Subject): Reading[] {
  return reading(dueOf(withCalendars(subject, withoutDatedHours)), 'noDatedHours')
}

/** "2 working days" by every other meaning there is. */
export function otherWorkingDays(subject: Subject): Reading[] {
  const { policy, promise } = subject
  const days = Number(/^(\d+) working days?$/.exec(promise.limit.text)?.[1] ?? 0)
  if (days === 0) return []
  const text = promise.limit.text
  const meanings: readonly WorkingDayMeaning[] = ['same-wall-time', 'end-of-working-day']
  const byDay = meanings.flatMap((workingDayMeaning) => {
    const limit = { kind: 'working-days' as const, days, text }
    const due = dueOf({
      ...subject,
      policy: { ...policy, workingDayMeaning },
      promise: { ...promise, limit },
    })
    return reading(due, `workingDays.${workingDayMeaning}`)
  })
  const byHours = [8, 24].flatMap((hours) => {
    const limit = { kind: 'time' as const, ms: days * hours * 3_600_000, text }
    return reading(dueOf({ ...subject, promise: { ...promise, limit } }), 'workingDays.hours', {
      hours: `${hours} h`,
    })
  })
  return [...byDay, ...byHours]
}

export function endOfWorkingDay(subject: Subject): Reading[] {
  const { calendar } = subject.promise.target
  if (calendar.alwaysOpen) return []
  return ofDue(subject, 'endOfWorkingDay', (due) => addBusinessDays(calendar, due, 0, 'end-of-working-day'))
}

/** Due exactly at closing, they say the next morning. */
export function nextOpeningForClosing(subject: Subject): Reading[] {
  const { calendar } = subject.promise.target
  return ofDue(subject, 'nextOpening', (due) => nextOpening(calendar, due))
}

function ofDue(subject: Subject, rule: string, change: (due: number) => number): Reading[] {
  const due = dueOf(subject)
  return due === null ? [] : reading(change(due), rule)
}

import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { CalendarFault } from './calendar-fault.ts'
import { readIcalEvents, type WholeDays } from './ical-events.ts'
import { DAY_MS, dateOf, epochDayOf, type EpochDay } from './local-date.ts'

export interface IcalHolidays {
  /** By date; names of several on one date are put together. */
  readonly days: { date: string; name: string }[]
  /** Events that close nothing: the line they begin on, and why. */
  readonly refusals: { place: string; reason: string }[]
}

/** How far a rule is looked at; a daily one over a century would take a second. */
const MOST_STEPS = 5_000

/**
 * The whole days of an iCalendar text that lie in the years, both included. Throws a CalendarFault for a text that is
 * none. `turn` is awaited after every event, so that whoever has other work can do it.
 */
export async function icalHolidays(
  text: string,
  fromYear: number,
  toYear: number,
  turn: () => Promise<void> = () => Promise.resolve(),
): Promise<IcalHolidays> {
  if (toYear < fromYear) throw new CalendarFault('toYear', 'the last year is before the first')
  const span = { from: epochDayOf(`${fromYear}-01-01`), to: epochDayOf(`${toYear}-12-31`) }
  const events = readIcalEvents(text)
  const replaced = new Map<string, Set<EpochDay>>()
  for (const { uid, replaces } of events) {
    if (uid !== null && replaces !== null) replaced.set(uid, (replaced.get(uid) ?? new Set()).add(replaces))
  }
  const names = new Map<EpochDay, Set<string>>()
  const refusals: IcalHolidays['refusals'] = []
  for (const { line, uid, replaces, wholeDays, problem } of events) {
    await turn()
    const isRepeated = uid !== null && replaces === null
    const elsewhere = isRepeated ? (replaced.get(uid) ?? new Set<EpochDay>()) : new Set<EpochDay>()
    const days = wholeDays === null ? (problem ?? 'it closes nothing') : daysOf(wholeDays, elsewhere, span)
    if (typeof days === 'string') refusals.push({ place: `line ${line}`, reason: days })
    else for (const day of days) names.set(day, (names.get(day) ?? new Set()).add(wholeDays?.name ?? ''))
  }
  const days = [...names]
    .sort(([a], [b]) => a - b)
    .map(([day, all]) => ({ date: dateOf(day), name: [...all].filter((name) => name !== '').join(', ') }))
  return { days, refusals }
}

interface DaySpan {
  readonly from: EpochDay
  /** The last day, included. */
  readonly to: EpochDay
}

/** The dates of an event in the span; a string says why its rule cannot be followed. */
function daysOf(event: WholeDays, elsewhere: ReadonlySet<EpochDay>, span: DaySpan): EpochDay[] | string {
  const repeated = repeatedDays(event, { from: span.from - event.days, to: span.to })
  if (typeof repeated === 'string') return repeated
  const except = new Set([...event.exceptDays, ...elsewhere])
  const starts = [event.firstDay, ...event.extraDays, ...repeated].filter((day) => !except.has(day))
  return starts.flatMap((start) => {
    const from = Math.max(start, span.from)
    const count = Math.min(start + event.days - 1, span.to) - from + 1
    return Array.from({ length: Math.max(0, count) }, (_, index) => from + index)
  })
}

function repeatedDays({ rules, firstDay }: WholeDays, span: DaySpan): EpochDay[] | string {
  try {
    return rules.flatMap((rruleString) =>
      new RRuleTemporal({
        rruleString,
        dtstart: midnightOf(firstDay),
        temporal: Temporal,
        maxIterations: MOST_STEPS,
        maxCandidateEvaluations: MOST_STEPS,
        cache: false,
      })
        .between(midnightOf(span.from), midnightOf(span.to), true)
        .map((occurrence) => Math.floor(occurrence.epochMilliseconds / DAY_MS)),
    )
  } catch (error) {
    return `its RRULE cannot be followed: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Dates have no zone; the rule's arithmetic is done in the one where every day has 24 hours. */
function midnightOf(day: EpochDay): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(day * DAY_MS).toZonedDateTimeISO('UTC')
}

import ICAL from 'ical.js'
import * as z from 'zod'
import { CalendarFault } from './calendar-fault.ts'
import { dateOf, epochDayOf, type EpochDay } from './local-date.ts'

/** An event of whole days. Dates are local and without a zone: the calendar that takes them has its own. */
export interface WholeDays {
  readonly name: string
  readonly firstDay: EpochDay
  /** One for a single date. */
  readonly days: number
  /** As iCalendar writes them, `RRULE:FREQ=YEARLY`. */
  readonly rules: readonly string[]
  readonly extraDays: readonly EpochDay[]
  readonly exceptDays: readonly EpochDay[]
}

/** An event as it stands in the file; `wholeDays` is null where `problem` says why it closes nothing. */
export interface IcalEvent {
  readonly line: number
  readonly uid: string | null
  /** The date of a repeating event of the same UID whose place this one takes. */
  readonly replaces: EpochDay | null
  readonly wholeDays: WholeDays | null
  readonly problem: string | null
}

/** A calendar of holidays has tens; a mailbox has more than anybody would read refusals of. */
const MOST_EVENTS = 2_000

const property = z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()]).rest(z.unknown())
type Property = z.infer<typeof property>

/** The parts of a repeating rule that are followed; another, e.g. BYEASTER, would silently be left out. */
const rule = z.strictObject({
  freq: z.enum(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']),
  ...Object.fromEntries(
    [
      'interval',
      'count',
      'until',
      'wkst',
      'byday',
      'bymonth',
      'bymonthday',
      'byyearday',
      'byweekno',
      'bysetpos',
    ].map((part) => [part, z.unknown().optional()]),
  ),
})

/** Reads the events one by one, so that a broken one is refused alone. Throws a CalendarFault for what is no calendar. */
export function readIcalEvents(text: string): IcalEvent[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const first = lines.find((line) => line.trim() !== '')
  if (first?.trimEnd().toUpperCase() !== 'BEGIN:VCALENDAR') {
    throw new CalendarFault('text', 'this is not an iCalendar file: it does not begin with BEGIN:VCALENDAR')
  }
  const events: IcalEvent[] = []
  let begin: number | null = null
  let isEnded = false
  for (const [index, raw] of lines.entries()) {
    const line = raw.trimEnd().toUpperCase()
    if (line === 'END:VCALENDAR') isEnded = true
    if (line === 'BEGIN:VEVENT') {
      if (begin !== null) events.push(unreadable(begin, 'it has no END:VEVENT'))
      begin = index
    } else if (line === 'END:VEVENT' && begin !== null) {
      events.push(readEvent(begin, lines.slice(begin, index + 1).join('\r\n')))
      begin = null
    }
    if (events.length > MOST_EVENTS)
      throw new CalendarFault('text', `this file has more than ${MOST_EVENTS} events`)
  }
  if (begin !== null) events.push(unreadable(begin, 'it has no END:VEVENT'))
  if (!isEnded)
    events.push(unreadable(lines.length - 1, 'the file ends without END:VCALENDAR; it may be cut off'))
  return events
}

function unreadable(index: number, problem: string): IcalEvent {
  return { line: index + 1, uid: null, replaces: null, wholeDays: null, problem }
}

function readEvent(index: number, text: string): IcalEvent {
  let properties: Property[]
  try {
    properties = ICAL.Component.fromString(text)
      .getAllProperties()
      .map((one) => property.parse(one.toJSON()))
  } catch (error) {
    return unreadable(index, `it cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  const replaces = named(properties, 'recurrence-id').map(datePartOf)[0] ?? null
  const event = { line: index + 1, uid: textOf(properties, 'uid'), replaces }
  const found = wholeDaysOf(properties)
  if (typeof found === 'string') return { ...event, wholeDays: null, problem: found }
  return { ...event, wholeDays: found, problem: null }
}

/** A string says why the event closes nothing. */
function wholeDaysOf(properties: readonly Property[]): WholeDays | string {
  if (textOf(properties, 'status')?.toUpperCase() === 'CANCELLED') return 'it is cancelled'
  if (named(properties, 'exrule').length > 0) return 'it has an EXRULE, which iCalendar has given up'
  const [start] = named(properties, 'dtstart')
  if (start === undefined) return 'it has no DTSTART'
  if (hasTimeOfDay(start)) return 'it has a time of day; only whole days close'
  const firstDay = dateIn(start[3])
  if (firstDay === null) return 'its DTSTART is not a date'
  const days = lengthOf(properties, firstDay)
  if (typeof days === 'string') return days
  const [recurrence] = named(properties, 'recurrence-id')
  if (recurrence?.[1]['range'] !== undefined) return 'it changes all later dates too, which is not supported'
  const rules = named(properties, 'rrule')
  const unknown = rules.find(([, , , value]) => !rule.safeParse(value).success)
  if (unknown !== undefined) return 'its RRULE repeats within a day or has a part that is not supported'
  const extra = named(properties, 'rdate')
  if (extra.some(hasTimeOfDay)) return 'its RDATE has a time of day; only whole days close'
  const extraDays = extra.flatMap(([, , , ...values]) => values.map(dateIn))
  const exceptDays = named(properties, 'exdate').flatMap(([, , , ...values]) => values.map(datePart))
  if (![...extraDays, ...exceptDays].every(isDay)) return 'its RDATE or EXDATE is not a date'
  return {
    name: (textOf(properties, 'summary') ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 200),
    firstDay,
    days,
    rules: rules.map((one) => new ICAL.Property([...one]).toICALString()),
    extraDays: extraDays.filter(isDay),
    exceptDays: exceptDays.filter(isDay),
  }
}

/** Days until DTEND, which is exclusive, or of DURATION; a string says what is wrong. */
function lengthOf(properties: readonly Property[], firstDay: EpochDay): number | string {
  const [end] = named(properties, 'dtend')
  if (end !== undefined) {
    const endDay = hasTimeOfDay(end) ? null : dateIn(end[3])
    if (endDay === null) return 'its DTEND is not a date'
    if (endDay < firstDay) return 'it ends before it begins'
    // An end on the first day is not allowed, but written: it means that day.
    return Math.max(1, endDay - firstDay)
  }
  const duration = textOf(properties, 'duration')
  if (duration === null) return 1
  const parts = /^P(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/.exec(duration)
  const days = parts === null ? 0 : Number(parts[1] ?? 0) * 7 + Number(parts[2] ?? 0)
  return days > 0 ? days : 'its DURATION is not a number of whole days'
}

function named(properties: readonly Property[], name: string): Property[] {
  return properties.filter((one) => one[0] === name)
}

function textOf(properties: readonly Property[], name: string): string | null {
  const value = named(properties, name)[0]?.[3]
  return typeof value === 'string' ? value : null
}

/** What says DATE-TIME but holds eight digits is a date that forgot to say VALUE=DATE: the library ends it in `T::`. */
function hasTimeOfDay([, , type, ...values]: Property): boolean {
  return type !== 'date' && !values.every((value) => typeof value === 'string' && value.endsWith('T::'))
}

function datePartOf(one: Property): EpochDay | null {
  return datePart(one[3])
}

/** Programs write exceptions to whole days with a midnight. */
function datePart(value: unknown): EpochDay | null {
  return typeof value === 'string' ? dateIn(value.slice(0, 10)) : null
}

/** `2026-02-31` has the form of a date and is none. */
function dateIn(value: unknown): EpochDay | null {
  if (typeof value !== 'string') return null
  const text = value.endsWith('T::') ? value.slice(0, -3) : value
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const day = epochDayOf(text)
  return Number.isNaN(day) || dateOf(day) !== text ? null : day
}

function isDay(day: EpochDay | null): day is EpochDay {
  return day !== null
}

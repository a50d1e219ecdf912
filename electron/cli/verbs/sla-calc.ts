import * as z from 'zod'
import { calendar, type Calendar } from '../../../shared/time/calendar.ts'
import { CalendarFault } from '../../../shared/time/calendar-fault.ts'
import {
  compileCalendar,
  type CompiledCalendar,
  type PublicHolidays,
} from '../../../shared/time/compiled-calendar.ts'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'
import {
  addBusinessDaysPaused,
  addPaused,
  subtractPaused,
  withinPaused,
} from '../../../shared/time/pauses.ts'
import { resolveLocal } from '../../../shared/time/zone.ts'

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))
const pause = z
  .tuple([instant, instant])
  .refine(([from, to]) => from <= to, 'a pause ends after it begins')
  .transform(([from, to]) => ({ from, to }))
const pauses = z.array(pause).default([])
const seconds = z.number().nonnegative()

const question = z.discriminatedUnion('op', [
  z.object({ op: z.literal('add'), calendar, from: instant, durationSeconds: seconds, pauses }),
  z.object({ op: z.literal('sub'), calendar, from: instant, durationSeconds: seconds, pauses }),
  z.object({ op: z.literal('within'), calendar, from: instant, to: instant, pauses }),
  z.object({
    op: z.literal('addBusinessDays'),
    calendar,
    from: instant,
    days: z.int(),
    endOfWorkingDay: z.boolean().default(false),
    pauses,
  }),
  z.object({ op: z.literal('resolveLocal'), timeZone: z.string(), local: z.string() }),
])
type Question = z.infer<typeof question>

/** The id of the line it answers, and an instant like 2026-01-05T10:00:00Z, a number of seconds, or why neither. */
type Answer =
  | { readonly id: string | number | null; readonly result: string | number }
  | { readonly id: string | number | null; readonly error: string }

/** Answers one parsed line. Calendars seen before are not compiled again. */
function createCalculator(
  publicHolidays: PublicHolidays = createPublicHolidays(),
): (line: unknown) => Answer {
  const compiled = new Map<string, CompiledCalendar>()

  function compile(own: Calendar, from: number): CompiledCalendar {
    const key = JSON.stringify(own)
    const known = compiled.get(key)
    if (known !== undefined) return known
    const fresh = compileCalendar(own, from, from + 86_400_000, publicHolidays)
    compiled.set(key, fresh)
    return fresh
  }

  return (line) => {
    const id = idOf(line)
    const parsed = question.safeParse(line)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return { id, error: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a question'}` }
    }
    try {
      return { id, result: resultOf(parsed.data, compile) }
    } catch (error) {
      if (!(error instanceof CalendarFault)) throw error
      return { id, error: `${error.place}: ${error.message}` }
    }
  }
}

/** Reads JSON lines and writes one answer for each; a line that cannot be answered says so. Returns the exit code. */
export async function runSlaCalc(
  lines: AsyncIterable<string>,
  write: (line: string) => void,
): Promise<number> {
  const calculate = createCalculator()
  for await (const line of lines) {
    if (line.trim() !== '') write(JSON.stringify(answerOf(line, calculate)))
  }
  return 0
}

function answerOf(line: string, calculate: (line: unknown) => Answer): Answer {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    return { id: null, error: 'this line is not JSON' }
  }
  return calculate(parsed)
}

function resultOf(
  asked: Question,
  compile: (own: Calendar, from: number) => CompiledCalendar,
): string | number {
  if (asked.op === 'resolveLocal') return written(resolveLocal(asked.timeZone, asked.local))
  const own = compile(asked.calendar, asked.from)
  if (asked.op === 'within') return withinPaused(own, asked.from, asked.to, asked.pauses) / 1_000
  if (asked.op === 'addBusinessDays') {
    const meaning = asked.endOfWorkingDay ? 'end-of-working-day' : 'same-wall-time'
    return written(addBusinessDaysPaused(own, asked.from, asked.days, meaning, asked.pauses))
  }
  const duration = Math.round(asked.durationSeconds * 1_000)
  if (asked.op === 'sub') return written(subtractPaused(own, asked.from, duration, asked.pauses))
  return written(addPaused(own, asked.from, duration, asked.pauses))
}

function idOf(line: unknown): string | number | null {
  if (typeof line !== 'object' || line === null || !('id' in line)) return null
  return typeof line.id === 'string' || typeof line.id === 'number' ? line.id : null
}

/** Whole seconds are written without a fraction. */
function written(moment: number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z')
}

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { addBusinessDays } from '../../../shared/time/business-days.ts'
import { subtract } from '../../../shared/time/business-time.ts'
import { calendar } from '../../../shared/time/calendar.ts'
import { compileCalendar } from '../../../shared/time/compiled-calendar.ts'
import { addPaused, withinPaused } from '../../../shared/time/pauses.ts'
import { resolveLocal } from '../../../shared/time/zone.ts'

const factCase = z.object({
  id: z.string(),
  calendar: z.string(),
  ask: z.enum(['add', 'sub', 'within', 'addBusinessDays']),
  from: z.string(),
  to: z.string().default(''),
  seconds: z.number().default(0),
  days: z.number().default(0),
  endOfWorkingDay: z.boolean().default(false),
  pauses: z.array(z.tuple([z.string(), z.string()])).default([]),
  answer: z.union([z.string(), z.number()]),
})

const facts = z
  .object({
    calendars: z.record(z.string(), calendar),
    cases: z.array(factCase),
    wallTimes: z.array(
      z.object({ id: z.string(), timeZone: z.string(), wall: z.string(), instant: z.string() }),
    ),
  })
  .parse(
    JSON.parse(readFileSync(resolve(import.meta.dirname, '../../fixtures/sla/business-time.json'), 'utf8')),
  )

function answer(fact: z.infer<typeof factCase>): string | number {
  const own = facts.calendars[fact.calendar]
  if (own === undefined) throw new Error(`no calendar ${fact.calendar}`)
  const from = Date.parse(fact.from)
  // One day only: whatever lies beyond must be compiled when it is asked for.
  const compiled = compileCalendar(own, from, from + 86_400_000)
  const pauses = fact.pauses.map(([start, end]) => ({ from: Date.parse(start), to: Date.parse(end) }))
  switch (fact.ask) {
    case 'add':
      return written(addPaused(compiled, from, fact.seconds * 1_000, pauses))
    case 'sub':
      return written(subtract(compiled, from, fact.seconds * 1_000))
    case 'within':
      return withinPaused(compiled, from, Date.parse(fact.to), pauses) / 1_000
    case 'addBusinessDays': {
      const meaning = fact.endOfWorkingDay ? 'end-of-working-day' : 'same-wall-time'
      return written(addBusinessDays(compiled, from, fact.days, meaning))
    }
  }
  return ''
}

function written(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}

describe('what other programs assert of business time', () => {
  test.each(facts.cases)('$id $ask from $from', (fact) => {
    expect(answer(fact)).toBe(fact.answer)
  })

  test.each(facts.wallTimes)('$id $wall in $timeZone', ({ timeZone, wall, instant }) => {
    expect(written(resolveLocal(timeZone, wall))).toBe(instant)
  })

  test('the fixture is whole', () => {
    expect(facts.cases.length).toBe(127)
    expect(facts.wallTimes.length).toBe(4)
  })
})

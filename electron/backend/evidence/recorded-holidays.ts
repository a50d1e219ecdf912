import * as z from 'zod'
import type { PublicHolidays } from '../../../shared/time/compiled-calendar.ts'

/** The public holidays of one place and year, as they were known when a clock was derived. */
export const holidayYear = z.strictObject({
  country: z.string(),
  region: z.string().nullable(),
  year: z.int(),
  days: z.array(z.strictObject({ date: z.iso.date(), name: z.string() })),
})
export type HolidayYear = z.infer<typeof holidayYear>

/** Looks up in `source` and keeps every answer it gave: what was asked is what the clocks hang on. */
export function recordHolidays(source: PublicHolidays): {
  publicHolidays: PublicHolidays
  recorded: () => HolidayYear[]
} {
  const asked = new Map<string, HolidayYear>()
  function publicHolidays(rule: Parameters<PublicHolidays>[0], year: number): ReturnType<PublicHolidays> {
    const days = source(rule, year)
    const region = rule.region ?? null
    const copy = days.map(({ date, name }) => ({ date, name }))
    asked.set(`${rule.country} ${region} ${year}`, { country: rule.country, region, year, days: copy })
    return days
  }
  return { publicHolidays, recorded: () => [...asked.values()] }
}

/** Looks up in what was recorded; a year nobody asked for had no part in it. */
export function replayHolidays(recorded: readonly HolidayYear[]): PublicHolidays {
  return (rule, year) => {
    const region = rule.region ?? null
    const known = recorded.find(
      (one) => one.country === rule.country && one.region === region && one.year === year,
    )
    return known?.days ?? []
  }
}

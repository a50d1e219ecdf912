import * as z from 'zod'
import { WEEKDAYS } from './weekdays.ts'

/** A date without a zone, e.g. 2026-01-06: read in the calendar's own zone. */
const localDate = z.iso.date()

/**
 * Opening and closing wall time, e.g. `["08:30","18:00"]`. `24:00` is the end of the day; a window that
 * ends before it starts passes midnight and means the same as its two halves.
 */
const wallWindow = z.tuple([z.string(), z.string()])
export type WallWindow = z.infer<typeof wallWindow>

/** Public holidays by country and region, as the holiday library names them, e.g. ES and MD. */
const publicHolidayRule = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, 'a country is two capital letters, like ES'),
  region: z.string().min(1).max(10).optional(),
})
export type PublicHolidayRule = z.infer<typeof publicHolidayRule>

/** When a desk works. All wall times and dates are read in `timeZone`, an IANA name, never an offset. */
export const calendar = z.strictObject({
  timeZone: z.string(),
  hours: z.union([z.literal('always'), z.partialRecord(z.enum(WEEKDAYS), z.array(wallWindow))]),
  /** Local dates that are closed from midnight to midnight. */
  holidays: z.array(localDate).default([]),
  publicHolidays: publicHolidayRule.optional(),
  /** Hours of single dates instead of the week's; they outrank holidays. An empty list closes the date. */
  exceptions: z.record(localDate, z.array(wallWindow)).default({}),
  /** Closed stretches within single dates. */
  breaks: z.record(localDate, z.array(wallWindow)).default({}),
  /** Days a contract calls the weekend; they may have hours all the same. */
  weekend: z.array(z.enum(WEEKDAYS)).default(['sat', 'sun']),
})
export type Calendar = z.infer<typeof calendar>
/** A calendar as people write it: what has a default may be left out. */
export type CalendarText = z.input<typeof calendar>

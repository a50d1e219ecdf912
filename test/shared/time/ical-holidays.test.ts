import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CalendarFault } from '../../../shared/time/calendar-fault.ts'
import { icalHolidays } from '../../../shared/time/ical-holidays.ts'

/** An iCalendar file of these events, each given as its lines. The first event begins on line 4. */
function file(...events: string[][]): string {
  const blocks = events.map((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'])
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//EN',
    ...blocks.flat(),
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

async function datesOf(text: string, fromYear = 2026, toYear = fromYear): Promise<string[]> {
  const { days, refusals } = await icalHolidays(text, fromYear, toYear)
  expect(refusals).toEqual([])
  return days.map(({ date }) => date)
}

async function refusalsOf(...events: string[][]) {
  return (await icalHolidays(file(...events), 2026, 2026)).refusals
}

const START = 'DTSTART;VALUE=DATE:20260106'

describe('whole days of an iCalendar file', () => {
  test('a date with its name, folded and escaped as the format has it', async () => {
    const text = file(['UID:a', START, 'SUMMARY:Epiphany\\, also called', '  Three Kings’ Day\\nin Spain'])
    expect(await icalHolidays(text, 2026, 2026)).toEqual({
      days: [{ date: '2026-01-06', name: 'Epiphany, also called Three Kings’ Day in Spain' }],
      refusals: [],
    })
  })

  test('several days: the end is exclusive, over the turn of a year, and cut to the years asked for', async () => {
    const text = file(['UID:a', 'DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270103'])
    expect(await datesOf(text, 2026)).toEqual(['2026-12-30', '2026-12-31'])
    expect(await datesOf(text, 2027)).toEqual(['2027-01-01', '2027-01-02'])
    expect(await datesOf(text, 2028)).toEqual([])
    expect(await datesOf(file([START, 'DURATION:P2D']))).toEqual(['2026-01-06', '2026-01-07'])
    expect(await datesOf(file([START, 'DURATION:P1W']))).toHaveLength(7)
    expect(await datesOf(file([START, 'DTEND;VALUE=DATE:20260106']))).toEqual(['2026-01-06'])
  })

  test('a date without VALUE=DATE, which many programs forget', async () => {
    expect(await datesOf(file(['DTSTART:20260106', 'DTEND:20260107']))).toEqual(['2026-01-06'])
  })

  test('the same date twice is one, with both names', async () => {
    const text = file([START, 'SUMMARY:Epiphany'], [START, 'SUMMARY:Reyes'], [START, 'SUMMARY:Reyes'])
    expect((await icalHolidays(text, 2026, 2026)).days).toEqual([
      { date: '2026-01-06', name: 'Epiphany, Reyes' },
    ])
  })

  test('other line ends, a byte order mark and an alarm inside an event change nothing', async () => {
    const text = file([START, 'BEGIN:VALARM', 'TRIGGER:-PT15M', 'ACTION:DISPLAY', 'END:VALARM'])
    expect(await datesOf(`\uFEFF${text.replaceAll('\r\n', '\n')}`)).toEqual(['2026-01-06'])
  })
})

describe('rules', () => {
  test.each([
    ['every year', '20200106', 'FREQ=YEARLY', ['2026-01-06', '2027-01-06']],
    ['the last Monday of May', '20250526', 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', ['2026-05-25', '2027-05-31']],
    [
      'the fourth Thursday of November',
      '20251127',
      'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
      ['2026-11-26', '2027-11-25'],
    ],
    ['until a date, which is included', '20250106', 'FREQ=YEARLY;UNTIL=20260106', ['2026-01-06']],
    ['until an instant', '20250106', 'FREQ=YEARLY;UNTIL=20261231T235959Z', ['2026-01-06']],
    ['a number of times', '20250106', 'FREQ=YEARLY;COUNT=2', ['2026-01-06']],
    ['29 February is not 1 March', '20240229', 'FREQ=YEARLY', []],
    ['a date that no year has', '20260228', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', ['2026-02-28']],
  ])('%s', async (_what, start, rule, dates) => {
    expect(await datesOf(file([`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`]), 2026, 2027)).toEqual(dates)
  })

  test('29 February comes in leap years', async () => {
    const text = file(['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'])
    expect(await datesOf(text, 2024, 2032)).toEqual(['2024-02-29', '2028-02-29', '2032-02-29'])
  })

  test('dates added and dates left out, also those written with a midnight', async () => {
    const text = file([
      'DTSTART;VALUE=DATE:20240106',
      'RRULE:FREQ=YEARLY',
      'EXDATE;VALUE=DATE:20250106,20260106',
      'EXDATE:20280106T000000',
      'RDATE;VALUE=DATE:20260109,20290301',
    ])
    expect(await datesOf(text, 2025, 2029)).toEqual(['2026-01-09', '2027-01-06', '2029-01-06', '2029-03-01'])
  })

  test('an occurrence that was moved is closed where it moved to, and not where it was', async () => {
    const master = ['UID:a', 'DTSTART;VALUE=DATE:20250106', 'RRULE:FREQ=YEARLY', 'SUMMARY:Kings']
    const moved = [
      'UID:a',
      'RECURRENCE-ID;VALUE=DATE:20260106',
      'DTSTART;VALUE=DATE:20260107',
      'SUMMARY:Kings, moved',
    ]
    expect(await datesOf(file(master, moved), 2026, 2027)).toEqual(['2026-01-07', '2027-01-06'])
    const cancelled = ['UID:a', 'RECURRENCE-ID;VALUE=DATE:20260106', START, 'STATUS:CANCELLED']
    const { days, refusals } = await icalHolidays(file(master, cancelled), 2026, 2027)
    expect(days.map(({ date }) => date)).toEqual(['2027-01-06'])
    expect(refusals).toEqual([{ place: 'line 10', reason: 'it is cancelled' }])
  })

  test('a rule without an end is bounded, however it is written', async () => {
    const daily = file(['DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY'])
    expect(await datesOf(daily, 2026)).toHaveLength(365)
    const [refusal] = (await icalHolidays(daily, 2000, 2100)).refusals
    expect(refusal?.reason).toContain('cannot be followed')
    for (const rule of [
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
      'FREQ=MONTHLY;INTERVAL=4800;BYDAY=5MO',
      'FREQ=YEARLY;COUNT=99999999',
      'FREQ=YEARLY;INTERVAL=999999999',
      'FREQ=DAILY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=30;BYDAY=MO',
    ]) {
      const started = performance.now()
      await icalHolidays(file(['DTSTART;VALUE=DATE:20250201', `RRULE:${rule}`]), 2000, 2100)
      expect(performance.now() - started).toBeLessThan(3_000)
    }
  })
})

describe('what closes nothing is refused with its line', () => {
  test.each([
    ['a time of day', ['DTSTART:20260106T090000Z'], /time of day/],
    ['a time of day in a zone', ['DTSTART;TZID=Europe/Madrid:20260106T000000'], /time of day/],
    ['no start', ['SUMMARY:x'], /no DTSTART/],
    ['a date that is none', ['DTSTART;VALUE=DATE:20260231'], /not a date/],
    ['a start that is none', ['DTSTART;VALUE=DATE:soon'], /not a date/],
    ['an end before the start', [START, 'DTEND;VALUE=DATE:20260101'], /ends before/],
    ['an end with a time of day', [START, 'DTEND:20260107T120000Z'], /DTEND/],
    ['a length in hours', [START, 'DURATION:PT8H'], /DURATION/],
    ['a cancelled one', [START, 'STATUS:CANCELLED'], /cancelled/],
    ['every hour', [START, 'RRULE:FREQ=HOURLY'], /within a day/],
    ['a rule with a part we do not follow', [START, 'RRULE:FREQ=YEARLY;BYEASTER=0'], /not supported/],
    ['a rule that is none', [START, 'RRULE:FREQ=SOMETIMES'], /cannot be read/],
    ['a month that is none', [START, 'RRULE:FREQ=YEARLY;BYMONTH=13'], /cannot be read/],
    ['a step of nothing', [START, 'RRULE:FREQ=YEARLY;INTERVAL=x'], /cannot be read/],
    ['added instants', [START, 'RDATE:20260301T100000Z'], /RDATE/],
    ['added periods', [START, 'RDATE;VALUE=PERIOD:20260301T100000Z/PT1H'], /RDATE/],
    ['a left-out date that is none', [START, 'EXDATE;VALUE=DATE:soon'], /EXDATE/],
    ['a change of all later dates', [START, 'RECURRENCE-ID;RANGE=THISANDFUTURE:20260106'], /later dates/],
    ['a line that is none', [START, 'nonsense'], /cannot be read/],
  ])('%s', async (_what, lines, reason) => {
    const good = ['UID:good', START]
    const { days, refusals } = await icalHolidays(file(lines, good), 2026, 2026)
    expect(refusals).toEqual([{ place: 'line 4', reason: expect.stringMatching(reason) }])
    expect(days.map(({ date }) => date)).toEqual(['2026-01-06'])
  })

  test('an event that does not end, and a file that was cut off', async () => {
    expect(await refusalsOf([START, 'BEGIN:VEVENT', START])).toEqual([
      { place: 'line 4', reason: 'it has no END:VEVENT' },
    ])
    const whole = file([START], ['DTSTART;VALUE=DATE:20260301'])
    const cut = await icalHolidays(whole.slice(0, whole.indexOf('20260301')), 2026, 2026)
    expect(cut.days).toHaveLength(1)
    expect(cut.refusals.map(({ reason }) => reason)).toEqual([
      'it has no END:VEVENT',
      expect.stringContaining('cut off'),
    ])
  })

  test.each(['', 'a text', '{ "days": [] }', 'BEGIN:VCARD\r\nEND:VCARD\r\n'])(
    'a text that is no calendar is refused as a whole: %j',
    async (text) => {
      await expect(icalHolidays(text, 2026, 2026)).rejects.toMatchObject({
        name: 'CalendarFault',
        place: 'text',
      })
    },
  )

  test('a mailbox of events, and years the wrong way round', async () => {
    const many = file(...Array.from({ length: 2_001 }, () => [START]))
    await expect(icalHolidays(many, 2026, 2026)).rejects.toMatchObject({ place: 'text' })
    await expect(icalHolidays(file(), 2027, 2026)).rejects.toMatchObject({ place: 'toYear' })
  })

  test('whatever is broken in a file: an answer or one refusal, never another error', async () => {
    const whole = file(
      ['UID:a', 'DTSTART;VALUE=DATE:20250106', 'RRULE:FREQ=YEARLY;BYMONTH=1', 'EXDATE;VALUE=DATE:20270106'],
      ['UID:a', 'RECURRENCE-ID;VALUE=DATE:20260106', 'DTSTART;VALUE=DATE:20260107', 'DURATION:P2D'],
    )
    const spoilt = fc
      .array(fc.tuple(fc.nat(whole.length), fc.nat(12), fc.string({ maxLength: 8 })), {
        minLength: 1,
        maxLength: 5,
      })
      .map((changes) =>
        changes.reduce(
          (text, [at, length, insert]) => text.slice(0, at) + insert + text.slice(at + length),
          whole,
        ),
      )
    await fc.assert(
      fc.asyncProperty(spoilt, async (text) => {
        expect(['answered', 'refused']).toContain(await outcomeOf(text))
      }),
      { numRuns: 500 },
    )
  })
})

async function outcomeOf(text: string): Promise<string> {
  try {
    await icalHolidays(text, 2025, 2027)
    return 'answered'
  } catch (error) {
    return error instanceof CalendarFault && error.place === 'text' ? 'refused' : String(error)
  }
}

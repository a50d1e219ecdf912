import { expect, test } from 'vitest'
import { calendar, type CalendarText } from '../../../shared/time/calendar.ts'
import { hoursText } from '../../../shared/time/hours-text.ts'

test.each<[string, CalendarText['hours'], string]>([
  [
    'a week of one kind of day',
    { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] },
    'mon-tue 09:00-17:00',
  ],
  [
    'days apart are not joined',
    { mon: [['09:00', '17:00']], wed: [['09:00', '17:00']] },
    'mon 09:00-17:00, wed 09:00-17:00',
  ],
  [
    'several windows, and a night',
    {
      fri: [
        ['08:00', '12:00'],
        ['13:00', '18:00'],
      ],
      sat: [['22:00', '06:00']],
    },
    'fri 08:00-12:00 13:00-18:00, sat 22:00-06:00',
  ],
  ['every hour', 'always', 'mon-sun 00:00-24:00'],
])('%s', (_case, hours, text) => {
  expect(hoursText(calendar.parse({ timeZone: 'Etc/UTC', hours }))).toBe(text)
})

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useViewerZone } from '../app/viewer-zone.ts'
import { type CalendarDay, minutesOfDay } from './calendar-days.ts'
import { useHours } from './use-hours.ts'

const MINUTE_MS = 60_000

export interface DayText {
  /** `Fri, 25 December 2026`. */
  readonly date: string
  /** Kind and name, hours, change of the clocks: each a phrase. */
  readonly facts: readonly string[]
}

/** What there is to say of one day of a calendar. */
export function useDayText(): (day: CalendarDay) => DayText {
  const { t } = useTranslation('workshop')
  const { language } = useViewerZone()
  const hours = useHours()
  return useMemo(() => {
    // A date of the calendar has no zone here: it is read and written as UTC.
    const dates = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' })

    function changeText(day: CalendarDay): string[] {
      if (day.offsetChange === null) return []
      const { at, fromMinutes, toMinutes } = day.offsetChange
      const key = toMinutes > fromMinutes ? 'calendar.forward' : 'calendar.back'
      return [
        t(key, {
          minutes: Math.abs(toMinutes - fromMinutes),
          time: new Date(at).toISOString().slice(11, 16),
          hours: hours(minutesOfDay(day) * MINUTE_MS),
        }),
      ]
    }

    return (day) => {
      const kind = t(`calendar.kinds.${day.kind}`)
      const windows = day.windows.map(([opens, closes]) => `${opens}–${closes}`).join(', ')
      return {
        date: dates.format(new Date(`${day.date}T00:00:00Z`)),
        facts: [
          day.holiday === null ? kind : t('calendar.named', { kind, name: day.holiday }),
          windows === '' ? t('calendar.notOpen') : t('calendar.opens', { windows, hours: hours(day.openMs) }),
          ...changeText(day),
        ],
      }
    }
  }, [t, language, hours])
}

import type { HTMLAttributes } from 'react'
import { useViewerZone } from '../app/viewer-zone.ts'
import type { CalendarDay, CalendarMonth } from './calendar-days.ts'
import type { DayText } from './use-day-text.ts'
import styles from './year-view.module.css'

export interface MonthGridProps {
  month: CalendarMonth
  name: string
  /** Open time of the month, in words. */
  hours: string
  /** The one date of the year that Tab leads to. */
  walked: string
  textOf: (day: CalendarDay) => DayText
  /** How keys, pointer and focus walk over the days of the whole year. */
  walking: Pick<
    HTMLAttributes<HTMLTableElement>,
    'onKeyDown' | 'onPointerOver' | 'onPointerLeave' | 'onFocus' | 'onBlur'
  >
}

/** One month, Monday first; what a day is can be told by shape and letter without its colour. */
export function MonthGrid(props: MonthGridProps) {
  const { month, name, hours, walked, textOf } = props
  const { language } = useViewerZone()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table with a keyboard of its own is what ARIA calls a grid
    <table role="grid" aria-label={name} className={styles['month']} {...props.walking}>
      <caption>
        <span>{name}</span>
        <span className={styles['monthHours']}>{hours}</span>
      </caption>
      <thead>
        <tr>
          {weekdays(language).map(({ long, narrow }) => (
            <th key={long} scope="col" abbr={long}>
              {narrow}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, position) => (
          <tr key={week.find((day) => day !== null)?.date ?? position}>
            {week.map((day, weekday) =>
              day === null ? (
                // oxlint-disable-next-line react/no-array-index-key, jsx-a11y/control-has-associated-label -- an empty place
                <td key={weekday} />
              ) : (
                <DayCell key={day.date} day={day} isWalked={day.date === walked} text={textOf(day)} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ day, isWalked, text }: { day: CalendarDay; isWalked: boolean; text: DayText }) {
  return (
    <td
      tabIndex={isWalked ? 0 : -1}
      data-date={day.date}
      data-kind={day.kind}
      data-changes={day.offsetChange !== null}
      aria-label={[text.date, ...text.facts].join(', ')}
      className={styles['cell']}
    >
      <span>{Number(day.date.slice(8))}</span>
    </td>
  )
}

/** 5 January 1970 was a Monday. */
const FIRST_MONDAY = 4 * 86_400_000

function weekdays(language: string): { long: string; narrow: string }[] {
  const long = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const narrow = new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' })
  return [0, 1, 2, 3, 4, 5, 6].map((day) => {
    const at = FIRST_MONDAY + day * 86_400_000
    return { long: long.format(at), narrow: narrow.format(at) }
  })
}

import { type FocusEvent, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarYear } from '../../shared/contract/policies.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { countDays, DAY_KINDS, dateAfterKey, monthsOf } from './calendar-days.ts'
import { MonthGrid } from './month-grid.tsx'
import { useDayText } from './use-day-text.ts'
import { useHours } from './use-hours.ts'
import styles from './year-view.module.css'

/** A year as twelve months of days: one stop for Tab, arrow keys walk, what a day is stands above. */
export function YearView({ year }: { year: CalendarYear }) {
  const { t } = useTranslation('workshop')
  const { language } = useViewerZone()
  const textOf = useDayText()
  const hours = useHours()
  const grid = useRef<HTMLElement>(null)
  const [walked, setWalked] = useState(year.days[0]?.date ?? '')
  const [pointed, setPointed] = useState<string | null>(null)
  const [hasFocus, setFocus] = useState(false)
  const shown = pointed ?? (hasFocus ? walked : null)
  const day = year.days.find(({ date }) => date === shown)
  const monthNames = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })

  function walk(event: KeyboardEvent): void {
    const next = dateAfterKey(walked, event.key)
    if (next === walked) return
    event.preventDefault()
    setPointed(null)
    setWalked(next)
    grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus()
  }

  function point(event: PointerEvent): void {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-date]') : null
    setPointed(cell?.dataset['date'] ?? null)
  }

  const walking = {
    onKeyDown: walk,
    onPointerOver: point,
    onPointerLeave: () => setPointed(null),
    onFocus: (event: FocusEvent<HTMLElement>) => {
      setFocus(true)
      setWalked(event.target.dataset['date'] ?? walked)
    },
    onBlur: () => setFocus(false),
  }

  return (
    <div className={styles['view']}>
      <Legend year={year} />
      <p className={styles['day']}>
        {day === undefined ? (
          <span className={styles['muted']}>{t('calendar.dayHint')}</span>
        ) : (
          <>
            <strong>{textOf(day).date}</strong> {textOf(day).facts.join(' · ')}
          </>
        )}
      </p>
      <section ref={grid} aria-label={t('calendar.grid', { year: year.year })} className={styles['months']}>
        {monthsOf(year.days).map((month) => (
          <MonthGrid
            key={month.month}
            month={month}
            name={monthNames.format(Date.UTC(year.year, month.month - 1, 1))}
            hours={hours(month.openMs)}
            walked={walked}
            textOf={textOf}
            walking={walking}
          />
        ))}
      </section>
    </div>
  )
}

/** Every kind with the look it has and how many days are of it. */
function Legend({ year }: { year: CalendarYear }) {
  const { t } = useTranslation('workshop')
  const counts = countDays(year.days)
  return (
    <ul className={styles['legend']}>
      {[...DAY_KINDS, 'offsetChange' as const].map((kind) => (
        <li key={kind}>
          <span className={styles['sample']} data-kind={kind} aria-hidden />
          {t(`calendar.kinds.${kind}`)} <strong>{counts[kind]}</strong>
        </li>
      ))}
    </ul>
  )
}

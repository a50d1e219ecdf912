import { useState } from 'react'
import { useHub } from '../app/client.tsx'

export interface CalendarChoice {
  /** Null until somebody chose one: then it is the first of the text. */
  readonly calendar: string | null
  readonly year: number
}

/** Which calendar and year are shown; held above the tabs, which forget what they do not show. */
export function useCalendarChoice(): [CalendarChoice, (change: Partial<CalendarChoice>) => void] {
  const { time } = useHub()
  const [choice, setChoice] = useState<CalendarChoice>(() => ({
    calendar: null,
    year: new Date(time.now()).getFullYear(),
  }))
  return [choice, (change) => setChoice((held) => ({ ...held, ...change }))]
}

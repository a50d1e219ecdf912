import type { Calendar } from './calendar.ts'
import { WEEKDAYS } from './weekdays.ts'

/** The hours of a week in a policy file's own words: `mon-fri 08:30-18:00, sat 09:00-13:00`. */
export function hoursText({ hours }: Calendar): string {
  if (hours === 'always') return 'mon-sun 00:00-24:00'
  const runs: { from: string; to: string; windows: string }[] = []
  let previous = ''
  for (const day of WEEKDAYS) {
    const windows = (hours[day] ?? []).map(([opens, closes]) => `${opens}-${closes}`).join(' ')
    const last = runs.at(-1)
    if (windows !== '' && windows === previous && last !== undefined) last.to = day
    else if (windows !== '') runs.push({ from: day, to: day, windows })
    previous = windows
  }
  return runs.map(({ from, to, windows }) => `${from === to ? from : `${from}-${to}`} ${windows}`).join(', ')
}

import type { i18n } from 'i18next'
import type { Reason } from '../../../shared/records/clock.ts'
import { writeLocal } from '../../../shared/time/zone.ts'

/** The sentence of a reason with its instants in a zone, e.g. `2026-11-23 14:20:00+05:30`. */
export function reasonText(words: i18n, { key, values }: Reason, timeZone: string): string {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    texts[name] = typeof value === 'number' ? instantText(value, timeZone) : value
  }
  // Not by `replace`: a sentence inside a sentence would lose its subject.
  return words.t(key, { ...texts, ns: 'sla', returnDetails: false })
}

/** To the second, as people read it. */
export function instantText(instant: number, timeZone: string): string {
  return writeLocal(Math.floor(instant / 1000) * 1000, timeZone).replace('T', ' ')
}

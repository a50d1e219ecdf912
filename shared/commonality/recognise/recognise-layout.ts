import type { ColumnProfile } from '../../records/record-set.ts'
import { shareOf } from './column-sample.ts'
import { timeReading } from './time-values.ts'

/** The layout whose header a file has; a person's own before those of the program, and the most exact first. */
export function layoutOfHeader(
  header: readonly string[],
  own: readonly ColumnProfile[],
  known: readonly ColumnProfile[],
): ColumnProfile | null {
  const names = new Set(header.map((name) => name.trim().toLowerCase()))
  function fits(profile: ColumnProfile): boolean {
    return (
      profile.hasHeader &&
      profile.header.length > 0 &&
      profile.header.every((name) => names.has(name.trim().toLowerCase()))
    )
  }
  for (const profiles of [own, known]) {
    const best = profiles.filter(fits).sort((a, b) => b.header.length - a.header.length)[0]
    if (best !== undefined) return best
  }
  return null
}

/** Fewer columns than these before the end of a layout were switched off, not left out. */
const LEAST_SHARE_OF_COLUMNS = 0.8

/**
 * The layout of a file without header, by its first rows: about as many columns, instants where the layout has the
 * start, and words where it has the outcome.
 */
export function layoutOfRows(
  rows: readonly (readonly string[])[],
  own: readonly ColumnProfile[],
  known: readonly ColumnProfile[],
): ColumnProfile | null {
  const width = Math.max(0, ...rows.map((row) => row.length))
  function fits({ hasHeader, columns }: ColumnProfile): boolean {
    if (hasHeader || columns.length < width || width < columns.length * LEAST_SHARE_OF_COLUMNS) return false
    return columns.every(({ kind, role }, index) => {
      const values = rows.map((row) => row[index] ?? '').filter((value) => value.trim() !== '')
      if (role === 'start') return values.length > 0 && timeReading(values, false) !== null
      if (kind === 'time') return values.length === 0 || timeReading(values, false) !== null
      if (kind === 'number') return shareOf(values, (value) => /^\d+$/.test(value)) === 1 || index >= width
      if (role === 'status' || role === 'release-cause') {
        return shareOf(values, (value) => /^[A-Z][A-Z_ ]+$/.test(value)) === 1
      }
      return true
    })
  }
  return own.find(fits) ?? known.find(fits) ?? null
}

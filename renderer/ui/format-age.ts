import { formatDuration } from './format-countdown.ts'

/** How long ago something was, in milliseconds of `ageMs`: coarse on purpose, so that a board stays quiet. */
export function formatAge(ageMs: number): string {
  if (ageMs < 10_000) return '0 s'
  if (ageMs < 60_000) return `${Math.floor(ageMs / 10_000) * 10} s`
  return formatDuration(ageMs)
}

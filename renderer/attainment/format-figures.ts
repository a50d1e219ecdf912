import { reaches } from './counts.ts'

/** `1,204` or `1.204`, as the reader writes numbers. */
export function formatCount(count: number, language: string): string {
  return new Intl.NumberFormat(language, { useGrouping: 'always' }).format(count)
}

/**
 * `95.6 %`. Rounding never reaches a figure that was not reached: 1999 of 2000 is 99.9 %, not 100 %, and a share under
 * the required one does not read as the required one.
 */
export function formatShare(share: number, language: string, required: number = 1): string {
  const nearest = Math.round(share * 1000) / 10
  const crosses = (limit: number) => !reaches(share, limit) && nearest >= Math.round(limit * 1000) / 10
  const shown = crosses(1) || crosses(required) ? Math.floor(share * 1000) / 10 : nearest
  return percent(share > 0 ? Math.max(shown, 0.1) : shown, language, share > 0 && share < 1 ? 1 : 0)
}

/** `90 %`: a share that somebody wrote down, or one too rough for decimals. */
export function formatPlainShare(share: number, language: string): string {
  return percent(Math.round(share * 1000) / 10, language, 0)
}

function percent(value: number, language: string, leastDigits: 0 | 1): string {
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: leastDigits,
    maximumFractionDigits: 1,
  })
  return `${format.format(value)}\u00A0%`
}

/** How counts, shares and ratios are written. */
export interface Figures {
  /** `61,204`; rows may be weighted, so one decimal may remain. */
  readonly count: (value: number) => string
  /** `93 %` of two counts; nothing of nothing is 0 %. */
  readonly share: (inside: number, of: number) => string
  /** `0.95` → `95 %`. */
  readonly percent: (fraction: number) => string
  /** Three digits at the most: `1.0`, `23`, `319`; null is without end. */
  readonly ratio: (value: number | null) => string
  /** Two digits, down to `0.0001`. */
  readonly probability: (p: number) => string
  /** `first, second and third` */
  readonly list: (words: readonly string[]) => string
}

/** Smaller ones are written as "below". */
export const LEAST_PROBABILITY = 0.0001

export function createFigures(language: string): Figures {
  const count = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const finePercent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const tenths = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const hundredths = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })

  /** Neither none nor all may be rounded to: 0.4 % and 99.6 % are not 0 and 100. */
  function asPercent(fraction: number): string {
    const isNearEnd = (fraction > 0 && fraction < 0.1) || (fraction > 0.99 && fraction < 1)
    return (isNearEnd ? finePercent : percent).format(fraction)
  }

  return {
    count: (value) => count.format(value),
    share: (inside, of) => asPercent(of === 0 ? 0 : inside / of),
    percent: asPercent,
    ratio(value) {
      if (value === null) return '∞'
      if (value > 0 && value < 0.1) return hundredths.format(value)
      return (value < 10 ? tenths : whole).format(value)
    },
    probability: (p) => hundredths.format(Math.max(p, LEAST_PROBABILITY)),
    list: (words) => list.format(words),
  }
}

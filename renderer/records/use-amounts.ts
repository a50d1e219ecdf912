import { useMemo } from 'react'
import { useViewerZone } from '../app/viewer-zone.ts'

/** How counts, shares and sizes are written in the viewer's language. */
export interface Amounts {
  /** `61,204`; rows may be weighted, so one decimal may remain. */
  readonly count: (value: number) => string
  /** `0.95` → `95 %`; neither none nor all is rounded to. */
  readonly share: (fraction: number) => string
  /** `1.4 GB`, in steps of a thousand. */
  readonly bytes: (value: number) => string
  /** `first, second and third` */
  readonly list: (words: readonly string[]) => string
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

export function createAmounts(language: string): Amounts {
  const count = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const whole = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const fine = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const sizes = UNITS.map(
    (unit) =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: unit === 'gigabyte' ? 1 : 0,
      }),
  )
  return {
    count: (value) => count.format(value),
    share(fraction) {
      const isNearEnd = (fraction > 0 && fraction < 0.01) || (fraction > 0.99 && fraction < 1)
      return (isNearEnd ? fine : whole).format(fraction)
    },
    bytes(value) {
      const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3))
      return sizes[step]?.format(value / 1000 ** step) ?? ''
    },
    list: (words) => list.format(words),
  }
}

export function useAmounts(): Amounts {
  const { language } = useViewerZone()
  return useMemo(() => createAmounts(language), [language])
}

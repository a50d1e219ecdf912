import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useViewerZone } from '../app/viewer-zone.ts'
import { decided, isFew, shareOf, type Counts } from './counts.ts'
import { formatCount, formatPlainShare, formatShare } from './format-figures.ts'
import type { GoalTotal } from './goal-totals.ts'

/** Figures as the reader's language writes them. */
export interface FigureWords {
  readonly count: (count: number) => string
  /** `95.6 %`, in whole percents where there are few cases; a dash where nothing was decided. */
  readonly share: (counts: Pick<Counts, 'kept' | 'broken'>) => string
  /** `412 of 431` */
  readonly keptOf: (counts: Pick<Counts, 'kept' | 'broken'>) => string
  /** `7 of 9; the contract asks 90 %`, with the percentage where there are enough cases for one. */
  readonly goal: (goal: GoalTotal) => string
  /** `asks 90 %` */
  readonly required: (goal: GoalTotal) => string
}

export function useFigureWords(): FigureWords {
  const { t } = useTranslation('attainment')
  const { language } = useViewerZone()
  return useMemo(() => {
    const count = (value: number) => formatCount(value, language)
    function share(counts: Pick<Counts, 'kept' | 'broken'>): string {
      const value = shareOf(counts)
      if (value === null) return '–'
      if (isFew(counts)) return formatPlainShare(Math.round(value * 100) / 100, language)
      return formatShare(value, language)
    }
    function goal(total: GoalTotal): string {
      const required = formatPlainShare(total.requiredShare, language)
      const value = shareOf(total)
      if (value === null) return t('goals.undecided', { required })
      const counts = { kept: count(total.kept), decided: count(decided(total)), required }
      if (isFew(total)) return t('goals.fewFigures', counts)
      return t('goals.figures', { ...counts, share: formatShare(value, language, total.requiredShare) })
    }
    return {
      count,
      share,
      keptOf: (counts) => t('table.of', { kept: count(counts.kept), decided: count(decided(counts)) }),
      goal,
      required: (total) => t('chart.required', { required: formatPlainShare(total.requiredShare, language) }),
    }
  }, [t, language])
}

import { useTranslation } from 'react-i18next'
import type { AnalysisResult } from '../../shared/records/analysis.ts'
import { useFigures } from './use-figures.ts'

/** "With 100 against 100, a single attribute needs 15 failing ones to be proven, a pair needs 21 and a triple needs 26." */
export function useNeeds({ sides, provable }: AnalysisResult): string {
  const { t } = useTranslation('analysis')
  const { count, list } = useFigures()
  const { single, pair, triple } = provable
  const needs = list([
    single === null ? t('limits.noSingle') : t('limits.single', { needed: count(single) }),
    pair === null ? t('limits.noPair') : t('limits.pair', { needed: count(pair) }),
    triple === null ? t('limits.noTriple') : t('limits.triple', { needed: count(triple) }),
  ])
  return t('limits.sentence', {
    failing: count(sides.failing.records),
    working: count(sides.working.records),
    needs,
  })
}

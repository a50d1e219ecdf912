import { useTranslation } from 'react-i18next'
import type { SidesSummary } from '../../shared/records/analysis.ts'
import { useFigures } from './use-figures.ts'

/** How many fail and how many work. */
export function SidesWords({ sides: { failing, working } }: { sides: SidesSummary }) {
  const { t } = useTranslation('analysis')
  const { count } = useFigures()
  return (
    <span>{t('header.sides', { failing: count(failing.records), working: count(working.records) })}</span>
  )
}

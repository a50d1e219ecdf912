import { Trans, useTranslation } from 'react-i18next'
import type { SelectionWarning } from '../../shared/records/analysis.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { Column } from './parts.tsx'
import { useFigures } from './use-figures.ts'

export interface SelectionWarningsProps {
  warnings: readonly SelectionWarning[]
  /** Picks working records alike in a column and searches again; null where the viewer may not. */
  onMatch: ((column: string) => void) | null
}

/** What makes the two sides hard to compare: above the findings, since it can be all there is behind them. */
export function SelectionWarnings({ warnings, onMatch }: SelectionWarningsProps) {
  const { t } = useTranslation('analysis')
  return warnings
    .filter(({ kind }) => kind !== 'one-class')
    .map((warning) => {
      const { kind, column } = warning
      const canMatch = onMatch !== null && column !== null
      return (
        <Banner
          key={`${kind} ${column}`}
          tone="warning"
          actions={
            canMatch && (
              <Tooltip text={t('warnings.matchHelp')}>
                <Button onPress={() => onMatch(column)}>{t('warnings.match', { column })}</Button>
              </Tooltip>
            )
          }
        >
          <WarningWords warning={warning} />
        </Banner>
      )
    })
}

function WarningWords({ warning: { kind, column, strength } }: { warning: SelectionWarning }) {
  const { t } = useTranslation('analysis')
  const { percent } = useFigures()
  return (
    <Trans
      t={t}
      i18nKey={`warnings.${kind}`}
      values={{ strength: percent(strength ?? 0) }}
      components={{ column: <Column name={column ?? ''} /> }}
    />
  )
}

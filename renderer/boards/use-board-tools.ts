import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { ticketPath } from '../app/paths.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import type { ViewerZone } from '../ui/format-instant.ts'
import { useMetricName } from './use-metric-name.ts'

/**
 * What all cells need, fetched once for the whole board: a row that comes into sight must cost next to nothing, and
 * a dozen cells asking for the same words cost more than all they draw.
 */
export interface BoardTools {
  readonly t: TFunction<'board'>
  readonly zone: ViewerZone
  readonly metricName: (metric: string) => string
  readonly deskNames: ReadonlyMap<string, string>
  readonly openClock: (ticketId: string, clockId: string) => void
}

export function useBoardTools(deskNames: ReadonlyMap<string, string>): BoardTools {
  const { t } = useTranslation('board')
  const zone = useViewerZone()
  const metricName = useMetricName()
  const [, navigate] = useHashLocation()
  return useMemo(
    () => ({
      t,
      zone,
      metricName,
      deskNames,
      openClock: (ticketId, clockId) => navigate(ticketPath(ticketId, clockId)),
    }),
    [t, zone, metricName, deskNames, navigate],
  )
}

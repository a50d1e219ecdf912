import { useTranslation } from 'react-i18next'
import type { ConjunctionPart } from '../../shared/records/conjunction-part.ts'
import { useHub } from '../app/client.tsx'
import { useViewerZone } from '../app/viewer-zone.ts'
import { formatInstant } from '../ui/format-instant.ts'
import { whatThenWhen } from './what-then-when.ts'

export interface PartWords {
  /** What a column has to be: `Carrier X`, `+44…`, `32 to below 64`, `10:32 to 11:05`. */
  readonly value: (part: ConjunctionPart) => string
  /** A whole description, for where there is only room for text: `carrier Carrier X, codec G.729`. */
  readonly text: (parts: readonly ConjunctionPart[]) => string
}

/** Parts of a description in words. Times are the viewer's. */
export function usePartWords(): PartWords {
  const { t } = useTranslation('analysis')
  const zone = useViewerZone()
  const { time } = useHub()
  const number = new Intl.NumberFormat(zone.language, { maximumFractionDigits: 6 })
  const at = (instant: number) => formatInstant(instant, time.now(), zone)

  function value(part: ConjunctionPart): string {
    if (part.kind === 'value') return part.value
    if (part.kind === 'blank') return t('parts.isBlank')
    if (part.kind === 'prefix') return t('parts.prefix', { prefix: part.prefix })
    if (part.kind === 'range') return range(part.from, part.to)
    return t('parts.window', { from: at(part.from), to: at(part.to) })
  }

  function range(from: number | null, to: number | null): string {
    if (from !== null && to !== null) {
      return t('parts.between', { from: number.format(from), to: number.format(to) })
    }
    if (from !== null) return t('parts.from', { from: number.format(from) })
    return to === null ? t('parts.all') : t('parts.below', { to: number.format(to) })
  }

  return {
    value,
    text: (parts) =>
      whatThenWhen(parts)
        .map((part) => t('parts.value', { column: part.column, value: value(part) }))
        .join(', '),
  }
}

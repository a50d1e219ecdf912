import type { i18n } from 'i18next'
import type { ConjunctionPart } from '../../../shared/records/conjunction-part.ts'
import { instantText } from '../words/reason-text.ts'

/** What a description says, e.g. `carrier X and codec G.729`. Instants in the zone given. */
export function partsText(words: i18n, parts: readonly ConjunctionPart[], timeZone: string): string {
  return parts.map((part) => partText(words, part, timeZone)).join(words.t('report.part.and'))
}

function partText(words: i18n, part: ConjunctionPart, timeZone: string): string {
  const { column } = part
  switch (part.kind) {
    case 'value':
      return words.t('report.part.value', { column, value: part.value })
    case 'blank':
      return words.t('report.part.blank', { column })
    case 'prefix':
      return words.t('report.part.prefix', { column, prefix: part.prefix })
    case 'range':
      return rangeText(words, part)
    default:
      return words.t('report.part.window', {
        column,
        from: instantText(part.from, timeZone),
        to: instantText(part.to, timeZone),
      })
  }
}

function rangeText(words: i18n, { column, from, to }: ConjunctionPart & { kind: 'range' }): string {
  if (from === null) return words.t('report.part.rangeTo', { column, to })
  if (to === null) return words.t('report.part.rangeFrom', { column, from })
  return words.t('report.part.rangeBetween', { column, from, to })
}

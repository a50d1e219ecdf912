import type { i18n } from 'i18next'
import type { ConjunctionPart } from '../../../shared/records/conjunction-part.ts'
import { instantText } from './reason-text.ts'

/** What a description says, e.g. `carrier X and codec G.729`. Instants in the zone given. */
export function partsText(words: i18n, parts: readonly ConjunctionPart[], timeZone: string): string {
  // What it is comes before when it is.
  const lasting = parts.filter(({ kind }) => kind !== 'window')
  const windows = parts.filter(({ kind }) => kind === 'window')
  return [...lasting, ...windows]
    .map((part) => partText(words, part, timeZone))
    .join(words.t('report.part.and'))
}

function partText(words: i18n, part: ConjunctionPart, timeZone: string): string {
  const { column } = part
  if (part.kind === 'value') return words.t('report.part.value', { column, value: part.value })
  if (part.kind === 'blank') return words.t('report.part.blank', { column })
  if (part.kind === 'prefix') return words.t('report.part.prefix', { column, prefix: part.prefix })
  if (part.kind === 'range') return rangeText(words, part)
  const [from, to] = [instantText(part.from, timeZone), instantText(part.to, timeZone)]
  return words.t('report.part.window', { column, from, to })
}

function rangeText(words: i18n, { column, from, to }: ConjunctionPart & { kind: 'range' }): string {
  if (from === null) return words.t('report.part.rangeTo', { column, to })
  if (to === null) return words.t('report.part.rangeFrom', { column, from })
  return words.t('report.part.rangeBetween', { column, from, to })
}

import type { TFunction } from 'i18next'

/** Name of a domain of responsibility; the id itself for one this page does not know. */
export function domainWord(value: string, t: TFunction<'board'>): string {
  if (value === 'mno' || value === 'provider' || value === 'customer') return t(`domains.${value}`)
  return value
}

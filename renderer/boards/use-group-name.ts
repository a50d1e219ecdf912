import { useTranslation } from 'react-i18next'
import { domainWord } from './domain-word.ts'
import type { Grouping } from './group-rows.ts'

/** What stands above a group of rows. */
export function useGroupName(
  grouping: Exclude<Grouping, 'none'>,
  deskNames: ReadonlyMap<string, string>,
): (value: string | null) => string {
  const { t } = useTranslation('board')
  return (value) => {
    if (value === null) return t(`grouping.without.${grouping}`)
    if (grouping === 'domain') return domainWord(value, t)
    return grouping === 'desk' ? (deskNames.get(value) ?? value) : value
  }
}

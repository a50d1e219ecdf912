import type { Grouping } from './group-rows.ts'
import type { BoardTools } from './use-board-tools.ts'

/** What stands above a group of rows. */
export function groupName(
  grouping: Exclude<Grouping, 'none'>,
  value: string | null,
  { t, deskNames }: Pick<BoardTools, 't' | 'deskNames'>,
): string {
  if (value === null) return t(`grouping.without.${grouping}`)
  if (grouping === 'desk') return deskNames.get(value) ?? value
  const isDomain = value === 'mno' || value === 'provider' || value === 'customer'
  return grouping === 'domain' && isDomain ? t(`domains.${value}`) : value
}

import type { PolicySummary } from '../../shared/contract/policies.ts'
import type { Draft, Drafts } from './drafts.ts'
import { nameOf } from './policy-text.ts'

/** One line of the workshop's list: a contract of the hub, a draft of a new one, or both. */
export interface ListEntry {
  readonly address: string
  readonly name: string
  readonly group: 'own' | 'shipped' | 'drafts'
  /** Null for a draft the hub knows nothing of. */
  readonly policy: PolicySummary | null
  readonly draft: Draft | null
}

export const GROUPS = ['drafts', 'own', 'shipped'] as const satisfies ListEntry['group'][]

/** Drafts of new contracts first, then the hub's own, then those that came with the program; each by name. */
export function listEntries(policies: readonly PolicySummary[], drafts: Drafts): ListEntry[] {
  const ids = new Set(policies.map(({ id }) => id))
  const known = policies.map((policy): ListEntry => {
    const group = policy.own ? 'own' : 'shipped'
    return { address: policy.id, name: policy.name, group, policy, draft: drafts.get(policy.id) ?? null }
  })
  const made = [...drafts.values()]
    .filter(({ address }) => !ids.has(address))
    .map((draft): ListEntry => {
      const name = nameOf(draft.text) ?? draft.address
      return { address: draft.address, name, group: 'drafts', policy: null, draft }
    })
  return [...made, ...known].sort(
    (a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.name.localeCompare(b.name),
  )
}

/** The address so many steps further down the list; null where there is none. */
export function neighbourOf(
  entries: readonly ListEntry[],
  address: string | null,
  step: 1 | -1,
): string | null {
  const at = entries.findIndex((entry) => entry.address === address)
  return entries[Math.max(0, at + step)]?.address ?? null
}

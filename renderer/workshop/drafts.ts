/** A text under work, kept in this browser until it is saved at the hub or discarded. */
export interface Draft {
  /** Where it stands in the workshop: the id of the contract it changes, or a free one for a copy. */
  readonly address: string
  readonly text: string
  /** The contract as it was when the draft began. */
  readonly basedOn: { readonly policyId: string; readonly version: number }
}

export type Drafts = ReadonlyMap<string, Draft>

const PREFIX = 'meridian.policy-draft.'

/** All drafts a browser holds; what cannot be read counts as none. */
export function readDrafts(storage: Storage): Drafts {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  const drafts = keys
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => parseDraft(key.slice(PREFIX.length), storage.getItem(key)))
  return new Map(drafts.map((draft) => [draft.address, draft]))
}

/** False where the browser would not keep it: full, or storage is switched off. */
export function keepDraft(storage: Storage, { address, ...kept }: Draft): boolean {
  try {
    storage.setItem(PREFIX + address, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function forgetDraft(storage: Storage, address: string): void {
  storage.removeItem(PREFIX + address)
}

function parseDraft(address: string, stored: string | null): Draft[] {
  try {
    const parsed: unknown = JSON.parse(stored ?? '')
    if (typeof parsed !== 'object' || parsed === null) return []
    if (!('text' in parsed) || typeof parsed.text !== 'string') return []
    if (!('basedOn' in parsed) || typeof parsed.basedOn !== 'object' || parsed.basedOn === null) return []
    const { basedOn, text } = parsed
    if (!('policyId' in basedOn) || typeof basedOn.policyId !== 'string') return []
    if (!('version' in basedOn) || typeof basedOn.version !== 'number') return []
    return [{ address, text, basedOn: { policyId: basedOn.policyId, version: basedOn.version } }]
  } catch {
    // Written by another version of this page, or cut off: the contract itself is at the hub.
    return []
  }
}

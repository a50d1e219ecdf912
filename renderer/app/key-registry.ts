/** One key or a sequence and what it does. `keys`: `j`, `Enter`, `?`, `Mod+k` (Ctrl or Cmd), or `g b` in sequence. */
export interface KeyBinding {
  readonly keys: string
  /** What it does, in words, for the list of keys. */
  readonly label: string
  readonly run: () => void
}

export interface KeyGroup {
  readonly group: string
  readonly bindings: readonly KeyBinding[]
}

/** What of a keyboard event decides. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

export interface KeyRegistry {
  readonly register: (id: string, group: string, bindings: readonly KeyBinding[]) => () => void
  /** Runs what the key is bound to; true when it was bound. `at` is a monotone millisecond counter. */
  readonly press: (key: KeyPress, at: number) => boolean
  /** What is bound now; parts of a screen that use the same name stand together. */
  readonly list: () => readonly KeyGroup[]
}

/** A sequence such as `g b` has to be typed within this time. */
const SEQUENCE_MS = 1_200

export function createKeyRegistry(): KeyRegistry {
  const groups = new Map<string, KeyGroup>()
  let prefix: { key: string; at: number } | null = null

  /** Latest registration first: what lies on top of the screen answers first. */
  function find(keys: string): KeyBinding | undefined {
    for (const { bindings } of [...groups.values()].toReversed()) {
      const found = bindings.find((binding) => binding.keys === keys)
      if (found !== undefined) return found
    }
    return undefined
  }

  function startsSequence(key: string): boolean {
    return [...groups.values()].some(({ bindings }) =>
      bindings.some((binding) => binding.keys.startsWith(`${key} `)),
    )
  }

  function press(event: KeyPress, at: number): boolean {
    if (event.altKey) return false
    const isModified = event.ctrlKey || event.metaKey
    const key = isModified ? `Mod+${event.key.toLowerCase()}` : event.key
    const begun = prefix !== null && at - prefix.at <= SEQUENCE_MS ? prefix.key : null
    prefix = null
    const binding = (begun === null ? undefined : find(`${begun} ${key}`)) ?? find(key)
    if (binding !== undefined) {
      binding.run()
      return true
    }
    if (!startsSequence(key)) return false
    prefix = { key, at }
    return true
  }

  return {
    register(id, group, bindings) {
      groups.delete(id)
      groups.set(id, { group, bindings })
      return () => groups.delete(id)
    },
    press,
    list: () => {
      const byName = Map.groupBy(groups.values(), ({ group }) => group)
      const merged = Array.from(byName, ([group, parts]) => ({
        group,
        bindings: parts.flatMap(({ bindings }) => bindings),
      }))
      return merged.filter(({ bindings }) => bindings.length > 0)
    },
  }
}

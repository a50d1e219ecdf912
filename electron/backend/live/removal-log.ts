/** Which keys were removed when, as far back as is remembered. */
export interface RemovalLog {
  add(key: string, counter: number): void
  /** The key came back. */
  forget(key: string): void
  since(counter: number): string[]
  /** Whether every removal after `counter` is still remembered. */
  reachesBackTo(counter: number): boolean
}

export function createRemovalLog(limit: number): RemovalLog {
  // A map keeps the order of insertion: the oldest removal is its first entry.
  const removedAt = new Map<string, number>()
  let forgottenUpTo = 0

  return {
    add(key, counter) {
      removedAt.delete(key)
      removedAt.set(key, counter)
      if (removedAt.size <= limit) return
      for (const [oldest, at] of removedAt) {
        removedAt.delete(oldest)
        forgottenUpTo = at
        return
      }
    },
    forget(key) {
      removedAt.delete(key)
    },
    since(counter) {
      return [...removedAt].filter(([, at]) => at > counter).map(([key]) => key)
    },
    reachesBackTo(counter) {
      return counter >= forgottenUpTo
    },
  }
}

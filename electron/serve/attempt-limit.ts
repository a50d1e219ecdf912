/** How long attempts of one party must wait. Times are UTC milliseconds. */
export interface AttemptLimit {
  /** Milliseconds until `party` may try again; 0 means now, and the attempt is counted. */
  take(party: string, now: number): number
  /** Forgets the attempts of `party`: it proved itself. */
  clear(party: string): void
}

interface Attempts {
  count: number
  nextAt: number
}

/** Attempts this long ago are forgotten. */
const MEMORY_MS = 60 * 60_000
/** A flood from many addresses must not fill the memory: beyond this the oldest are forgotten. */
const MOST_PARTIES = 10_000

/**
 * The first `free` attempts cost nothing; then each wait doubles, from one second up to `longestMs`.
 * An attempt is counted before its password is looked at, so that many at once gain nothing.
 */
export function createAttemptLimit(options: { free: number; longestMs: number }): AttemptLimit {
  const parties = new Map<string, Attempts>()

  function take(party: string, now: number): number {
    const before = parties.get(party)
    const known = before !== undefined && now - before.nextAt < MEMORY_MS ? before : { count: 0, nextAt: 0 }
    if (known.nextAt > now) return known.nextAt - now
    const count = known.count + 1
    const wait = count < options.free ? 0 : Math.min(options.longestMs, 1000 * 2 ** (count - options.free))
    // Inserting again keeps the map in the order of last use.
    parties.delete(party)
    parties.set(party, { count, nextAt: now + wait })
    if (parties.size > MOST_PARTIES) forgetOldest()
    return 0
  }

  function forgetOldest(): void {
    const oldest = parties.keys().next()
    if (oldest.done !== true) parties.delete(oldest.value)
  }

  return {
    take,
    clear: (party) => {
      parties.delete(party)
    },
  }
}

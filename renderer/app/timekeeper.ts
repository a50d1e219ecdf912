/** The backend's time as the page knows it, and one shared beat per second for everything that counts. */
export interface PageTime {
  /** UTC milliseconds by the backend's clock; never runs backwards by less than a correction. */
  readonly now: () => number
  /** The instant of the last beat: all countdowns of a page agree on it. */
  readonly beat: () => number
  readonly subscribe: (listener: () => void) => () => void
  /** The backend said what time it is. `rate` is its seconds per real second (1 outside demo mode). */
  readonly correct: (backendNow: number, rate: number) => void
}

/** Smaller steps back (in real time) are latency, not news: time then stands still until it has caught up. */
const LARGEST_JITTER_MS = 5_000

/** `elapsed` is a monotone millisecond counter of the page, `wall` its own clock for the time before the first answer. */
export function createPageTime(elapsed: () => number, wall: () => number): PageTime {
  const listeners = new Set<() => void>()
  let base = { backendNow: wall(), at: elapsed(), rate: 1 }
  let latest = base.backendNow
  let lastBeat = base.backendNow
  let timer: ReturnType<typeof setTimeout> | undefined

  function now(): number {
    latest = Math.max(latest, Math.round(base.backendNow + (elapsed() - base.at) * base.rate))
    return latest
  }

  function beatOnce(): void {
    lastBeat = now()
    for (const listener of listeners) listener()
    schedule()
  }

  function schedule(): void {
    clearTimeout(timer)
    if (listeners.size === 0) return
    // At real time the beat falls on whole seconds, so that countdowns change when the second does.
    const untilNext = base.rate === 1 ? 1_000 - (now() % 1_000) : 1_000
    timer = setTimeout(beatOnce, untilNext + 2)
  }

  return {
    now,
    beat: () => lastBeat,
    subscribe(listener) {
      listeners.add(listener)
      if (listeners.size === 1) {
        lastBeat = now()
        schedule()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
    correct(backendNow, rate) {
      const before = now()
      base = { backendNow, at: elapsed(), rate }
      const isCorrection = Math.abs(backendNow - before) > LARGEST_JITTER_MS * rate
      if (!isCorrection) return
      latest = backendNow
      beatOnce()
    },
  }
}

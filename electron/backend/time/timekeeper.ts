/**
 * The backend's only source of time. Demo mode gives one that runs faster; tests give one they move by hand.
 * All instants are UTC milliseconds.
 */
export interface Timekeeper {
  now(): number
  /** Calls `task` once `now()` has reached `instant`; the returned function forgets it. */
  at(instant: number, task: () => void): () => void
  /** How many of our seconds pass in one real second. */
  readonly rate: number
}

/** setTimeout counts in a signed 32-bit integer of milliseconds; longer waits are taken in steps. */
const LONGEST_TIMEOUT = 2_147_483_647

/** A timekeeper that starts at `startAt` now and runs at `rate`. The machine's own time: no arguments. */
export function createTimekeeper(startAt: number = Date.now(), rate: number = 1): Timekeeper {
  const realStart = Date.now()
  const follows = startAt === realStart && rate === 1

  function now(): number {
    // Real time is read afresh so that a corrected system clock is followed.
    const real = Date.now()
    return follows ? real : Math.round(startAt + (real - realStart) * rate)
  }

  function at(instant: number, task: () => void): () => void {
    let timer: NodeJS.Timeout
    function wait(): void {
      const left = Math.max(0, Math.ceil((instant - now()) / rate))
      timer = setTimeout(() => (now() >= instant ? task() : wait()), Math.min(left, LONGEST_TIMEOUT))
      timer.unref()
    }
    wait()
    return () => clearTimeout(timer)
  }

  return { now, at, rate }
}

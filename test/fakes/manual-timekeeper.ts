import type { Timekeeper } from '../../electron/backend/time/timekeeper.ts'

/** A timekeeper moved by hand. `moveTo` runs every task that falls due on the way, in order, each at its instant. */
export interface ManualTimekeeper extends Timekeeper {
  moveTo(instant: number): void
  readonly waiting: number
}

export function createManualTimekeeper(startAt: number): ManualTimekeeper {
  const tasks = new Set<{ readonly instant: number; readonly task: () => void }>()
  let now = startAt

  function nextDue(until: number): { readonly instant: number; readonly task: () => void } | undefined {
    return [...tasks]
      .filter(({ instant }) => instant <= until)
      .sort((a, b) => a.instant - b.instant)
      .at(0)
  }

  return {
    rate: 1,
    now: () => now,
    at(instant, task) {
      const entry = { instant, task }
      tasks.add(entry)
      return () => void tasks.delete(entry)
    },
    moveTo(target) {
      for (let due = nextDue(target); due !== undefined; due = nextDue(target)) {
        tasks.delete(due)
        now = Math.max(now, due.instant)
        due.task()
      }
      now = target
    },
    get waiting() {
      return tasks.size
    },
  }
}

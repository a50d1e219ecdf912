import type { DemoCustomer } from './demo-cast.ts'
import { demoRandom, type DemoRandom } from './demo-random.ts'
import { ticketsOfHour, type DemoManner, type DemoTicket } from './demo-tickets.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The help desk keeps this much itself; what is older lies in the archive. */
export const DESK_MEMORY_MS = 4 * DAY
const HISTORY_MS = 90 * DAY

/**
 * The settled cases of the months before the world began, in order of number: about a thousand, so that there are
 * promises to add up and to rehearse with. Every one is over when the world begins, UTC ms.
 */
export function demoHistory(seed: number, worldBeganAt: number): DemoTicket[] {
  const from = worldBeganAt - HISTORY_MS
  const to = worldBeganAt - DESK_MEMORY_MS
  const manner = mannerOfThePast(seed)
  const tickets: DemoTicket[] = []
  for (let hour = Math.floor(from / HOUR); hour * HOUR < to; hour += 1) {
    const made = ticketsOfHour(manner, seed, hour)
    tickets.push(...made.filter(({ createdAt }) => createdAt >= from && createdAt < to))
  }
  return tickets
}

/** Quieter than today, and better: over months most promises were kept, for some customers fewer than for others. */
function mannerOfThePast(seed: number): DemoManner {
  function isLate(random: DemoRandom, customer: DemoCustomer, at: number): boolean {
    return random.chance(lateShare(seed, customer, at))
  }
  return {
    arrivals: (random) => (random.chance(0.4) ? 1 : 0),
    solveMs(random, { customer, pace, createdAt }) {
      if (pace.resolutionMs === null) return random.between(...pace.solveHours) * HOUR
      const late = isLate(random, customer, createdAt)
      return pace.resolutionMs * (late ? random.between(1.05, 3) : random.between(0.2, 0.93))
    },
    answerMs(random, { customer, pace, createdAt }) {
      const late = isLate(random, customer, createdAt)
      return pace.responseMs * (late ? random.between(1.02, 2) : random.between(0.05, 0.6))
    },
  }
}

/** Share of a customer's promises that are broken in a month: its own level, and now and then a bad month. */
function lateShare(seed: number, { name }: DemoCustomer, at: number): number {
  const level = demoRandom(seed, 'lateness', name).between(0.005, 0.06)
  const date = new Date(at)
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth()
  return demoRandom(seed, 'lateness', name, month).chance(0.15) ? level + 0.12 : level
}

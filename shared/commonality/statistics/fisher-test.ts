import { marginsOf, type Fourfold } from './fourfold.ts'

/** Tables that differ only by rounding are equally likely (the same tolerance as in R). */
const AS_LIKELY = 1 + 1e-7

/**
 * Fisher's exact test: how likely a table at most as likely as this one is, with these margins, where being inside has
 * nothing to do with failing. Cells must be whole numbers.
 */
export function fisherTest(table: Fourfold): number {
  const { logs, observed } = likelihoods(table)
  return shareOf(logs, (log) => log <= (logs[observed] ?? 0) + Math.log(AS_LIKELY))
}

/** One-sided: how likely so few failing records inside are, or fewer; or so many, or more. */
export function fisherTestToward(direction: 'fewer' | 'more', table: Fourfold): number {
  const { logs, observed } = likelihoods(table)
  const isFewer = direction === 'fewer'
  return shareOf(logs, (_, place) => (isFewer ? place <= observed : place >= observed))
}

interface Likelihoods {
  /** Logarithms of how likely each possible count of failing inside is, up to a constant. */
  readonly logs: Float64Array
  /** Place of the table itself. */
  readonly observed: number
}

/** Each from its neighbour, so that no factorial is needed and nothing large cancels. */
function likelihoods(table: Fourfold): Likelihoods {
  const { failing, working, inside } = marginsOf(table)
  const least = Math.max(0, inside - working)
  const most = Math.min(failing, inside)
  const logs = new Float64Array(most - least + 1)
  for (let count = least; count < most; count += 1) {
    const place = count - least
    const up = (failing - count) * (inside - count)
    const down = (count + 1) * (working - inside + count + 1)
    logs[place + 1] = (logs[place] ?? 0) + Math.log(up / down)
  }
  return { logs, observed: table.failingInside - least }
}

function shareOf(logs: Float64Array, isMeant: (log: number, place: number) => boolean): number {
  const greatest = logs.reduce((most, log) => Math.max(most, log), -Infinity)
  let meant = 0
  let all = 0
  for (const [place, log] of logs.entries()) {
    const weight = Math.exp(log - greatest)
    all += weight
    if (isMeant(log, place)) meant += weight
  }
  return meant / all
}

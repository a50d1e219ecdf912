import { demoRandom } from './demo-random.ts'
import { OPERATORS, type DemoOperator } from './demo-cast.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A fault at an operator: it begins, is admitted on the status page later, and ends. Instants are UTC ms. */
export interface DemoOutage {
  readonly id: string
  readonly operator: DemoOperator
  readonly service: string
  readonly impact: 'minor' | 'major' | 'critical'
  readonly beganAt: number
  readonly admittedAt: number
  readonly identifiedAt: number
  readonly monitoringAt: number
  readonly resolvedAt: number
}

/** A planned window, announced ten days ahead as the contract demands. */
export interface DemoMaintenance {
  readonly id: string
  readonly operator: DemoOperator
  readonly service: string
  readonly announcedAt: number
  readonly from: number
  readonly until: number
}

/** The worst is the rarest. */
const IMPACTS: readonly [DemoOutage['impact'], ...DemoOutage['impact'][]] = [
  'minor',
  'minor',
  'major',
  'major',
  'critical',
]

function outageOf(seed: number, day: number, operator: DemoOperator): DemoOutage | null {
  const random = demoRandom(seed, 'outage', day, operator.id)
  if (!random.chance(0.35)) return null
  const beganAt = day * DAY + Math.round(random.between(0, DAY))
  const admittedAt = beganAt + random.whole(8, 70) * 60_000
  const identifiedAt = admittedAt + random.whole(15, 90) * 60_000
  const monitoringAt = identifiedAt + random.whole(20, 240) * 60_000
  const resolvedAt = monitoringAt + random.whole(20, 120) * 60_000
  const impact = random.pick(IMPACTS)
  const service = random.pick(operator.services)
  return {
    id: `${operator.id}-${day}`,
    operator,
    service,
    impact,
    beganAt,
    admittedAt,
    identifiedAt,
    monitoringAt,
    resolvedAt,
  }
}

/** Outages whose beginning lies in [from, to). */
export function outagesBetween(seed: number, from: number, to: number): DemoOutage[] {
  const found: DemoOutage[] = []
  for (let day = Math.floor(from / DAY); day * DAY < to; day += 1) {
    for (const operator of OPERATORS) {
      const outage = outageOf(seed, day, operator)
      if (outage !== null && outage.beganAt >= from && outage.beganAt < to) found.push(outage)
    }
  }
  return found
}

/** Maintenance windows beginning in [from, to): one a week and operator, at night UTC. */
export function maintenancesBetween(seed: number, from: number, to: number): DemoMaintenance[] {
  const found: DemoMaintenance[] = []
  const WEEK = 7 * DAY
  for (let week = Math.floor(from / WEEK); week * WEEK < to; week += 1) {
    for (const operator of OPERATORS) {
      const random = demoRandom(seed, 'maintenance', week, operator.id)
      const begin = week * WEEK + random.whole(0, 6) * DAY + random.whole(0, 3) * HOUR
      const window = {
        id: `${operator.id}-maintenance-${week}`,
        operator,
        service: random.pick(operator.services),
        announcedAt: begin - random.whole(10, 14) * DAY,
        from: begin,
        until: begin + random.whole(2, 5) * HOUR,
      }
      if (begin >= from && begin < to) found.push(window)
    }
  }
  return found
}

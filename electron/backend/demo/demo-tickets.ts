import { CUSTOMERS, SUBJECTS, type DemoCustomer } from './demo-cast.ts'
import { outagesBetween, type DemoOutage } from './demo-outages.ts'
import { demoRandom, type DemoRandom } from './demo-random.ts'
import { demoSteps, type DemoStep } from './demo-steps.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Case numbers count from here: 100 an hour. */
const FIRST_HOUR = Date.UTC(2026, 0, 1) / HOUR
/** An outage brings tickets for this long. */
const OUTAGE_REACH_MS = 2 * HOUR

export interface DemoTicket {
  readonly number: number
  readonly createdAt: number
  readonly customer: DemoCustomer
  readonly subject: string
  readonly text: string
  readonly severity: string
  /** In order of time. Steps in the future have not happened yet. */
  readonly steps: readonly DemoStep[]
}

export interface DemoPace {
  readonly code: string
  readonly words: keyof typeof SUBJECTS
  readonly responseMs: number
  /** Null where the contract promises no resolution. */
  readonly resolutionMs: number | null
  readonly solveHours: readonly [number, number]
}

/** How busy the desk is and how well it works. */
export interface DemoManner {
  /** Cases of an hour, beside those an outage brings. */
  arrivals(random: DemoRandom): number
  /** How long the case takes until it is solved, and until it is answered, in ms. */
  solveMs(random: DemoRandom, scene: DemoScene): number
  answerMs(random: DemoRandom, scene: DemoScene): number
}

export interface DemoScene {
  readonly customer: DemoCustomer
  readonly pace: DemoPace
  readonly createdAt: number
}

const SIM_ASSIST_PACES: readonly [DemoPace, ...DemoPace[]] = [
  { code: 'P1', words: 'high', responseMs: HOUR, resolutionMs: 4 * HOUR, solveHours: [1.5, 5] },
  { code: 'P2', words: 'middle', responseMs: 2 * HOUR, resolutionMs: 4 * HOUR, solveHours: [2, 9] },
  { code: 'P3', words: 'middle', responseMs: 4 * HOUR, resolutionMs: 4 * HOUR, solveHours: [4, 24] },
  { code: 'P3', words: 'low', responseMs: 4 * HOUR, resolutionMs: 4 * HOUR, solveHours: [4, 30] },
  { code: 'P4', words: 'low', responseMs: 6 * HOUR, resolutionMs: null, solveHours: [10, 60] },
]
const HELP_DESK_PACES: readonly [DemoPace, ...DemoPace[]] = [
  { code: 'S1', words: 'high', responseMs: HOUR, resolutionMs: null, solveHours: [1.5, 5] },
  { code: 'S2', words: 'middle', responseMs: 8 * HOUR, resolutionMs: null, solveHours: [3, 16] },
  { code: 'S3', words: 'low', responseMs: 12 * HOUR, resolutionMs: null, solveHours: [8, 40] },
]

function paceOf(customer: DemoCustomer, random: DemoRandom, outage: DemoOutage | null): DemoPace {
  const paces = customer.policyId === 'ipass-help-desk' ? HELP_DESK_PACES : SIM_ASSIST_PACES
  if (outage?.impact === 'critical') return paces[0]
  if (outage !== null) return random.chance(0.3) ? paces[0] : (paces[1] ?? paces[0])
  if (random.chance(0.05)) return paces[0]
  return paces[random.whole(1, paces.length - 1)] ?? paces[0]
}

function fill(template: string, customer: DemoCustomer, at: number, random: DemoRandom): string {
  return template
    .replace('{time}', new Date(at - random.whole(5, 50) * MINUTE).toISOString().slice(11, 16))
    .replace('{operator}', customer.operator.name)
    .replace('{country}', customer.operator.country)
    .replace('{count}', String(random.whole(30, 400)))
}

/** Most answers come in good time, some just so, a few late: a board without breaches teaches nobody. */
function answerShare(random: DemoRandom): number {
  const lot = random.between(0, 1)
  if (lot < 0.8) return random.between(0.1, 0.8)
  if (lot < 0.92) return random.between(0.8, 0.99)
  return random.between(1.02, 2)
}

const OF_TODAY: DemoManner = {
  arrivals: (random) => random.whole(0, 6),
  solveMs: (random, { pace }) => random.between(...pace.solveHours) * HOUR,
  answerMs: (random, { pace }) => pace.responseMs * answerShare(random),
}

function ticketOf(
  manner: DemoManner,
  seed: number,
  hour: number,
  place: number,
  forced: { customer: DemoCustomer; at: number; outage: DemoOutage } | null,
): DemoTicket {
  const random = demoRandom(seed, 'ticket', hour, place)
  const customer = forced?.customer ?? random.pick(CUSTOMERS)
  const createdAt = forced?.at ?? Math.round(hour * HOUR + random.between(0, HOUR))
  const outage = forced?.outage ?? null
  const pace = paceOf(customer, random, outage)
  const subject = fill(random.pick(SUBJECTS[pace.words]), customer, createdAt, random)
  const text = `Operator: ${customer.operator.name} (${customer.operator.network})\nService affected since ${new Date(createdAt - 15 * MINUTE).toISOString()}\nReported by the help desk of ${customer.name}.`
  const scene = { customer, pace, createdAt }
  const solved = createdAt + manner.solveMs(random, scene)
  const answered = createdAt + manner.answerMs(random, scene)
  return {
    number: (hour - FIRST_HOUR) * 100 + place + 1,
    createdAt,
    customer,
    subject,
    text,
    severity: pace.code,
    steps: demoSteps(random, { createdAt, responseMs: pace.responseMs, answered, solved, outage }),
  }
}

/** Tickets created in hour `hour` (hours since 1970, UTC): the usual few, and those an outage brings. */
export function ticketsOfHour(manner: DemoManner, seed: number, hour: number): DemoTicket[] {
  const random = demoRandom(seed, 'arrivals', hour)
  const tickets = Array.from({ length: manner.arrivals(random) }, (_, place) =>
    ticketOf(manner, seed, hour, place, null),
  )
  const begin = hour * HOUR
  for (const outage of outagesBetween(seed, begin - OUTAGE_REACH_MS, begin + HOUR)) {
    for (const customer of CUSTOMERS) {
      if (customer.operator.id !== outage.operator.id) continue
      const lot = demoRandom(seed, 'surge', outage.id, customer.name)
      const at = outage.beganAt + lot.whole(2, 100) * MINUTE
      if (at < begin || at >= begin + HOUR || !lot.chance(0.8)) continue
      tickets.push(ticketOf(manner, seed, hour, tickets.length, { customer, at, outage }))
    }
  }
  return tickets
}

/** Tickets by hour of creation; each hour is made up once, since it can only ever come out the same. */
export interface DemoArchive {
  /** Every ticket created in [from, to), in order of number. */
  between(from: number, to: number): DemoTicket[]
}

export function createDemoArchive(seed: number): DemoArchive {
  const hours = new Map<number, DemoTicket[]>()

  function ofHour(hour: number): DemoTicket[] {
    const held = hours.get(hour)
    if (held !== undefined) return held
    const made = ticketsOfHour(OF_TODAY, seed, hour)
    hours.set(hour, made)
    return made
  }

  function between(from: number, to: number): DemoTicket[] {
    const found: DemoTicket[] = []
    for (let hour = Math.floor(from / HOUR); hour * HOUR < to; hour += 1) {
      found.push(...ofHour(hour).filter(({ createdAt }) => createdAt >= from && createdAt < to))
    }
    for (const hour of hours.keys()) if ((hour + 1) * HOUR <= from) hours.delete(hour)
    return found
  }

  return { between }
}

import { deskOnDuty } from '../../../shared/shifts/roster.ts'
import { CUSTOMERS, DESKS, OWNERS, SUBJECTS, type DemoCustomer } from './demo-cast.ts'
import { outagesBetween, type DemoOutage } from './demo-outages.ts'
import { demoRandom, type DemoRandom } from './demo-random.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Case numbers count from here: 100 an hour. */
const FIRST_HOUR = Date.UTC(2026, 0, 1) / HOUR
/** An outage brings tickets for this long. */
const OUTAGE_REACH_MS = 2 * HOUR

/** Custom fields that change in a ticket's life. */
export type DemoField = 'Severity' | 'Domain' | 'Customers affected'

/** One thing that happens to a demo ticket. `by` null is the customer's help desk. */
export type DemoStep = { readonly at: number; readonly by: string | null } & (
  | { readonly kind: 'reply'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'status'; readonly status: 'open' | 'stalled' | 'waiting for operator' | 'resolved' }
  | { readonly kind: 'owner'; readonly owner: string }
  | { readonly kind: 'field'; readonly field: DemoField; readonly value: string }
)

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

interface Pace {
  readonly code: string
  readonly words: keyof typeof SUBJECTS
  readonly responseMs: number
  readonly solveHours: readonly [number, number]
}

const SIM_ASSIST_PACES: readonly [Pace, ...Pace[]] = [
  { code: 'P1', words: 'high', responseMs: HOUR, solveHours: [1.5, 5] },
  { code: 'P2', words: 'middle', responseMs: 2 * HOUR, solveHours: [2, 9] },
  { code: 'P3', words: 'middle', responseMs: 4 * HOUR, solveHours: [4, 24] },
  { code: 'P3', words: 'low', responseMs: 4 * HOUR, solveHours: [4, 30] },
  { code: 'P4', words: 'low', responseMs: 6 * HOUR, solveHours: [10, 60] },
]
const HELP_DESK_PACES: readonly [Pace, ...Pace[]] = [
  { code: 'S1', words: 'high', responseMs: HOUR, solveHours: [1.5, 5] },
  { code: 'S2', words: 'middle', responseMs: 8 * HOUR, solveHours: [3, 16] },
  { code: 'S3', words: 'low', responseMs: 12 * HOUR, solveHours: [8, 40] },
]

function paceOf(customer: DemoCustomer, random: DemoRandom, outage: DemoOutage | null): Pace {
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

function ownerAt(instant: number, random: DemoRandom): string {
  const names = OWNERS[deskOnDuty(DESKS, instant) ?? 'bruges']
  return names === undefined ? 'bruges-noc-1' : random.pick(names)
}

/** Most answers come in good time, some just so, a few late: a board without breaches teaches nobody. */
function answerShare(random: DemoRandom): number {
  const lot = random.between(0, 1)
  if (lot < 0.8) return random.between(0.1, 0.8)
  if (lot < 0.92) return random.between(0.8, 0.99)
  return random.between(1.02, 2)
}

function stepsOf(random: DemoRandom, createdAt: number, pace: Pace, outage: DemoOutage | null): DemoStep[] {
  const steps: DemoStep[] = []
  const solved = createdAt + random.between(...pace.solveHours) * HOUR
  const answered = createdAt + pace.responseMs * answerShare(random)
  const taken = createdAt + Math.min(pace.responseMs * random.between(0.02, 0.4), answered - createdAt)
  const owner = ownerAt(taken, random)
  steps.push({ at: taken, by: owner, kind: 'owner', owner })
  steps.push({ at: taken + MINUTE, by: owner, kind: 'status', status: 'open' })
  steps.push({
    at: answered,
    by: owner,
    kind: 'reply',
    text: 'We have taken your case and are looking into it. Next update within the agreed time.',
  })

  let at = answered + random.whole(5, 40) * MINUTE
  const end = Math.max(
    solved,
    answered + 30 * MINUTE,
    outage === null ? 0 : outage.resolvedAt + random.whole(5, 40) * MINUTE,
  )
  if (outage !== null) {
    steps.push({ at, by: owner, kind: 'field', field: 'Domain', value: 'mno' })
    // Seldom somebody forgets to count the others: then the resolution clock runs on, as the contract says.
    if (random.chance(0.85)) {
      steps.push({
        at,
        by: owner,
        kind: 'field',
        field: 'Customers affected',
        value: String(random.whole(2, 5)),
      })
    }
    steps.push({
      at: at + MINUTE,
      by: owner,
      kind: 'note',
      text: `Same operator as other cases since ${new Date(outage.beganAt).toISOString().slice(11, 16)} UTC. Asked ${outage.operator.name}.`,
    })
    steps.push({ at: at + 2 * MINUTE, by: owner, kind: 'status', status: 'waiting for operator' })
  } else if (random.chance(0.45)) {
    const back = Math.min(at + random.between(0.3, 6) * HOUR, end - 20 * MINUTE)
    steps.push({
      at,
      by: owner,
      kind: 'reply',
      text: 'Please send the ICCID of two affected devices and one working one, with the time of the last try.',
    })
    steps.push({ at: at + MINUTE, by: owner, kind: 'status', status: 'stalled' })
    if (back > at + 2 * MINUTE) {
      steps.push({ at: back, by: null, kind: 'reply', text: 'Here are the examples you asked for.' })
      steps.push({ at: back + MINUTE, by: owner, kind: 'status', status: 'open' })
      at = back
    }
    steps.push({
      at: at + 10 * MINUTE,
      by: owner,
      kind: 'field',
      field: 'Domain',
      value: random.pick(['provider', 'provider', 'customer']),
    })
  } else {
    steps.push({ at, by: owner, kind: 'field', field: 'Domain', value: 'provider' })
    steps.push({
      at: at + 5 * MINUTE,
      by: owner,
      kind: 'note',
      text: 'Compared with a working device: only the APN profile differs.',
    })
  }
  steps.push({ at: end, by: owner, kind: 'reply', text: 'Solved on our side and tested. Please confirm.' })
  steps.push({ at: end + 2 * MINUTE, by: owner, kind: 'status', status: 'resolved' })
  return steps.map((step) => ({ ...step, at: Math.round(step.at) })).toSorted((a, b) => a.at - b.at)
}

function ticketOf(
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
  return {
    number: (hour - FIRST_HOUR) * 100 + place + 1,
    createdAt,
    customer,
    subject,
    text,
    severity: pace.code,
    steps: stepsOf(random, createdAt, pace, outage),
  }
}

/** Tickets created in hour `hour` (hours since 1970, UTC): the usual few, and those an outage brings. */
function ticketsOfHour(seed: number, hour: number): DemoTicket[] {
  const random = demoRandom(seed, 'arrivals', hour)
  const tickets = Array.from({ length: random.whole(0, 6) }, (_, place) => ticketOf(seed, hour, place, null))
  const begin = hour * HOUR
  for (const outage of outagesBetween(seed, begin - OUTAGE_REACH_MS, begin + HOUR)) {
    for (const customer of CUSTOMERS) {
      if (customer.operator.id !== outage.operator.id) continue
      const lot = demoRandom(seed, 'surge', outage.id, customer.name)
      const at = outage.beganAt + lot.whole(2, 100) * MINUTE
      if (at < begin || at >= begin + HOUR || !lot.chance(0.8)) continue
      tickets.push(ticketOf(seed, hour, tickets.length, { customer, at, outage }))
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
    const made = ticketsOfHour(seed, hour)
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

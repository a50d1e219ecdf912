import { deskOnDuty } from '../../../shared/shifts/roster.ts'
import { DESKS, OWNERS } from './demo-cast.ts'
import type { DemoOutage } from './demo-outages.ts'
import type { DemoRandom } from './demo-random.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

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

/** How fast a case is worked. Instants are UTC ms; `solved` is put off where an outage or an answer lasts longer. */
export interface DemoCourse {
  readonly createdAt: number
  /** The time the contract gives for the answer. */
  readonly responseMs: number
  readonly answered: number
  readonly solved: number
  readonly outage: DemoOutage | null
}

/** What happens to a case, in order of time; the last step resolves it. */
export function demoSteps(
  random: DemoRandom,
  { createdAt, responseMs, answered, solved, outage }: DemoCourse,
): DemoStep[] {
  const steps: DemoStep[] = []
  const taken = createdAt + Math.min(responseMs * random.between(0.02, 0.4), answered - createdAt)
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
    at + 30 * MINUTE,
    outage === null ? 0 : outage.resolvedAt + random.whole(5, 40) * MINUTE,
  )
  if (outage !== null) {
    steps.push({ at, by: owner, kind: 'field', field: 'Domain', value: 'mno' })
    // Seldom somebody forgets to count the others: then the resolution clock runs on, as the contract says.
    if (random.chance(0.92)) {
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

function ownerAt(instant: number, random: DemoRandom): string {
  const names = OWNERS[deskOnDuty(DESKS, instant) ?? 'bruges']
  return names === undefined ? 'bruges-noc-1' : random.pick(names)
}

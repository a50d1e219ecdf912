import { domain } from '../records/domain.ts'
import { ticketStatus } from '../records/ticket.ts'
import type { Finding } from './finding.ts'
import { knownLifecycle } from './lifecycles.ts'
import type { PolicyMetric, Trigger } from './policy.ts'

const CHANGES = new Set<Trigger['event']>(['status', 'owner', 'domain', 'field'])
const ARRIVALS = new Set<Trigger['event']>(['created', 'reply'])

/** Triggers that no event can meet, so that a clock would never start, never stop or never be armed again. */
export function checkTriggers(metric: PolicyMetric, place: string): Finding[] {
  return [
    ...all(metric.start, `${place}.start`),
    ...all(metric.stop, `${place}.stop`),
    ...all(metric.rearm?.on, `${place}.rearm.on`),
    ...creationThatEnds(metric.stop, `${place}.stop`),
    ...creationThatEnds(metric.rearm?.on, `${place}.rearm.on`),
    ...creationThatWaits(metric, place),
  ]
}

function all(triggers: readonly Trigger[] | undefined, place: string): Finding[] {
  return (triggers ?? []).flatMap((trigger, index) => checkTrigger(trigger, `${place}[${index}]`))
}

function checkTrigger({ event, to, name, channel }: Trigger, place: string): Finding[] {
  const findings: Finding[] = []
  if (to !== undefined && !CHANGES.has(event)) {
    findings.push({
      place: `${place}.to`,
      reason: `the event "${event}" has no new value, so this never happens`,
    })
  }
  if (name !== undefined && event !== 'field') {
    findings.push({
      place: `${place}.name`,
      reason: `only the event "field" has a name, so this never happens`,
    })
  }
  if (channel !== undefined && !ARRIVALS.has(event)) {
    findings.push({
      place: `${place}.channel`,
      reason: `the event "${event}" has no channel, so this never happens`,
    })
  }
  const known = valuesOf(event)
  if (known === null) return findings
  to?.forEach((value, index) => {
    if (known.includes(value)) return
    const reason = `"${value}" is no ${event}; it is one of ${known.join(', ')}`
    findings.push({ place: `${place}.to[${index}]`, reason })
  })
  return findings
}

/** The values a change may lead to; null where anything may stand. */
function valuesOf(event: Trigger['event']): readonly string[] | null {
  if (event === 'status') return ticketStatus.options
  return event === 'domain' ? domain.options : null
}

function creationThatEnds(triggers: readonly Trigger[] | undefined, place: string): Finding[] {
  return (triggers ?? []).flatMap(({ event }, index) =>
    event === 'created'
      ? [
          {
            place: `${place}[${index}]`,
            reason: 'a ticket is created before any clock runs, so this never happens',
          },
        ]
      : [],
  )
}

/** Creation comes before anything is settled. */
function creationThatWaits(metric: PolicyMetric, place: string): Finding[] {
  const { after } = metric
  const start = metric.start ?? knownLifecycle(metric.metric)?.start
  if (after === undefined || start?.every(({ event }) => event === 'created') !== true) return []
  return [
    {
      place: `${place}.after`,
      reason: `it starts with the ticket, when "${after}" is not settled yet: it would never start`,
    },
  ]
}

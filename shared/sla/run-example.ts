import type { CompiledPolicy } from '../policy/compiled-policy.ts'
import type { PolicyExample } from '../policy/policy.ts'
import type { Clock } from '../records/clock.ts'
import type { TicketEvent } from '../records/ticket-event.ts'
import { deriveClocks } from './derive-clocks.ts'
import { escalationSteps, type LadderInput } from './escalation.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** A worked example of a policy file as it comes out: every clock and step it does not meet, in words; none if all do. */
export function failuresOf(policy: CompiledPolicy, example: PolicyExample): string[] {
  const events = eventsOf(example)
  const input = { policy, ticket: headOf(example, events), events, now: Date.parse(example.now) }
  const clocks = deriveClocks(input)
  return [...clockFailures(example, clocks), ...stepFailures(example, { ...input, clocks })]
}

function clockFailures(example: PolicyExample, clocks: readonly Clock[]): string[] {
  return example.expect.flatMap((expected) => {
    const clock = clocks.find(({ id }) => id === expected.clock)
    if (clock === undefined) return [`${expected.clock}: there is no such clock`]
    return [
      ...differs(expected.clock, 'state', expected.state, clock.state),
      ...differs(expected.clock, 'due', expected.due, written(clock.dueAt)),
      ...differs(expected.clock, 'goal', expected.goal, written(clock.goalAt)),
      ...differs(expected.clock, 'promise', expected.promise, String(clock.reason.values.promise)),
    ]
  })
}

/** No step of an example has been taken. */
function stepFailures(example: PolicyExample, input: LadderInput): string[] {
  const steps = escalationSteps(input, [], () => null)
  return example.escalation.flatMap((expected) => {
    const step = steps.find(({ id }) => id === expected.step)
    return [
      ...differs(expected.step, 'state', expected.state, step?.state ?? 'none'),
      ...differs(expected.step, 'due', expected.due, written(step?.dueAt ?? null)),
    ]
  })
}

function differs(subject: string, what: string, expected: string | undefined, found: string): string[] {
  if (expected === undefined) return []
  const same = expected === found || Date.parse(expected) === Date.parse(found)
  return same ? [] : [`${subject}: ${what} is ${found}, expected ${expected}`]
}

function written(instant: number | null): string {
  return instant === null ? 'none' : new Date(instant).toISOString()
}

/** An example tells the beginning and the events; the head is where they lead. */
function headOf({ ticket }: PolicyExample, events: readonly TicketEvent[]): TicketFacts {
  const status = events.findLast((event) => event.kind === 'status')
  const assessed = events.findLast((event) => event.kind === 'severity')
  const domain = events.findLast((event) => event.kind === 'domain')
  return {
    subject: ticket.subject,
    customer: ticket.customer ?? null,
    queue: null,
    status: status?.to ?? 'open',
    channel: ticket.channel,
    reportedSeverity: ticket.severity ?? null,
    assessedSeverity: assessed?.to ?? null,
    domain: domain === undefined ? (ticket.domain ?? null) : domain.to,
    createdAt: Date.parse(ticket.created),
    fields: ticket.fields,
  }
}

function eventsOf({ ticket, events }: PolicyExample): TicketEvent[] {
  const created: TicketEvent = {
    externalId: 'created',
    at: Date.parse(ticket.created),
    actor: { name: null, side: 'customer' },
    kind: 'created',
    channel: ticket.channel,
    severity: ticket.severity ?? null,
    status: 'open',
    text: '',
  }
  const told: TicketEvent[] = [created]
  for (const event of events) told.push(eventOf(event, told))
  return told
}

/** The program's own events also say what was before: it is what the earlier events of the example left. */
function eventOf(event: PolicyExample['events'][number], told: readonly TicketEvent[]): TicketEvent {
  const head = {
    externalId: `event-${told.length}`,
    at: Date.parse(event.at),
    actor: { name: null, side: event.by },
  }
  if (event.kind === 'status') {
    const from = told.findLast((other) => other.kind === 'status')?.to ?? 'open'
    return { ...head, kind: 'status', from, to: event.to, raw: event.to }
  }
  if (event.kind === 'severity') {
    const from = told.findLast((other) => other.kind === 'severity')?.to ?? null
    return { ...head, kind: 'severity', basis: 'assessed', from, to: event.to, reason: null }
  }
  if (event.kind === 'domain') {
    const from = told.findLast((other) => other.kind === 'domain')?.to ?? null
    return { ...head, kind: 'domain', from, to: event.to, reason: null }
  }
  if (event.kind === 'field') {
    const changes = told.filter((other) => other.kind === 'field')
    const from = changes.findLast(({ name }) => name === event.name)?.to ?? null
    return { ...head, kind: 'field', name: event.name, from, to: event.to }
  }
  if (event.kind === 'reply') return { ...head, kind: 'reply', channel: 'web', text: '' }
  return { ...head, kind: event.kind, text: '' }
}

import type { CompiledStep } from '../policy/compiled-policy.ts'
import type { BoardRow } from '../records/board-row.ts'
import { isPending, type Clock } from '../records/clock.ts'
import type { EscalationStep } from '../records/escalation.ts'
import { settledStatuses } from '../records/ticket.ts'
import { CalendarFault } from '../time/calendar-fault.ts'
import type { Interval } from '../time/intervals.ts'
import { matches } from './conditions.ts'
import type { ClockInput } from './derive-clocks.ts'
import { findCycle } from './find-cycle.ts'
import { factsOf } from './ticket-facts.ts'
import { stepDueAt } from './step-due.ts'

/** A step that was taken: its id, when, by whom, and what was sent. */
export interface TakenStep {
  readonly stepId: string
  readonly at: number
  readonly by: string
  readonly summary: string
}

export interface LadderInput extends ClockInput {
  /** Those `deriveClocks` gave for the same input. */
  readonly clocks: readonly Clock[]
}

/** A rung as it stands for one ticket, whether or not it was taken. */
interface Rung {
  readonly id: string
  readonly clock: Clock | null
  readonly step: CompiledStep
  /** Null on demand, and while the clock is held. */
  readonly dueAt: number | null
  /** Whether the promise it follows is still to be kept; a step that is not owed is shown only if it was taken. */
  readonly isOwed: boolean
}

/**
 * Every step of the contract's ladders on one ticket: those owed, and those taken whatever became of the contract. By
 * due instant, those without one last. `deskAt` names the desk in its day at an instant.
 */
export function escalationSteps(
  input: LadderInput,
  taken: readonly TakenStep[],
  deskAt: (instant: number) => string | null,
): EscalationStep[] {
  const rungs = [...climbedLadders(input)].flatMap((climbed) => [...rungsOf(climbed, input)])
  const takenById = new Map(taken.map((step) => [step.stepId, step]))
  const steps = rungs.flatMap((rung): EscalationStep[] => {
    const done = takenById.get(rung.id) ?? null
    if (done === null && !rung.isOwed) return []
    const state = done === null ? stateOf(rung, takenById, input.now) : 'done'
    return [stepOf(rung, state, done, deskOf(rung, state, done, input.now, deskAt))]
  })
  const known = new Set(rungs.map(({ id }) => id))
  const lost = taken.filter(({ stepId }) => !known.has(stepId)).map(stepOfLostRung)
  return [...steps, ...lost].sort(byDueInstant)
}

/**
 * What a board row says of the ladders: the lowest step that is due and not taken and, where there is none, when each
 * clock's next step comes due. `taken` is asked only where a step is due.
 */
export function escalationOnBoard(
  input: LadderInput,
  taken: () => readonly TakenStep[],
): { escalation: BoardRow['escalation']; nextDueAt: ReadonlyMap<string, number> } {
  const nextDueAt = new Map<string, number>()
  let takenIds: Set<string> | null = null
  let escalation: BoardRow['escalation'] = null
  for (const climbed of climbedLadders(input)) {
    if (climbed.clock === null || !climbed.isOwed) continue
    for (const { id, step, dueAt } of rungsOf(climbed, input)) {
      if (dueAt === null) continue
      if (dueAt > input.now) {
        nextDueAt.set(climbed.clock.id, Math.min(dueAt, nextDueAt.get(climbed.clock.id) ?? Infinity))
        break
      }
      takenIds ??= new Set(taken().map(({ stepId }) => stepId))
      if (takenIds.has(id)) continue
      if (escalation === null || dueAt < escalation.dueAt) escalation = { stepId: id, role: step.role, dueAt }
      break
    }
  }
  // A row that shows a step shows the same one when another comes due.
  return escalation === null ? { escalation, nextDueAt } : { escalation, nextDueAt: NEVER }
}

const NEVER: ReadonlyMap<string, number> = new Map()

/** A ladder on one clock, or on the ticket itself. */
interface ClimbedLadder {
  readonly name: string
  readonly steps: readonly CompiledStep[]
  readonly clock: Clock | null
  readonly isOwed: boolean
}

function* climbedLadders({ policy, ticket, clocks }: LadderInput): Generator<ClimbedLadder> {
  if (policy === null || policy.ladders.length === 0) return
  const facts = factsOf(ticket)
  for (const { name, metric, variants } of policy.ladders) {
    if (metric === null) {
      const variant = variants.find(({ when }) => matches(when, facts, ticket.createdAt) === 'yes')
      const isOwed = !settledStatuses.includes(ticket.status)
      if (variant !== undefined) yield { name, steps: variant.steps, clock: null, isOwed }
      continue
    }
    for (const clock of clocks) {
      if (clock.metric !== metric) continue
      const startedAt = clock.startedAt ?? ticket.createdAt
      const variant = variants.find(({ when }) => matches(when, facts, startedAt) === 'yes')
      if (variant !== undefined) yield { name, steps: variant.steps, clock, isOwed: isPending(clock) }
    }
  }
}

/** From below: whoever needs only the first of them computes no others. A rung is never due before one below it. */
function* rungsOf({ name, steps, clock, isOwed }: ClimbedLadder, input: LadderInput): Generator<Rung> {
  const holds = holdsOf(input, clock)
  let below = -Infinity
  for (const [index, step] of steps.entries()) {
    const own = clock === null ? null : dueOrHeld(step, clock, input, holds)
    const dueAt = own === null ? null : Math.max(own, below)
    below = dueAt ?? below
    yield { id: rungId(name, clock, index + 1), clock, step, dueAt, isOwed }
  }
}

/** The runs of a metric that repeats are told apart by their number: `no-update/3/1`. */
function rungId(name: string, clock: Clock | null, number: number): string {
  const cycle = clock?.id.split('/')[1]
  return cycle === undefined ? `${name}/${number}` : `${name}/${cycle}/${number}`
}

/** The id of the rung below on the same ladder; null for the first. */
export function stepIdBefore(stepId: string): string | null {
  const end = stepId.lastIndexOf('/')
  const number = Number(stepId.slice(end + 1))
  return number > 1 ? `${stepId.slice(0, end)}/${number - 1}` : null
}

/** Years no calendar reaches make the clock itself "cannot be computed"; a ladder beyond them is never due. */
function dueOrHeld(
  { due }: CompiledStep,
  clock: Clock,
  { policy }: LadderInput,
  holds: () => readonly Interval[],
): number | null {
  try {
    return stepDueAt(due, clock, policy?.workingDayMeaning ?? 'same-wall-time', holds)
  } catch (error) {
    if (error instanceof CalendarFault) return null
    throw error
  }
}

/** Stretches in which the clock did not count, the present one without an end; replayed once, when first asked. */
function holdsOf(input: LadderInput, clock: Clock | null): () => readonly Interval[] {
  let holds: readonly Interval[] | null = null
  return () => {
    if (holds !== null) return holds
    const segments = clock === null ? [] : (findCycle(input, clock.id)?.cycle.segments ?? [])
    holds = segments
      .filter(({ counting }) => counting.kind !== 'counted')
      .map((segment) => ({
        from: segment.from,
        to: segment === segments.at(-1) && clock?.settledAt === null ? Infinity : segment.to,
      }))
    return holds
  }
}

/** On demand a step may be taken once the one before it was: a contract names its contacts in order. */
function stateOf(
  { id, step, dueAt }: Rung,
  taken: ReadonlyMap<string, TakenStep>,
  now: number,
): EscalationStep['state'] {
  const before = stepIdBefore(id)
  if (step.due.kind === 'on-demand') return before === null || taken.has(before) ? 'available' : 'upcoming'
  return dueAt !== null && dueAt <= now ? 'due' : 'upcoming'
}

function deskOf(
  { step, dueAt }: Rung,
  state: EscalationStep['state'],
  done: TakenStep | null,
  now: number,
  deskAt: (instant: number) => string | null,
): string | null {
  if (!step.ofDeskInItsDay) return null
  if (done !== null) return deskAt(done.at)
  if (state !== 'upcoming') return deskAt(now)
  return dueAt === null ? null : deskAt(dueAt)
}

function stepOf(
  { id, clock, step, dueAt }: Rung,
  state: EscalationStep['state'],
  done: TakenStep | null,
  deskId: string | null,
): EscalationStep {
  const { role, rule } = step
  return { id, clockId: clock?.id ?? null, role, deskId, rule, dueAt, state, done: doneOf(done) }
}

function stepOfLostRung(taken: TakenStep): EscalationStep {
  const { stepId } = taken
  return {
    id: stepId,
    clockId: null,
    role: stepId,
    deskId: null,
    rule: null,
    dueAt: null,
    state: 'done',
    done: doneOf(taken),
  }
}

function doneOf(taken: TakenStep | null): EscalationStep['done'] {
  return taken === null ? null : { at: taken.at, by: taken.by, summary: taken.summary }
}

function byDueInstant(a: EscalationStep, b: EscalationStep): number {
  const aDue = a.dueAt ?? Infinity
  const bDue = b.dueAt ?? Infinity
  return aDue === bDue ? 0 : aDue - bDue
}

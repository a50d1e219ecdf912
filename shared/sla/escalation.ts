import type { CompiledLadder, CompiledPolicy, CompiledStep } from '../policy/compiled-policy.ts'
import type { BoardRow } from '../records/board-row.ts'
import { isPending, type Clock } from '../records/clock.ts'
import type { EscalationStep } from '../records/escalation.ts'
import { settledStatuses } from '../records/ticket.ts'
import { CalendarFault } from '../time/calendar-fault.ts'
import { matches } from './conditions.ts'
import type { ClockInput } from './derive-clocks.ts'
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
  const rungs = rungsOf(input)
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
 * What a board row says of the ladders: the first step that is due and not taken, and per clock when its next one comes
 * due. `taken` is asked only where a step is due.
 */
export function escalationOnBoard(
  input: LadderInput,
  taken: () => readonly TakenStep[],
): { escalation: BoardRow['escalation']; nextDueAt: ReadonlyMap<string, number> } {
  const nextDueAt = new Map<string, number>()
  const due: { rung: Rung; dueAt: number }[] = []
  for (const rung of rungsOf({ ...input, clocks: input.clocks.filter(isPending) })) {
    const { dueAt, clock } = rung
    if (dueAt === null || clock === null) continue
    if (dueAt <= input.now) due.push({ rung, dueAt })
    else nextDueAt.set(clock.id, Math.min(dueAt, nextDueAt.get(clock.id) ?? Infinity))
  }
  if (due.length === 0) return { escalation: null, nextDueAt }
  const takenIds = new Set(taken().map(({ stepId }) => stepId))
  const first = due.filter(({ rung }) => !takenIds.has(rung.id)).sort((a, b) => a.dueAt - b.dueAt)[0]
  if (first === undefined) return { escalation: null, nextDueAt }
  const { rung, dueAt } = first
  return { escalation: { stepId: rung.id, role: rung.step.role, dueAt }, nextDueAt }
}

/** Of the ladders of one name the first whose condition holds applies, for each clock by itself. */
function rungsOf(input: LadderInput): Rung[] {
  const { policy, ticket, clocks } = input
  if (policy === null || policy.ladders.length === 0) return []
  const facts = factsOf(ticket)
  const applied = new Set<string>()
  return policy.ladders.flatMap((ladder) => {
    const followed = ladder.metric === null ? [null] : clocks.filter(({ metric }) => metric === ladder.metric)
    return followed.flatMap((clock) => {
      const firstId = rungId(ladder, clock, 1)
      if (applied.has(firstId)) return []
      if (matches(ladder.when, facts, clock?.startedAt ?? ticket.createdAt) !== 'yes') return []
      applied.add(firstId)
      const isOwed = clock === null ? !settledStatuses.includes(ticket.status) : isPending(clock)
      return rungsOn(policy, ladder, clock, input, isOwed)
    })
  })
}

function rungsOn(
  policy: CompiledPolicy,
  ladder: CompiledLadder,
  clock: Clock | null,
  input: LadderInput,
  isOwed: boolean,
): Rung[] {
  return ladder.steps.map((step, index) => ({
    id: rungId(ladder, clock, index + 1),
    clock,
    step,
    dueAt: clock === null ? null : dueOrHeld(policy, step, clock, input),
    isOwed,
  }))
}

/** The runs of a metric that repeats are told apart by their number: `no-update/3/1`. */
function rungId({ name }: CompiledLadder, clock: Clock | null, number: number): string {
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
  policy: CompiledPolicy,
  step: CompiledStep,
  clock: Clock,
  input: LadderInput,
): number | null {
  try {
    return stepDueAt(policy, step.due, clock, input)
  } catch (error) {
    if (error instanceof CalendarFault) return null
    throw error
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

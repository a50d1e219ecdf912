import type { CompiledMetric, CompiledPolicy } from '../policy/compiled-policy.ts'
import { settledStatuses, type TicketStatus } from '../records/ticket.ts'
import type { TicketEvent } from '../records/ticket-event.ts'
import { chooseTarget, isSameChoice, type Choice } from './choose-target.ts'
import { matches, triggeredBy } from './conditions.ts'
import type { History } from './history.ts'
import { applyEvent, type Facts } from './ticket-facts.ts'

/** What holds over a stretch of a clock's life. */
export type Counting =
  | { readonly kind: 'counted' }
  | { readonly kind: 'paused'; readonly status: TicketStatus }
  | { readonly kind: 'paused-when'; readonly because: string }
  | { readonly kind: 'excluded'; readonly because: string }

/** A stretch [from, to) in which one rule holds. */
export interface Segment {
  readonly from: number
  to: number
  readonly counting: Counting
  readonly choice: Choice
  /** Event that began it; null for a creation that no event tells of. */
  readonly cause: TicketEvent | null
}

/** One run of one promise, from its start to the event that settled it or to now. */
export interface Cycle {
  /** From 1. */
  readonly number: number
  readonly startedAt: number
  settledAt: number | null
  settledBy: TicketEvent | null
  /** Ended without an answer being owed any more: withdrawn, or merged into another case. */
  isVoid: boolean
  /** In order, without gaps; the last one is the one in force. */
  readonly segments: [Segment, ...Segment[]]
  /** Events that armed it again, e.g. the phone call after a web case. */
  readonly rearmedBy: TicketEvent[]
  /** The facts by which it is judged: as of its end. */
  facts: Facts
}

interface Replay {
  readonly policy: CompiledPolicy
  readonly metric: CompiledMetric
  readonly facts: Facts
  readonly cycles: Cycle[]
}

const COUNTED: Counting = { kind: 'counted' }

/**
 * Replays a ticket's events for one metric. Pauses are never stored: they come out of the events each time.
 * `mayStartFrom` is when the metric named by `after` was first settled; Infinity while it is not.
 */
export function cyclesOf(
  policy: CompiledPolicy,
  metric: CompiledMetric,
  history: History,
  initial: Facts,
  mayStartFrom: number,
): Cycle[] {
  const replay: Replay = { policy, metric, facts: { ...initial }, cycles: [] }
  if (startsAtCreation(metric, history, initial)) start(replay, history.startedAt, history.created)
  for (const event of history.events) {
    if (event === history.created) continue
    const changed = applyEvent(replay.facts, event)
    if (event.kind === 'status' && !settledStatuses.includes(event.to)) reopen(replay, event)
    const running = runningCycle(replay)
    if (running !== null) step(replay, running, event, changed)
    const mayStart = runningCycle(replay) === null && (metric.repeats || replay.cycles.length === 0)
    if (mayStart && event.at >= mayStartFrom && triggeredBy(metric.start, event))
      start(replay, event.at, event)
  }
  const last = runningCycle(replay)
  if (last !== null) close(replay, last, history.now)
  return replay.cycles
}

export function currentSegment({ segments }: Cycle): Segment {
  return segments.at(-1) ?? segments[0]
}

/** A ticket whose source tells no creation event was created all the same. */
function startsAtCreation(metric: CompiledMetric, { created }: History, initial: Facts): boolean {
  if (metric.after !== null) return false
  if (created !== null) return triggeredBy(metric.start, created)
  return metric.start.some(
    ({ event, channel }) =>
      event === 'created' && (channel === undefined || channel.includes(initial.channel)),
  )
}

function runningCycle({ cycles }: Replay): Cycle | null {
  const last = cycles.at(-1)
  return last !== undefined && last.settledAt === null ? last : null
}

function start(replay: Replay, at: number, cause: TicketEvent | null): void {
  replay.cycles.push({
    number: replay.cycles.length + 1,
    startedAt: at,
    settledAt: null,
    settledBy: null,
    isVoid: false,
    segments: [segmentFrom(replay, at, at, cause)],
    rearmedBy: [],
    facts: replay.facts,
  })
}

function step(replay: Replay, cycle: Cycle, event: TicketEvent, changed: boolean): void {
  const { metric } = replay
  const isVoid = event.kind === 'merged' || (event.kind === 'status' && event.to === 'withdrawn')
  if (isVoid || triggeredBy(metric.stop, event)) {
    close(replay, cycle, event.at)
    cycle.settledAt = event.at
    cycle.settledBy = event
    cycle.isVoid = isVoid
    return
  }
  if (metric.rearm !== null && triggeredBy(metric.rearm.on, event)) cycle.rearmedBy.push(event)
  if (changed) divide(replay, cycle, event)
}

/** What a status had settled runs again, with the settled time left out; what an answer settled stays so. */
function reopen(replay: Replay, event: TicketEvent): void {
  const cycle = replay.cycles.at(-1)
  if (cycle?.settledBy?.kind !== 'status' || cycle.settledAt === null) return
  const counting: Counting = { kind: 'paused', status: cycle.settledBy.to }
  const { choice } = currentSegment(cycle)
  cycle.segments.push({ from: cycle.settledAt, to: event.at, counting, choice, cause: cycle.settledBy })
  cycle.settledAt = null
  cycle.settledBy = null
  cycle.isVoid = false
}

function divide(replay: Replay, cycle: Cycle, event: TicketEvent): void {
  const last = currentSegment(cycle)
  const next = segmentFrom(replay, cycle.startedAt, event.at, event)
  if (isSameCounting(last.counting, next.counting) && isSameChoice(last.choice, next.choice)) return
  last.to = event.at
  // Several changes at one instant: only the last of them lasted.
  if (last.from === event.at && cycle.segments.length > 1) cycle.segments.pop()
  cycle.segments.push(next)
}

function close(replay: Replay, cycle: Cycle, at: number): void {
  currentSegment(cycle).to = at
  cycle.facts = { ...replay.facts }
}

function segmentFrom(replay: Replay, startedAt: number, from: number, cause: TicketEvent | null): Segment {
  const { policy, metric, facts } = replay
  const choice = chooseTarget(policy, metric, facts, startedAt)
  return { from, to: from, counting: countingOf(metric, facts, startedAt), choice, cause }
}

/** What the contract excludes is excluded even while it waits; nothing counts on a settled ticket. */
function countingOf(metric: CompiledMetric, facts: Facts, startedAt: number): Counting {
  for (const { when, because } of metric.exclusions) {
    if (matches(when, facts, startedAt) === 'yes') return { kind: 'excluded', because }
  }
  const { status } = facts
  if (metric.pausedIn.has(status) || settledStatuses.includes(status)) return { kind: 'paused', status }
  for (const { when, because } of metric.pausedWhen) {
    if (matches(when, facts, startedAt) === 'yes') return { kind: 'paused-when', because }
  }
  return COUNTED
}

function isSameCounting(a: Counting, b: Counting): boolean {
  if (a.kind === 'paused') return b.kind === 'paused' && a.status === b.status
  if (a.kind === 'counted') return b.kind === 'counted'
  return a.kind === b.kind && a.because === b.because
}

import type { Clock, Reason } from '../records/clock.ts'
import type { Divergence } from '../records/divergence.ts'
import { CalendarFault } from '../time/calendar-fault.ts'
import type { Reading } from './divergence-reading.ts'
import { DIVERGENCE_RULES, type DivergenceRule } from './divergence-rules.ts'
import { subjectsOf, type ComparedInput, type Subject } from './divergence-subject.ts'

/** Sources round to the minute; up to so much is no difference. */
const SAME_WITHIN_MS = 60_000

export interface DivergenceInput extends ComparedInput {
  /** Those `deriveClocks` gave for the same input. */
  readonly clocks: readonly Clock[]
}

/**
 * How far the source's due time lies from the nearest of ours, positive where it is later; null where either is
 * missing. Cheap: no rule is tried.
 */
export function divergenceMs(sourceDueAt: number | null, clocks: readonly Clock[]): number | null {
  if (sourceDueAt === null) return null
  const dueAt = nearestOf(clocks, sourceDueAt)?.dueAt ?? null
  return dueAt === null ? null : sourceDueAt - dueAt
}

/**
 * The source's own due time beside ours, and the rule that explains the difference; null where it has none. Every rule
 * is tried on the last run of each promise, nearest first, before the next rule is.
 */
export function divergenceOf(input: DivergenceInput): Divergence | null {
  const { ticket, clocks } = input
  const { sourceDueAt } = ticket
  if (sourceDueAt === null) return null
  const nearest = nearestOf(clocks, sourceDueAt)
  if (nearest !== null && isSame(nearest.dueAt, sourceDueAt)) {
    return divergence(sourceDueAt, nearest, { key: 'divergence.same', values: {} })
  }
  const subjects = subjectsOf(input)
    .map((subject) => ({ subject, clock: clocks.find(({ id }) => id === subject.clockId) ?? null }))
    .sort((a, b) => distance(a.clock, sourceDueAt) - distance(b.clock, sourceDueAt))
  for (const rule of DIVERGENCE_RULES) {
    for (const { subject, clock } of subjects) {
      const found = readingsOf(rule, subject).find(({ dueAt }) => isSame(dueAt, sourceDueAt))
      if (found !== undefined) return divergence(sourceDueAt, clock, found.reason)
    }
  }
  const key = nearest === null ? 'divergence.nothingToCompare' : 'divergence.unexplained'
  return divergence(sourceDueAt, nearest, { key, values: {} })
}

function divergence(sourceDueAt: number, clock: Clock | null, reason: Reason): Divergence {
  const dueAt = clock?.dueAt ?? null
  return {
    sourceDueAt,
    clockId: clock?.id ?? null,
    dueAt,
    differenceMs: dueAt === null ? null : sourceDueAt - dueAt,
    reason,
  }
}

/** A rule that leads beyond every calendar gives no instant. */
function readingsOf(rule: DivergenceRule, subject: Subject): Reading[] {
  try {
    return rule(subject)
  } catch (error) {
    if (error instanceof CalendarFault) return []
    throw error
  }
}

/** Of the last run of each promise the one whose due instant is nearest; null where none has one. */
function nearestOf(clocks: readonly Clock[], sourceDueAt: number): Clock | null {
  const lastRuns = new Map<string, Clock>()
  for (const clock of clocks) {
    const known = lastRuns.get(clock.metric)
    if (known === undefined || (clock.startedAt ?? 0) > (known.startedAt ?? 0))
      lastRuns.set(clock.metric, clock)
  }
  let nearest: Clock | null = null
  for (const clock of lastRuns.values()) {
    if (clock.dueAt !== null && distance(clock, sourceDueAt) < distance(nearest, sourceDueAt)) nearest = clock
  }
  return nearest
}

function distance(clock: Clock | null, sourceDueAt: number): number {
  const dueAt = clock?.dueAt ?? null
  return dueAt === null ? Infinity : Math.abs(sourceDueAt - dueAt)
}

function isSame(dueAt: number | null, sourceDueAt: number): boolean {
  return dueAt !== null && Math.abs(dueAt - sourceDueAt) <= SAME_WITHIN_MS
}

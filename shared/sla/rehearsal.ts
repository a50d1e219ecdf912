import type { Clock } from '../records/clock.ts'

/** Where a clock stands under one policy. Instants are UTC milliseconds. */
export type ClockOutcome = Pick<Clock, 'state' | 'dueAt' | 'breachedAt' | 'settledAt'>

/** A clock that stands otherwise under another policy; null: it is only under the other. */
export interface ClockDifference {
  readonly clockId: string
  readonly metric: string
  readonly before: ClockOutcome | null
  readonly after: ClockOutcome | null
}

/** The clocks of one ticket under two policies, by clock id; those that stand the same are left out. */
export function compareClocks(before: readonly Clock[], after: readonly Clock[]): ClockDifference[] {
  const old = new Map(before.map((clock) => [clock.id, clock]))
  const changed = after.flatMap((clock) => {
    const other = old.get(clock.id)
    old.delete(clock.id)
    return other !== undefined && isSame(other, clock) ? [] : [differenceOf(clock, other ?? null, clock)]
  })
  return [...changed, ...[...old.values()].map((clock) => differenceOf(clock, clock, null))]
}

function isSame(one: ClockOutcome, other: ClockOutcome): boolean {
  return (
    one.state === other.state &&
    one.dueAt === other.dueAt &&
    one.breachedAt === other.breachedAt &&
    one.settledAt === other.settledAt
  )
}

function differenceOf({ id, metric }: Clock, before: Clock | null, after: Clock | null): ClockDifference {
  return { clockId: id, metric, before: outcomeOf(before), after: outcomeOf(after) }
}

function outcomeOf(clock: Clock | null): ClockOutcome | null {
  if (clock === null) return null
  const { state, dueAt, breachedAt, settledAt } = clock
  return { state, dueAt, breachedAt, settledAt }
}

/** What another policy would do to a clock: break its promise, keep it, no longer make or count it, or move it. */
export type ClockChange = 'breach' | 'avoided' | 'lost' | 'other'

/** What a rehearsal comes to; `T` is what the caller knows of a ticket. */
export interface RehearsalSummary<T> {
  readonly tickets: number
  readonly differingTickets: number
  /** Clocks that break their promise only under the other policy, and only under the present one. */
  readonly newBreaches: number
  readonly avoidedBreaches: number
  /** Broken promises that the other policy does not make or cannot count: no better for it. */
  readonly lostBreaches: number
  readonly differingClocks: number
  /** New breaches first, then avoided ones, then lost ones, then the rest; each in the order the tickets came. */
  readonly differences: (T & ClockDifference)[]
}

export interface RehearsalTally<T> {
  add(ticket: T, before: readonly Clock[], after: readonly Clock[]): void
  summary(): RehearsalSummary<T>
}

/** Counts over any number of tickets and keeps the first `most` differences of each kind, so that memory stays flat. */
export function createRehearsalTally<T extends object>(most: number): RehearsalTally<T> {
  const kept: Record<ClockChange, (T & ClockDifference)[]> = { breach: [], avoided: [], lost: [], other: [] }
  const counts = { breach: 0, avoided: 0, lost: 0, other: 0 }
  let tickets = 0
  let differingTickets = 0
  return {
    add(ticket, before, after) {
      const differences = compareClocks(before, after)
      tickets += 1
      if (differences.length > 0) differingTickets += 1
      for (const difference of differences) {
        const kind = changeOf(difference)
        counts[kind] += 1
        if (kept[kind].length < most) kept[kind].push({ ...ticket, ...difference })
      }
    },
    summary: () => ({
      tickets,
      differingTickets,
      newBreaches: counts.breach,
      avoidedBreaches: counts.avoided,
      lostBreaches: counts.lost,
      differingClocks: counts.breach + counts.avoided + counts.lost + counts.other,
      differences: [...kept.breach, ...kept.avoided, ...kept.lost, ...kept.other].slice(0, most),
    }),
  }
}

export function changeOf({ before, after }: Pick<ClockDifference, 'before' | 'after'>): ClockChange {
  if (isBroken(before) === isBroken(after)) return 'other'
  if (isBroken(after)) return 'breach'
  return after !== null && isPromised(after) ? 'avoided' : 'lost'
}

function isBroken(outcome: ClockOutcome | null): boolean {
  return outcome !== null && outcome.breachedAt !== null
}

function isPromised({ state }: ClockOutcome): boolean {
  return state !== 'not-promised' && state !== 'cannot-be-computed'
}

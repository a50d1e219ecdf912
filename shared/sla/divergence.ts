import { type Clock } from '../records/clock.ts'
import type { Divergence } from '../records/divergence.ts'
import type { ClockInput } from './derive-clocks.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** Sources round to the minute; up to so much is no difference. */
const SAME_WITHIN_MS = 60_000

export interface DivergenceInput extends ClockInput {
  readonly ticket: TicketFacts & { readonly sourceDueAt: number | null }
  /** Those `deriveClocks` gave for the same input. */
  readonly clocks: readonly Clock[]
}

/** How far the source's due time lies from the nearest of ours, positive where it is later; null where either is missing. */
export function divergenceMs(sourceDueAt: number | null, clocks: readonly Clock[]): number | null {
  if (sourceDueAt === null) return null
  let nearest: number | null = null
  for (const { dueAt } of clocks) {
    if (dueAt === null) continue
    const difference = sourceDueAt - dueAt
    if (nearest === null || Math.abs(difference) < Math.abs(nearest)) nearest = difference
  }
  return nearest
}

/** The source's own due time beside ours; null where it has none. */
export function divergenceOf({ ticket, clocks }: DivergenceInput): Divergence | null {
  const { sourceDueAt } = ticket
  if (sourceDueAt === null) return null
  const differenceMs = divergenceMs(sourceDueAt, clocks)
  const nearest = clocks.find(({ dueAt }) => dueAt !== null && sourceDueAt - dueAt === differenceMs) ?? null
  const key =
    differenceMs === null
      ? 'divergence.nothingToCompare'
      : Math.abs(differenceMs) <= SAME_WITHIN_MS
        ? 'divergence.same'
        : 'divergence.unexplained'
  return {
    sourceDueAt,
    clockId: nearest?.id ?? null,
    dueAt: nearest?.dueAt ?? null,
    differenceMs,
    reason: { key, values: {} },
  }
}

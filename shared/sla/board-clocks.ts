import { isPending, type Clock } from '../records/clock.ts'

/**
 * Those of a ticket's clocks that its row on the board needs: what is owed, what does not count and what nobody can
 * say. Settled and never promised ones stay out, since a long case has hundreds; where nothing else is left the first
 * of them stands for all, because a row without clocks means that nothing is known.
 */
export function boardClocks(clocks: readonly Clock[]): Clock[] {
  const needed = clocks.filter(
    (clock) =>
      isPending(clock) ||
      clock.state === 'cannot-be-computed' ||
      (clock.state === 'excluded' && clock.settledAt === null),
  )
  return needed.length > 0 ? needed : clocks.slice(0, 1)
}

import type { BoardRow } from '../../../shared/records/board-row.ts'
import type { LiveCollection } from '../live/live-collection.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'
import { watchCollection } from './watch-collection.ts'

export function implementBoard(
  { board }: Implementation,
  rows: LiveCollection<BoardRow>,
  now: () => number,
): MeridianRouter['board'] {
  return {
    rows: board.rows.handler(() => {
      const { revision, values } = rows.snapshot()
      return { revision, now: now(), rows: values }
    }),
    watch: board.watch.handler(watchCollection(rows)),
  }
}

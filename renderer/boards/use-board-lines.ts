import { useTable } from '@tanstack/react-table'
import { useDeferredValue, useMemo } from 'react'
import type { BoardRow } from '../../shared/records/board-row.ts'
import { useTicking } from '../app/now.tsx'
import { columns, features } from './board-columns.ts'
import { dependsOnTime, isInTile, matchesWords } from './board-filter.ts'
import type { BoardView } from './board-view.ts'
import { compareConsequence } from './consequence-order.ts'
import { type BoardLine, groupRows } from './group-rows.ts'
import { useWatchCases } from './use-watch-cases.ts'

/** The lines of the board for a view: filtered, sorted, grouped. */
export function useBoardLines(rows: readonly BoardRow[], view: BoardView): readonly BoardLine[] {
  const { tile, grouping, sort } = view
  const words = useDeferredValue(view.words)
  const now = useTicking((beat) => (dependsOnTime(tile) ? beat : 0))

  const watchCases = useWatchCases(view.watch)

  const data = useMemo(
    () =>
      rows
        .filter(
          (row) =>
            (tile === null || isInTile(row, tile, now)) &&
            (watchCases?.has(row.ticketId) ?? true) &&
            matchesWords(row, words),
        )
        .sort(compareConsequence),
    [rows, tile, words, now, watchCases],
  )
  const sorting = useMemo(() => (sort === null ? [] : [{ id: sort.column, desc: sort.descending }]), [sort])
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.ticketId,
    state: { sorting },
    onSortingChange: ignoreChange,
  })
  const sorted = table.getRowModel().rows
  return useMemo(
    () =>
      groupRows(
        sorted.map((row) => row.original),
        grouping,
      ),
    [sorted, grouping],
  )
}

/** The view is the one truth of the sorting; the table only follows it. */
function ignoreChange(): void {}

import {
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from '@tanstack/react-table'
import type { BoardRow } from '../../shared/records/board-row.ts'
import { BOARD_COLUMNS, type BoardColumnId } from './column-sizes.ts'
import { compareConsequence } from './consequence-order.ts'

export const features = tableFeatures({
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
})

const helper = createColumnHelper<typeof features, BoardRow>()

/** What a column sorts by; empty values stand last whichever way it is sorted. */
const SORT_VALUES: Record<
  Exclude<BoardColumnId, SortedByConsequence>,
  (row: BoardRow) => string | number | undefined
> = {
  // Case numbers are mostly digits, and 99 comes before 1000.
  case: (row) => row.caseNumber.padStart(24, '0'),
  severity: (row) => row.severityRank ?? undefined,
  customer: (row) => row.customer ?? undefined,
  subject: (row) => row.subject,
  next: (row) => row.nextAction,
  domain: (row) => row.domain ?? undefined,
  desk: (row) => row.dutyDeskId ?? undefined,
  owner: (row) => row.owner ?? undefined,
  updated: (row) => row.updatedAt,
}

type SortedByConsequence = 'state' | 'clock' | 'due'

function isSortedByConsequence(id: BoardColumnId): id is SortedByConsequence {
  return id === 'state' || id === 'clock' || id === 'due'
}

export const columns = helper.columns(
  BOARD_COLUMNS.map(({ id, width }) =>
    isSortedByConsequence(id)
      ? helper.accessor((row) => row.createdAt, {
          id,
          size: width,
          sortFn: (left, right) => compareConsequence(left.original, right.original),
        })
      : helper.accessor(SORT_VALUES[id], {
          id,
          size: width,
          sortFn: id === 'severity' || id === 'updated' ? 'basic' : 'text',
          sortUndefined: 'last',
        }),
  ),
)

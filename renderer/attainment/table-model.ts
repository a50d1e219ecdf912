import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from '@tanstack/react-table'
import { TABLE_COLUMNS, type TableColumn } from './attainment-view.ts'
import type { TableLine } from './contract-groups.ts'
import { shareOf } from './counts.ts'

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
})

const helper = createColumnHelper<typeof features, TableLine>()

/** What a column sorts by; contracts among themselves, and within each its own lines. */
const SORT_VALUES: Record<TableColumn, (line: TableLine) => string | number | undefined> = {
  name: (line) => line.name ?? undefined,
  share: (line) => shareOf(line.counts) ?? undefined,
  kept: (line) => line.counts.kept,
  broken: (line) => line.counts.broken,
  excluded: (line) => line.counts.excluded,
}

export const columns = helper.columns(
  TABLE_COLUMNS.map((id) =>
    helper.accessor(SORT_VALUES[id], {
      id,
      sortFn: id === 'name' ? 'text' : 'basic',
      sortUndefined: 'last',
    }),
  ),
)

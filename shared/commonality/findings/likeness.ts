import type { CaseTable, Codes, Conjunction } from '../case-table.ts'
import type { CodeTallies } from './code-tallies.ts'
import { columnsTelling } from './telling.ts'

/** How far apart two rows are: in how many columns they differ, weighted, and by how much time. */
export interface Likeness {
  /** Milliseconds between two rows; 0 where there are no times, infinite where one has none. */
  readonly apart: (row: number, other: number) => number
  /** Columns apart from those of the description in which two rows differ, as finely as the table sees them. */
  readonly differing: (row: number, other: number) => string[]
  /** What is compared, the heaviest first: two rows are as far apart as the views weigh in which they differ. */
  readonly views: readonly View[]
}

interface View {
  readonly dimension: number
  readonly weight: number
  readonly codes: Codes
}

/** The column that says when a record was: an instant in UTC ms by row, NaN where there is none. */
export interface RecordTime {
  readonly column: string
  readonly instants: Float64Array
}

/**
 * A column of the description has to differ somewhere, so it costs less than any other: a pair that differs in both
 * columns of the description and nowhere else is a cleaner example than one that differs in one of them and elsewhere.
 */
const OWN_COLUMN_WEIGHT = 0.5

/**
 * Every other column costs 1, and up to 1 more the better it tells failing from working: what differs there could be
 * the reason. Views of one column (prefix lengths, ranges) share its weight, so near numbers differ by less.
 * Time is not counted as a column: no two records share it. The nearest in time is the better example of equals.
 */
export function likenessOf(
  table: CaseTable,
  conjunction: Conjunction,
  time: RecordTime | null,
  tallies: readonly CodeTallies[],
): Likeness {
  const own = new Set(conjunction.map(({ dimension }) => table.dimensions[dimension]?.column))
  const telling = columnsTelling(table, tallies)
  const columns = viewsByColumn(table).filter(({ column }) => column !== time?.column)
  const views = columns.flatMap(({ column, dimensions }) => {
    const weight = own.has(column) ? OWN_COLUMN_WEIGHT : 1 + (telling.get(column) ?? 0)
    return dimensions.flatMap((dimension): View[] => {
      const codes = table.dimensions[dimension]?.codes
      return codes === undefined ? [] : [{ dimension, weight: exact(weight / dimensions.length), codes }]
    })
  })

  return {
    views: views.sort((a, b) => b.weight - a.weight || a.dimension - b.dimension),
    apart(row, other) {
      if (time === null) return 0
      const between = Math.abs((time.instants[row] ?? Number.NaN) - (time.instants[other] ?? Number.NaN))
      return Number.isNaN(between) ? Infinity : between
    },
    differing(row, other) {
      const others = columns.filter(({ column }) => !own.has(column))
      return others
        .filter(({ dimensions }) => differs(table, dimensions[0], row, other))
        .map(({ column }) => column)
    },
  }
}

/** A multiple of a power of two, so that sums of weights are equal or not in whatever order they are added. */
function exact(weight: number): number {
  return Math.round(weight * 2 ** 20) / 2 ** 20
}

function differs(table: CaseTable, dimension: number | undefined, row: number, other: number): boolean {
  const codes = table.dimensions[dimension ?? -1]?.codes
  return codes !== undefined && codes[row] !== codes[other]
}

/** Columns in order of the table, each with its views, finest first. */
function viewsByColumn(table: CaseTable): { column: string; dimensions: number[] }[] {
  const size = (dimension: number) => table.dimensions[dimension]?.values.length ?? 0
  const byColumn = Map.groupBy(
    table.dimensions.keys(),
    (dimension) => table.dimensions[dimension]?.column ?? '',
  )
  return [...byColumn].map(([column, dimensions]) => ({
    column,
    dimensions: dimensions.toSorted((a, b) => size(b) - size(a) || a - b),
  }))
}

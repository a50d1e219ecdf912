import type { CaseTable } from '../../../../shared/commonality/case-table.ts'
import type { ColumnKind, ColumnRole } from '../../../../shared/records/column-words.ts'
import type { PrefixCodes, RecordColumn, RecordTable } from '../../../../shared/commonality/record-table.ts'
import type { AnalyseAnswer } from '../../../../shared/commonality/analyse/analyse.ts'

/** Cells of a column by row; null is blank. Numbers and instants as numbers, all else as text. */
export interface MadeColumn {
  readonly kind?: ColumnKind
  readonly role?: ColumnRole
  readonly cells: readonly (string | number | null)[]
}

/** A table as it is read from a file. `failed[row]`: whether the record failed, or how many of how many. */
export function recordsOf(
  columns: Readonly<Record<string, MadeColumn | readonly (string | number | null)[]>>,
  failed: readonly (boolean | readonly [failed: number, total: number])[],
): RecordTable {
  const counts = failed.map((one) => (typeof one === 'boolean' ? ([one ? 1 : 0, 1] as const) : one))
  return {
    rows: failed.length,
    columns: Object.entries(columns).map(([name, made]) =>
      columnOf(name, 'cells' in made ? made : { cells: made }),
    ),
    failed: Float64Array.from(counts, ([failing]) => failing),
    working: Float64Array.from(counts, ([failing, total]) => total - failing),
  }
}

/** The columns from which a case came, all of them categories of unknown role. */
export function tableOf({ rows, dimensions, failed, total }: CaseTable): RecordTable {
  const columns = dimensions.map(({ name, codes, values }) => ({
    name,
    kind: 'category' as const,
    role: null,
    distinct: values.length - 1,
    blanks: 0,
    codes,
    values,
    numbers: null,
    prefixes: null,
  }))
  return { rows, columns, failed, working: total.map((all, row) => all - (failed[row] ?? 0)) }
}

/** As many values are worth naming as when a file is read. */
const MOST_NAMED = 5_000

function columnOf(name: string, { kind, role, cells }: MadeColumn): RecordColumn {
  const known = kind ?? (cells.some((cell) => typeof cell === 'number') ? 'number' : 'category')
  const texts = cells.map((cell) => (cell === null ? '' : String(cell)))
  const dictionary = codesOf(texts)
  const distinct = dictionary.values.length - 1
  const isNamed =
    known === 'identifier' || known === 'digits' ? distinct < MOST_NAMED / 100 : distinct <= MOST_NAMED
  const isAmount = known === 'number' || known === 'time'
  return {
    name,
    kind: known,
    role: role ?? null,
    distinct,
    blanks: texts.filter((text) => text === '').length,
    codes: isNamed && known !== 'time' ? dictionary.codes : null,
    values: isNamed && known !== 'time' ? dictionary.values : [],
    numbers: isAmount
      ? Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell)))
      : null,
    prefixes: known === 'digits' ? prefixesOf(texts) : null,
  }
}

function prefixesOf(texts: readonly string[]): PrefixCodes[] {
  const lengths = Array.from({ length: 12 }, (_, place) => place + 1)
  return lengths
    .map((length) => ({ length, ...codesOf(texts.map((text) => text.slice(0, length))) }))
    .filter(({ values }) => values.length <= MOST_NAMED)
}

function codesOf(texts: readonly string[]): { codes: Uint16Array; values: string[] } {
  const values = ['', ...new Set(texts.filter((text) => text !== ''))]
  const places = new Map(values.map((value, code) => [value, code]))
  return { codes: Uint16Array.from(texts, (text) => places.get(text) ?? 0), values }
}

/** Runs an analysis to its end. */
export function lastOf(analysis: Generator<AnalyseAnswer | null, AnalyseAnswer>): AnalyseAnswer {
  for (;;) {
    const step = analysis.next()
    if (step.done === true) return step.value
  }
}

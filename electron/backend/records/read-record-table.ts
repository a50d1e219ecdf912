import { type DuckDBConnection, DuckDBEnumType, type DuckDBResult } from '@duckdb/node-api'
import type { RecordColumn } from '../../../shared/commonality/record-table.ts'
import type { ReadRecords, SidesWanted } from '../analysis/readable-set.ts'
import { type AttachedSet, ownText, ROW } from './attached-set.ts'
import { type StoredColumn, valueColumn } from './column-plan.ts'
import { numberOf, rowsOf, withConnection } from './duckdb-session.ts'
import { OWN_PREFIX } from './header-names.ts'
import { FAILED, type MarkedSides, markedSides, WORKING } from './marked-sides.ts'
import { prefixCodes } from './prefix-codes.ts'
import { fillColumns, type RawTarget, rawTarget } from './raw-columns.ts'
import { isTakenSql, sideSampling, type SideSampling } from './side-sampling.ts'
import { identifier } from './sql-text.ts'
import { usedCodes } from './used-codes.ts'
import { cellsOf } from './write-cells.ts'

/** More rows are sampled: an answer must come while a person waits. */
const MOST_ROWS = 2_000_000

export interface TableOptions {
  readonly signal?: AbortSignal | undefined
  /** Default two million. */
  readonly mostRows?: number | undefined
}

/**
 * The records of both sides, coded, in arrays that a worker can be handed. Sampled above two million rows, always the
 * same ones; weights are raised by what was left out. Throws RecordProblem for a column that is not there.
 */
export async function readRecordTable(
  set: AttachedSet,
  sides: SidesWanted,
  { signal, mostRows = MOST_ROWS }: TableOptions = {},
): Promise<ReadRecords> {
  return withConnection(set.instance, signal, async (connection) => {
    const marked = markedSides(set, sides)
    const all = await countSides(connection, marked)
    const sampling = sideSampling(all.failing, all.working, mostRows)
    const taken = sampling === null ? marked : sampledSides(marked, sampling)
    const kept = sampling === null ? all : await countSides(connection, taken)
    const rows = kept.failing + kept.working
    const read = await readColumns(connection, set, taken, rows, signal)
    if (sampling !== null) raiseWeights(read.failed, read.working, all, kept)
    const uncoded = await countUncoded(connection, set, read.columns, taken, rows)
    const columns = read.columns.map((column) => finishColumn(column, uncoded.get(column.column.index), rows))
    return {
      table: { rows, columns, failed: read.failed, working: read.working },
      rowNumbers: read.rowNumbers,
      sampling: sampling === null ? null : { rows, of: all.failing + all.working },
    }
  })
}

interface SideRows {
  /** Rows with failing records, and those without. */
  readonly failing: number
  readonly working: number
}

async function countSides(connection: DuckDBConnection, { sql, parameters }: MarkedSides): Promise<SideRows> {
  const [row] = await rowsOf(
    connection,
    `SELECT count(*) FILTER (${FAILED} > 0), count(*) FILTER (${FAILED} <= 0) FROM ${sql}`,
    parameters,
  )
  return { failing: numberOf(row?.[0]), working: numberOf(row?.[1]) }
}

function sampledSides({ sql, parameters }: MarkedSides, sampling: SideSampling): MarkedSides {
  return { sql: `(SELECT * FROM ${sql} WHERE ${isTakenSql(identifier(ROW), FAILED, sampling)})`, parameters }
}

function raiseWeights(failed: Float64Array, working: Float64Array, all: SideRows, kept: SideRows): void {
  const byFailing = kept.failing === 0 ? 1 : all.failing / kept.failing
  const byWorking = kept.working === 0 ? 1 : all.working / kept.working
  for (let row = 0; row < failed.length; row += 1) {
    const factor = (failed[row] ?? 0) > 0 ? byFailing : byWorking
    failed[row] = (failed[row] ?? 0) * factor
    working[row] = (working[row] ?? 0) * factor
  }
}

/** What a stored column gives: places among the arrays that were filled. */
interface ReadColumn {
  readonly column: StoredColumn
  readonly codes: RawTarget | null
  readonly values: readonly string[]
  readonly numbers: Float64Array | null
  readonly keys: Float64Array | null
}

interface ReadArrays {
  readonly columns: readonly ReadColumn[]
  readonly rowNumbers: Float64Array
  readonly failed: Float64Array
  readonly working: Float64Array
}

async function readColumns(
  connection: DuckDBConnection,
  set: AttachedSet,
  { sql, parameters }: MarkedSides,
  rows: number,
  signal: AbortSignal | undefined,
): Promise<ReadArrays> {
  const selected: string[] = []
  const targets: RawTarget[] = []
  function select(expression: string, type: RawTarget['type']): RawTarget {
    const target = rawTarget(type, rows)
    selected.push(`(${expression})::${type}`)
    targets.push(target)
    return target
  }
  function selectNumbers(expression: string): Float64Array {
    const { into } = select(expression, 'DOUBLE')
    return into instanceof Float64Array ? into : new Float64Array()
  }
  const dictionaries = await dictionariesOf(connection, set)
  const rowNumbers = selectNumbers(identifier(ROW))
  const failed = selectNumbers(FAILED)
  const working = selectNumbers(WORKING)
  const columns = set.stored.map((column): ReadColumn => {
    const values = dictionaries.get(column.index) ?? []
    const hasCodes = column.coded !== null && column.kind !== 'identifier'
    const stored = (name: string): string => identifier(`${OWN_PREFIX}${name}`)
    return {
      column,
      values,
      codes: hasCodes
        ? select(`coalesce(enum_code(${ownText(column.index)})::INTEGER + 1, 0)`, codeType(values.length))
        : null,
      numbers:
        column.reading === null
          ? null
          : selectNumbers(`coalesce(${stored(valueColumn(column.index))}::DOUBLE, 'nan'::DOUBLE)`),
      keys: column.kind === 'digits' ? selectNumbers(`coalesce(${stored(`p${column.index}`)}, -1)`) : null,
    }
  })
  const result = await connection.stream(`SELECT ${selected.join(', ')} FROM ${sql}`, parameters)
  await fillColumns(result, targets, signal)
  return { columns, rowNumbers, failed, working }
}

/** Texts of the coded columns, in the order of their codes. */
async function dictionariesOf(
  connection: DuckDBConnection,
  set: AttachedSet,
): Promise<Map<number, readonly string[]>> {
  const coded = set.stored.filter(({ coded: count }) => count !== null)
  if (coded.length === 0) return new Map()
  const described: DuckDBResult = await connection.run(
    `SELECT ${coded.map(({ index }) => `t${index}`).join(', ')} FROM ${cellsOf(set.database)} LIMIT 0`,
  )
  return new Map(
    coded.map(({ index }, at) => {
      const type = described.columnType(at)
      return [index, type instanceof DuckDBEnumType ? type.values : []]
    }),
  )
}

/** The smallest type that holds so many values and the blank. */
function codeType(values: number): 'UTINYINT' | 'USMALLINT' | 'UINTEGER' {
  if (values < 2 ** 8) return 'UTINYINT'
  return values < 2 ** 16 ? 'USMALLINT' : 'UINTEGER'
}

/** The first digits of an ICCID are the issuer's up to the tenth; what follows is the card. */
const ICCID_DIGITS = 10

function finishColumn(
  { column, codes, values, numbers, keys }: ReadColumn,
  uncoded: UncodedFigures | undefined,
  rows: number,
): RecordColumn {
  const { name, kind, role } = column
  const prefixes = keys === null ? null : prefixCodes(keys, role === 'iccid' ? ICCID_DIGITS : undefined)
  const rest = { name, kind, role, numbers, prefixes }
  if (codes !== null && !(codes.into instanceof Float64Array))
    return { ...rest, ...usedCodes(codes.into, values) }
  const { distinct, blanks } = uncoded ?? { distinct: 0, blanks: rows }
  // A column without any value is coded too: all of it is blank.
  const isBlank = distinct === 0 && kind !== 'identifier'
  const blank = isBlank ? new Uint8Array(new SharedArrayBuffer(rows)) : null
  return { ...rest, distinct, blanks, codes: blank, values: isBlank ? [''] : [] }
}

interface UncodedFigures {
  readonly distinct: number
  readonly blanks: number
}

/** Up to so many rows different values are counted one by one; beyond, DuckDB's estimate tells names of records too. */
const MOST_COUNTED_ROWS = 200_000

/** Different values and blanks of the columns without codes, among the rows that were taken. */
async function countUncoded(
  connection: DuckDBConnection,
  { recordSet }: AttachedSet,
  columns: readonly ReadColumn[],
  { sql, parameters }: MarkedSides,
  rows: number,
): Promise<Map<number, UncodedFigures>> {
  const figures = new Map<number, UncodedFigures>()
  const uncoded = columns.filter(({ codes }) => codes === null).map(({ column }) => column)
  for (const { name, index } of uncoded) {
    const known = recordSet.columns.find((column) => column.name === name)
    if (known?.distinct === 0) figures.set(index, { distinct: 0, blanks: rows })
    else if (known !== undefined && rows === recordSet.rows) figures.set(index, known)
  }
  const open = uncoded.filter(({ index }) => !figures.has(index))
  if (open.length === 0) return figures
  const counts = open.map(({ index }) => {
    const text = ownText(index)
    const distinct = rows <= MOST_COUNTED_ROWS ? `count(DISTINCT ${text})` : `approx_count_distinct(${text})`
    return `${distinct}, count(*) - count(${text})`
  })
  const [row] = await rowsOf(connection, `SELECT ${counts.join(', ')} FROM ${sql}`, parameters)
  for (const [at, { index }] of open.entries()) {
    const blanks = numberOf(row?.[at * 2 + 1])
    figures.set(index, { distinct: Math.min(numberOf(row?.[at * 2]), rows - blanks), blanks })
  }
  return figures
}

import { type DuckDBResult, DuckDBStructType, type DuckDBType } from '@duckdb/node-api'
import { identifier, literal } from './sql-text.ts'

/** A value somewhere in the records of a nested file. */
export interface NestedColumn {
  /** `variables.duration` */
  readonly name: string
  readonly path: readonly string[]
}

/** Columns of a query's answer; what lies inside of records becomes columns of its own. Lists stay together. */
export function nestedColumns(result: DuckDBResult): NestedColumn[] {
  return result.columnNames().flatMap((name, index) => inside([name], result.columnType(index)))
}

function inside(path: readonly string[], type: DuckDBType): NestedColumn[] {
  if (!(type instanceof DuckDBStructType)) return [{ name: path.join('.'), path }]
  return type.entryNames.flatMap((name, index) => {
    const entry = type.entryTypes[index]
    return entry === undefined ? [] : inside([...path, name], entry)
  })
}

/** c0, c1, … of text. `from`: a name before the path, of a record that was unpacked. */
export function textColumns(columns: readonly NestedColumn[], from: readonly string[] = []): string {
  return columns
    .map(({ path }, index) => `${[...from, ...path].map(identifier).join('.')}::VARCHAR AS c${index}`)
    .join(', ')
}

/** The same shape with texts at its ends: reading into it keeps what the file says. */
export function asTexts(type: DuckDBType): string {
  if (!(type instanceof DuckDBStructType)) return 'VARCHAR'
  const entries = type.entryNames.map((name, index) => {
    const entry = type.entryTypes[index]
    return `${identifier(name)} ${entry === undefined ? 'VARCHAR' : asTexts(entry)}`
  })
  return `STRUCT(${entries.join(', ')})`
}

/** The `columns` of `read_json` that read everything as text. */
export function textShape(result: DuckDBResult): string {
  const entries = result
    .columnNames()
    .map((name, index) => `${literal(name)}: ${literal(asTexts(result.columnType(index)))}`)
  return `{${entries.join(', ')}}`
}

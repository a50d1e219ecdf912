import * as fc from 'fast-check'
import type { CaseTable, Conjunction, Literal } from '../../../../shared/commonality/case-table.ts'

/** A row as a test writes it: one attribute per column, empty for blank, and how many records fail and work. */
export interface MadeRow {
  readonly [column: string]: string | number
}

/** Column names with a slash are views: `number/4` looks at the column `number`. */
export function caseTable(rows: readonly MadeRow[]): CaseTable {
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'failed' && name !== 'working')
  const failed = Float64Array.from(rows, (row) => Number(row['failed'] ?? 0))
  return {
    rows: rows.length,
    dimensions: names.map((name) => {
      const values = [...new Set(['', ...rows.map((row) => String(row[name] ?? ''))])]
      const codes = Uint16Array.from(rows, (row) => values.indexOf(String(row[name] ?? '')))
      return { name, column: name.split('/')[0] ?? name, codes, values }
    }),
    failed,
    total: Float64Array.from(rows, (row, place) => (failed[place] ?? 0) + Number(row['working'] ?? 0)),
  }
}

/** The same row so many times. */
export function times(count: number, row: MadeRow): MadeRow[] {
  return Array.from({ length: count }, () => row)
}

export function literal(table: CaseTable, name: string, value: string): Literal {
  const dimension = table.dimensions.findIndex((one) => one.name === name)
  const code = table.dimensions[dimension]?.values.indexOf(value) ?? -1
  if (code < 0) throw new Error(`The table has no ${name} = ${value}.`)
  return { dimension, code }
}

/** Names and values of a conjunction, so that a failing test can be read. */
export function spelled(table: CaseTable, conjunction: Conjunction): string[] {
  return conjunction.map(({ dimension, code }) => {
    const { name, values } = table.dimensions[dimension] ?? { name: '?', values: [] }
    return `${name}=${values[code] ?? '?'}`
  })
}

const value = fc.constantFrom('', 'a', 'b', 'c')

/** Small tables with three columns of few values, blanks among them, and rows on either side, both or none. */
export const madeTables = fc
  .array(
    fc.record({
      x: value,
      y: value,
      z: value,
      failed: fc.integer({ min: 0, max: 2 }),
      working: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map(caseTable)

/** A value that is not blank. */
export const madeLiteral = (table: CaseTable) =>
  fc
    .nat({ max: table.dimensions.length - 1 })
    .filter((dimension) => (table.dimensions[dimension]?.values.length ?? 0) > 1)
    .chain((dimension) =>
      fc
        .integer({ min: 1, max: (table.dimensions[dimension]?.values.length ?? 2) - 1 })
        .map((code): Literal => ({ dimension, code })),
    )

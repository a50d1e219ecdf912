import { stringify } from 'csv-stringify/sync'
import type { LabelledCase } from './labelled-case.ts'

/** The case as a file of single records: attributes, extras, outcome (ok or failed) and weight. */
export function recordFileOf(labelled: LabelledCase): string {
  const { table } = labelled
  return fileOf(labelled, ['outcome', 'weight'], (row) => {
    const failed = table.failed[row] ?? 0
    const working = (table.total[row] ?? 0) - failed
    return [['failed', failed] as const, ['ok', working] as const].filter(([, weight]) => weight > 0)
  })
}

/** The case as a counter would write it: attributes, extras, failed and total. */
export function countedFileOf(labelled: LabelledCase): string {
  const { table } = labelled
  return fileOf(labelled, ['failed', 'total'], (row) => [[table.failed[row] ?? 0, table.total[row] ?? 0]])
}

/** One line for each ending that `endings` gives for a row. */
function fileOf(
  { table, extras }: LabelledCase,
  lastNames: readonly string[],
  endings: (row: number) => readonly (readonly (string | number)[])[],
): string {
  const header = [
    ...table.dimensions.map(({ name }) => name),
    ...extras.map(({ name }) => name),
    ...lastNames,
  ]
  const lines: (string | number)[][] = [header]
  for (let row = 0; row < table.rows; row += 1) {
    const values = table.dimensions.map(({ codes, values: texts }) => texts[codes[row] ?? 0] ?? '')
    const more = extras.map(({ texts }) => texts[row] ?? '')
    for (const ending of endings(row)) lines.push([...values, ...more, ...ending])
  }
  return stringify(lines)
}

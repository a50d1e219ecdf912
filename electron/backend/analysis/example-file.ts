import type { Finding } from '../../../shared/records/analysis.ts'
import { writeCsv } from '../csv/write-csv.ts'

/** Not the name of a column of any switch. */
const SIDE = 'A/B'

/** A finding's examples as a small table: A fails, B works; the same columns in the same order. */
export function exampleFile({ id, examples }: Finding): {
  fileName: string
  mediaType: string
  text: string
} {
  const records = examples.flatMap(({ failing, working }, index) => [
    { ...failing.values, [SIDE]: `A${index + 1} failing` },
    { ...working.values, [SIDE]: `B${index + 1} working` },
  ])
  const names = new Set(records.flatMap((record) => Object.keys(record)))
  names.delete(SIDE)
  const columns = [SIDE, ...names]
  const rows = records.map((record: Readonly<Record<string, string>>) =>
    Object.fromEntries(columns.map((column) => [column, record[column] ?? ''])),
  )
  return { fileName: `examples-${id.slice(0, 8)}.csv`, mediaType: 'text/csv', text: writeCsv(columns, rows) }
}

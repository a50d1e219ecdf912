import type { Symptom } from '../../records/analysis.ts'
import type { RecordColumn, RecordTable } from '../record-table.ts'
import { viewsOf, withBlankAsValue, type ColumnView } from './column-views.ts'
import { symptomReason } from './find-symptoms.ts'
import type { PrepareOptions, Prepared, SetAside } from './prepared.ts'
import { sampleRows, type RowSample } from './row-sample.ts'
import { reasonToSetAside } from './set-aside.ts'
import { symptomValues } from './symptom-values.ts'

/**
 * From columns to what the search reads. A column gives one dimension or several views; symptoms and what cannot or must
 * not be searched are set aside with the reason, and `options.keep` puts them back. The same table gives the same case.
 */
export function prepareCase(table: RecordTable, options: Partial<PrepareOptions> = {}): Prepared {
  const chosen: PrepareOptions = {
    outcome: [],
    counts: [],
    ignore: [],
    keep: [],
    blankAsValue: [],
    ...options,
  }
  const sample = sampleRows(table)
  const views: ColumnView[] = []
  const setAside: SetAside[] = []
  const symptoms: Symptom[] = []
  for (const column of table.columns) {
    const reason = reasonToSetAside(column, chosen, sample.records)
    const symptom = reason === null ? symptomOf(table, column, chosen, sample) : null
    if (reason !== null) setAside.push({ column: column.name, reason })
    else if (symptom === null) views.push(...blanksAsChosen(viewsOf(table, column, sample), chosen))
    else {
      setAside.push({ column: column.name, reason: 'symptom' })
      symptoms.push(symptom)
    }
  }
  const total = table.failed.slice()
  for (let row = 0; row < table.rows; row += 1) total[row] = (total[row] ?? 0) + (table.working[row] ?? 0)
  const dimensions = views.map(({ dimension }) => dimension)
  return {
    table,
    caseTable: { rows: table.rows, dimensions, failed: table.failed, total },
    views: views.map(({ view }) => view),
    setAside,
    symptoms,
  }
}

function symptomOf(
  table: RecordTable,
  column: RecordColumn,
  { keep }: PrepareOptions,
  sample: RowSample,
): Symptom | null {
  if (keep.includes(column.name)) return null
  const reason = symptomReason(table, column, sample)
  if (reason === null) return null
  return { column: column.name, reason, values: symptomValues(table, column, sample) }
}

/** Of ranges and prefixes only the coarsest view gets the blank: once is enough. */
function blanksAsChosen(
  views: readonly ColumnView[],
  { blankAsValue }: PrepareOptions,
): readonly ColumnView[] {
  const coarsest = views.at(-1)
  if (coarsest === undefined || !blankAsValue.includes(coarsest.dimension.column)) return views
  return [...views.slice(0, -1), withBlankAsValue(coarsest)]
}

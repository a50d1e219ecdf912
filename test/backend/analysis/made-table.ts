import type { AnalysisJob } from '../../../electron/backend/analysis/analysis-job.ts'
import type { RecordColumn, RecordTable } from '../../../shared/commonality/record-table.ts'

const WORDS = ['', 'A', 'B', 'C', 'D']

function column(name: string, codes: Uint8Array): RecordColumn {
  const values = WORDS.slice(0, 1 + Math.max(...codes))
  return {
    name,
    kind: 'category',
    role: null,
    distinct: values.length - 1,
    blanks: 0,
    codes,
    values,
    numbers: null,
    prefixes: null,
  }
}

/** Records of which those with first A and second B fail, and a few others. */
export function madeTable(rows = 400): RecordTable {
  const first = Uint8Array.from({ length: rows }, (_, row) => 1 + (row % 4))
  const second = Uint8Array.from({ length: rows }, (_, row) => 1 + (Math.floor(row / 4) % 3))
  const third = Uint8Array.from({ length: rows }, (_, row) => 1 + (Math.floor(row / 12) % 3))
  const failed = Float64Array.from({ length: rows }, (_, row) =>
    (first[row] === 1 && second[row] === 2) || row % 31 === 0 ? 1 : 0,
  )
  return {
    rows,
    columns: [column('first', first), column('second', second), column('third', third)],
    failed,
    working: failed.map((weight) => 1 - weight),
  }
}

export function answerJob(table = madeTable(), matchOn: readonly string[] = []): AnalysisJob {
  return {
    kind: 'answer',
    question: { table, before: null, matchOn, options: { maxOrder: null, totalsKnown: false } },
  }
}

import type { RecordSet, RecordSetColumn } from '../../../shared/records/record-set.ts'

export function madeColumn(
  name: string,
  kind: RecordSetColumn['kind'] = 'category',
  role: RecordSetColumn['role'] = null,
): RecordSetColumn {
  return { name, kind, role, distinct: 2, blanks: 0, commonest: [] }
}

export function madeRecordSet(columns: RecordSetColumn[], change: Partial<RecordSet> = {}): RecordSet {
  return {
    id: 'calls',
    name: 'calls.csv',
    files: ['calls.csv'],
    importedAt: 0,
    rows: 10,
    columns,
    profile: null,
    timeZone: 'UTC',
    refusals: [],
    refusalCount: 0,
    notes: [],
    bytes: 100,
    ...change,
  }
}

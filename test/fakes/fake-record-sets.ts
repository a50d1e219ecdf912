import type { FolderState } from '../../shared/contract/records.ts'
import type { SelectionWarning, SidesSummary } from '../../shared/records/analysis.ts'
import type { ColumnProfile, RecordSet, RecordSetColumn } from '../../shared/records/record-set.ts'
import type { FakeCall } from './fake-calls.ts'

const HOUR = 3_600_000

/** A record set of the made-up calls, with something put right and something refused on the way in. */
export function fakeRecordSet(
  id: string,
  name: string,
  columns: RecordSetColumn[],
  importedAt: number,
): RecordSet {
  return {
    id,
    name,
    files: [name],
    importedAt,
    rows: 212,
    columns,
    profile: 'ConnexCS',
    timeZone: 'Europe/Madrid',
    refusals: [
      { file: name, line: 118, reason: 'It has 15 values where the header has 17.' },
      { file: name, line: 3044, reason: 'A quote that begins here has no end.' },
    ],
    refusalCount: 2,
    notes: [{ file: name, kind: 're-encoded', detail: { encoding: 'WINDOWS-1252' } }],
    bytes: 61_440,
  }
}

/** Sizes and times of both sides, and the customer that tells them apart. */
export function fakeSides(failing: readonly FakeCall[], working: readonly FakeCall[]): SidesSummary {
  return { failing: sideOf(failing), working: sideOf(working), warnings: warningsOf(failing, working) }
}

function sideOf(calls: readonly FakeCall[]): SidesSummary['failing'] {
  const times = calls.map((call) => Date.parse(call['start'] ?? ''))
  return {
    records: calls.length,
    rows: calls.length,
    from: calls.length === 0 ? null : Math.min(...times),
    to: calls.length === 0 ? null : Math.max(...times),
  }
}

function warningsOf(failing: readonly FakeCall[], working: readonly FakeCall[]): SelectionWarning[] {
  if (failing.length === 0 || working.length === 0) {
    return [{ kind: 'one-class', column: null, strength: null }]
  }
  const isOf = (call: FakeCall): boolean => call['customer'] === 'Baltic Meters'
  const strength = failing.filter(isOf).length / failing.length
  return [
    ...(strength > 0.8 ? [{ kind: 'customer' as const, column: 'customer', strength }] : []),
    ...(failing.length < 10 ? [{ kind: 'few-failing' as const, column: null, strength: null }] : []),
  ]
}

export const fakeProfiles: readonly ColumnProfile[] = [
  {
    id: 'asterisk',
    name: 'Asterisk CDR',
    header: [],
    hasHeader: false,
    columns: [{ header: 'column 1', name: 'accountcode', kind: 'category', role: 'customer' }],
  },
  {
    id: 'connexcs',
    name: 'ConnexCS',
    header: ['call_id', 'start'],
    hasHeader: true,
    columns: [
      { header: 'call_id', name: 'call_id', kind: 'identifier', role: 'call-id' },
      { header: 'start', name: 'start', kind: 'time', role: 'start' },
    ],
  },
]

export function fakeFolders(now: number): FolderState[] {
  const folder = { pattern: '*.csv.gz', profileId: null, timeZone: 'UTC', enabled: true }
  return [
    {
      folder: { ...folder, id: 'nightly', name: 'Nightly CDR', path: '/srv/cdr/nightly' },
      lastImportAt: now - 7 * HOUR,
      fault: null,
    },
    {
      folder: { ...folder, id: 'lab', name: 'Lab switch', path: '/srv/cdr/lab' },
      lastImportAt: null,
      fault: 'There is no folder /srv/cdr/lab: make it, or change the path.',
    },
  ]
}

import type { RecordSetColumn } from '../../shared/records/record-set.ts'

/** What one record is, in the trade's word. */
export type RecordNoun = 'calls' | 'sims' | 'records'

type Role = NonNullable<RecordSetColumn['role']>

const OF_CALLS: ReadonlySet<Role> = new Set([
  'call-id',
  'calling-number',
  'called-number',
  'sip-code',
  'codec',
])
const OF_SIMS: ReadonlySet<Role> = new Set(['iccid', 'imsi', 'imei', 'eid', 'msisdn', 'apn'])
const COUNTED: ReadonlySet<Role> = new Set(['failed-count', 'total-count'])

/** Calls where a column says so, SIMs where only their identities are there, else records. */
export function recordNoun(columns: readonly Pick<RecordSetColumn, 'role'>[]): RecordNoun {
  const roles = columns.flatMap(({ role }) => (role === null ? [] : [role]))
  if (roles.some((role) => OF_CALLS.has(role))) return 'calls'
  // What a counted file counts among SIMs is their attempts, not they.
  if (roles.some((role) => COUNTED.has(role))) return 'records'
  return roles.some((role) => OF_SIMS.has(role)) ? 'sims' : 'records'
}

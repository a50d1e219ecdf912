import type { RecordSetColumn } from '../../shared/records/record-set.ts'

/** One made-up call, every value as its file has it; empty is blank. */
export type FakeCall = Readonly<Record<string, string>>

const CALLS = 212
const HOUR = 3_600_000

const KINDS: readonly [name: string, kind: RecordSetColumn['kind'], role: RecordSetColumn['role']][] = [
  ['call_id', 'identifier', 'call-id'],
  ['start', 'time', 'start'],
  ['a_number', 'digits', 'calling-number'],
  ['b_number', 'digits', 'called-number'],
  ['customer', 'category', 'customer'],
  ['carrier', 'category', 'carrier'],
  ['gateway', 'category', 'gateway'],
  ['codec', 'category', 'codec'],
  ['a_trunk', 'category', null],
  ['direction', 'category', null],
  ['rate_plan', 'category', 'rate-plan'],
  ['sip_code', 'number', 'sip-code'],
  ['status', 'category', 'status'],
  ['duration', 'number', 'duration'],
  ['ring_seconds', 'number', null],
  ['switch_version', 'category', null],
  ['remark', 'category', null],
]

/** Hundred that fail, most over one carrier with one codec, and more that work. The same every time but for the day. */
export function fakeCalls(now: number): readonly FakeCall[] {
  return Array.from({ length: CALLS }, (_, index) => fakeCall(index, now))
}

function fakeCall(index: number, now: number): FakeCall {
  const isFailing = index < 100
  const isTold = isFailing ? index < 82 : index % 28 === 0
  const sipCode = isFailing ? (index % 5 < 3 ? '503' : '408') : '200'
  return {
    call_id: `f81d4fae-7dec-11d0-a765-${String(index).padStart(12, '0')}@sbc1.example.com`,
    start: new Date(now - (isFailing ? 12 : 30) * HOUR + index * 211_000).toISOString(),
    a_number: `+1 555 01${String(index % 100).padStart(2, '0')}`,
    b_number: `+44 20 7946 0${String(index % 1000).padStart(3, '0')}`,
    customer: isFailing && index % 10 > 0 ? 'Baltic Meters' : (CUSTOMERS[index % CUSTOMERS.length] ?? ''),
    carrier: isTold ? 'Carrier X' : (CARRIERS[index % CARRIERS.length] ?? ''),
    gateway: `gw-${['lisbon', 'madrid', 'riga'][index % 3]}-${(index % 2) + 1}`,
    codec: isTold ? 'G.729' : (CODECS[index % CODECS.length] ?? ''),
    a_trunk: `trunk-${index % 9}`,
    direction: index % 4 === 0 ? 'inbound' : 'outbound',
    rate_plan: index % 3 === 0 ? 'Gold' : 'Standard',
    sip_code: sipCode,
    status: isFailing ? 'failed' : 'answered',
    duration: isFailing ? '0' : String(20 + (index % 180)),
    ring_seconds: String(2 + (index % 40)),
    switch_version: '4.2',
    remark: '',
  }
}

const CUSTOMERS = ['Andes Freight', 'Baltic Meters', 'Casa Verde Energy', 'Fjord Pay', '']
const CARRIERS = ['Carrier X', 'Carrier Y', 'Carrier Z', 'Carrier "Q"']
const CODECS = ['G.711', 'G.722', 'opus', 'G.729']

/** The columns of made-up calls, as reading them would recognise them. */
export function fakeColumns(calls: readonly FakeCall[]): RecordSetColumn[] {
  return KINDS.map(([name, kind, role]) => {
    const values = valuesOf(calls, name)
    return {
      name,
      kind,
      role,
      distinct: values.length,
      blanks: calls.filter((call) => (call[name] ?? '') === '').length,
      commonest: values.slice(0, 10),
    }
  })
}

/** Values of a column with how often, commonest first; blanks are none. */
export function valuesOf(calls: readonly FakeCall[], column: string): { value: string; records: number }[] {
  const counts = new Map<string, number>()
  for (const call of calls) {
    const value = call[column] ?? ''
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return Array.from(counts, ([value, records]) => ({ value, records })).toSorted(
    (a, b) => b.records - a.records || a.value.localeCompare(b.value),
  )
}

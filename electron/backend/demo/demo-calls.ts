import { stringify } from 'csv-stringify/sync'
import { CUSTOMERS } from './demo-cast.ts'
import { demoRandom, type DemoRandom } from './demo-random.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Calls of so long before the demo began. */
const SPAN_MS = 6 * HOUR_MS
const CALLS = 4_000

/** Since so long ago one carrier drops calls in one codec. */
const FAULT_BEGAN_MS = 100 * MINUTE_MS
const FAULT = { carrier: 'Example Transit', codec: 'G729', share: 0.86 } as const

/** Calls that fail for no common reason. */
const BACKGROUND = 0.03

const CARRIERS = ['Example Transit', 'Sample Voice', 'Specimen Wholesale', 'Test Telecom'] as const
/** Each carrier is reached over its own gateways. */
const GATEWAYS: Readonly<Record<(typeof CARRIERS)[number], readonly [string, ...string[]]>> = {
  'Example Transit': ['gw-example-1', 'gw-example-2'],
  'Sample Voice': ['gw-sample-1', 'gw-sample-2', 'gw-sample-3'],
  'Specimen Wholesale': ['gw-specimen-1'],
  'Test Telecom': ['gw-test-1', 'gw-test-2'],
}
const CODECS = ['PCMA', 'PCMA', 'PCMU', 'G729', 'opus'] as const
const POPS = ['bru-1', 'blr-1', 'sfo-1'] as const
/** Numbers set aside for fiction: nobody is called by them. */
const CALLED = ['+442079460', '+3227900', '+1415555010', '+6199001'] as const
const UNRELATED_CODES = ['486', '480', '404', '408', '503'] as const

const COLUMNS = [
  'call_id',
  'start',
  'duration',
  'customer',
  'calling_number',
  'called_number',
  'carrier',
  'gateway',
  'codec',
  'pop',
  'transport',
  'sip_code',
] as const

/**
 * A file of made-up calls as a switch writes them, in which one carrier has begun to fail in one codec. The same seed
 * and end give the same file. `end` is UTC milliseconds.
 */
export function demoCalls(seed: number, end: number): string {
  const rows = Array.from({ length: CALLS }, (_, index) =>
    callRow(demoRandom(seed, 'call', index), index, end),
  )
  return stringify([[...COLUMNS], ...rows])
}

function callRow(random: DemoRandom, index: number, end: number): string[] {
  const start = end - SPAN_MS + Math.floor(((index + random.between(0, 1)) * SPAN_MS) / CALLS)
  const carrier = random.pick(CARRIERS)
  const codec = random.pick(CODECS)
  const isFaulty =
    carrier === FAULT.carrier &&
    codec === FAULT.codec &&
    start >= end - FAULT_BEGAN_MS &&
    random.chance(FAULT.share)
  const failsAnyway = random.chance(BACKGROUND)
  const code = isFaulty
    ? random.chance(0.8)
      ? '503'
      : '408'
    : failsAnyway
      ? random.pick(UNRELATED_CODES)
      : '200'
  return [
    `${random.whole(1e8, 9e8).toString(36)}-${index.toString(36)}@switch.example`,
    new Date(start).toISOString(),
    code === '200' ? String(random.whole(4, 900)) : '0',
    random.pick(CUSTOMERS).name,
    `+1202555010${random.whole(0, 9)}`,
    `${random.pick(CALLED)}${random.whole(100, 999)}`,
    carrier,
    random.pick(GATEWAYS[carrier]),
    codec,
    random.pick(POPS),
    random.pick(['udp', 'tls', 'tcp']),
    code,
  ]
}

import { stringify } from 'csv-stringify/sync'
import { demoRandom } from '../../electron/backend/demo/demo-random.ts'

const MINUTE_MS = 60_000
const CARRIERS = ['Carrier W', 'Carrier X', 'Carrier Y', 'Carrier Z'] as const
/** Each carrier has one gateway: in such calls the two cannot be told apart. */
const GATEWAYS = {
  'Carrier W': 'gw-bruges-1',
  'Carrier X': 'gw-bruges-2',
  'Carrier Y': 'gw-riga-1',
  'Carrier Z': 'gw-riga-2',
} as const
const CODECS = ['G.711', 'G.729', 'opus'] as const
const CUSTOMERS = ['Example Freight', 'Sample Meters', 'Specimen Health'] as const

export interface MadeCalls {
  readonly seed: number
  readonly calls: number
  /** UTC milliseconds; a call comes every half minute. */
  readonly from: number
  /** Share of the calls over Carrier X with G.729 that fail with 503. */
  readonly fault: number
}

/** A file of calls in which one carrier fails in one codec, and a few others for no common reason. */
export function madeCalls({ seed, calls, from, fault }: MadeCalls): string {
  const random = demoRandom(seed, 'made calls')
  const rows = Array.from({ length: calls }, (_, index) => {
    const carrier = random.pick(CARRIERS)
    const codec = random.pick(CODECS)
    const isFaulty = carrier === 'Carrier X' && codec === 'G.729' && random.chance(fault)
    const other = random.chance(0.02) ? random.pick(['404', '486']) : '200'
    const code = isFaulty ? '503' : other
    return {
      call_id: `${seed}-${index}@switch.example`,
      start: new Date(from + (index * MINUTE_MS) / 2).toISOString(),
      duration: code === '200' ? random.whole(5, 600) : 0,
      customer: random.pick(CUSTOMERS),
      called_number: `+4420794609${random.whole(10, 99)}`,
      carrier,
      gateway: GATEWAYS[carrier],
      codec,
      sip_code: code,
    }
  })
  return stringify(rows, { header: true })
}

/** A file that shares nothing, of so many values that looking for something in it takes a while. */
export function manyCalls(calls: number): string {
  const columns = Array.from({ length: 24 }, (_, column) => column + 1)
  const header = [...columns.map((column) => `field_${column}`), 'sip_code'].join(',')
  const rows = Array.from({ length: calls }, (_, index) => {
    const values = columns.map((column) => `v${scattered(index, column) % (4 + 2 * column)}`)
    return [...values, scattered(index, 0) % 10 < 3 ? 503 : 200].join(',')
  })
  return [header, ...rows].join('\n')
}

/** A number that tells nothing of the two it is made of. Random generators would take seconds for millions. */
function scattered(first: number, second: number): number {
  const mixed = Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b)
  const again = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (again ^ (again >>> 12)) >>> 0
}

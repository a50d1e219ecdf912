import { stringify } from 'csv-stringify/sync'

const CARRIERS = ['Alpha', 'Beta', 'Gamma', 'Delta']
const CODECS = ['G.711', 'G.729']
const POPS = ['bru-1', 'blr-1', 'sfo-1']

/** Of a file, unless a test wants more. */
export const CALLS = 480

export interface SwitchCalls {
  /** Whether calls over Beta in G.729 fail, nine of ten. */
  readonly fault: boolean
  readonly calls?: number
  /** UTC ms; a call comes every quarter of a minute. */
  readonly begin?: number
}

/** Calls as a switch writes them, counted through rather than drawn. One in thirty-seven fails for no common reason. */
export function switchCalls({ fault, calls = CALLS, begin = Date.UTC(2026, 5, 1, 6) }: SwitchCalls): string {
  const rows = Array.from({ length: calls }, (_, index) => {
    const carrier = CARRIERS[index % 4]
    const codec = CODECS[Math.floor(index / 4) % 2]
    const isFaulty = fault && carrier === 'Beta' && codec === 'G.729' && Math.floor(index / 8) % 10 !== 9
    const fails = isFaulty || index % 37 === 7
    return {
      call_id: callId(index),
      start: new Date(begin + index * 15_000).toISOString(),
      called_number: `442079460${String((index * 37) % 1000).padStart(3, '0')}`,
      carrier,
      codec,
      pop: POPS[(index * 7) % 3],
      sip_code: fails ? (index % 3 === 0 ? '408' : '503') : '200',
    }
  })
  return stringify(rows, { header: true })
}

/** The Call-ID of a call, counted from 0. */
export function callId(index: number): string {
  return `${(index * 7919 + 1_000_003).toString(36)}-${index}@switch.example`
}

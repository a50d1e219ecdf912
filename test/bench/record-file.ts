import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Attributes with how many values each has. */
const CLASSES: readonly (readonly [string, number])[] = [
  ['carrier', 12],
  ['gateway', 40],
  ['codec', 6],
  ['country', 180],
  ['customer', 500],
  ['trunk', 60],
  ['rate_plan', 25],
  ['device_type', 300],
  ['firmware', 80],
  ['apn', 20],
  ['mno', 90],
  ['pop', 15],
  ['transport', 3],
  ['direction', 2],
]

const FIRST_CALL = Date.UTC(2026, 0, 5)
const SHARE_FAILING = 0.065
const SHARE_BLANK = 0.02

/** A table of calls as a switch writes it: 20 columns, two of them unique or nearly so. Always the same. */
export async function writeCalls(path: string, rows: number): Promise<void> {
  const random = xoroshiro128plus(20_260_105)
  const chance = (): number => uniformFloat64(random)
  function call(index: number): string {
    const failed = chance() < SHARE_FAILING
    const at = new Date(FIRST_CALL + index * 86.4).toISOString().slice(0, 19).replace('T', ' ')
    const number = `+4420${79_460_000 + Math.floor(chance() * 900_000)}`
    const head = [
      `${index.toString(16).padStart(8, '0')}-${Math.floor(chance() * 1e9).toString(16)}@198.51.100.7`,
      at,
      number,
    ]
    const outcome = failed
      ? [0, chance().toFixed(3), 503]
      : [Math.floor(chance() * 600), chance().toFixed(3), 200]
    const classes = CLASSES.map(([name, values]) =>
      chance() < SHARE_BLANK ? '' : `${name}_${Math.floor(chance() * chance() * values)}`,
    )
    return [...head, ...outcome, ...classes].join(',')
  }
  function* pieces(): Generator<string> {
    yield `${['call_id', 'start', 'ani', 'duration', 'pdd', 'sip_code', ...CLASSES.map(([name]) => name)].join(',')}\n`
    for (let from = 0; from < rows; from += 1000) {
      const lines = Array.from({ length: Math.min(1000, rows - from) }, (_, index) => call(from + index))
      yield `${lines.join('\n')}\n`
    }
  }
  await pipeline(Readable.from(pieces()), createWriteStream(path))
}

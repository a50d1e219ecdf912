import { searchExplanations } from '../../shared/commonality/search/search-explanations.ts'
import type { CaseTable } from '../../shared/commonality/case-table.ts'
import { recordPresets, type RecordPreset } from '../support/incidents/record-presets.ts'
import { makeRecordsCase } from '../support/incidents/records-case.ts'
import type { BenchResult } from './bench-result.ts'

export const name = 'commonality'

interface Size {
  readonly what: string
  readonly preset: RecordPreset
  readonly rows: number
  readonly attributes: number
  readonly goalMs: number
  /** The median of so many runs is told, after one that is not. */
  readonly runs: number
}

const SEED = 5
const SIZES: readonly Size[] = [
  { what: '200 records × 12', preset: 'tiny', rows: 40_000, attributes: 12, goalMs: 10, runs: 21 },
  { what: '20,000 records × 20', preset: 'medium', rows: 20_000, attributes: 20, goalMs: 100, runs: 7 },
  { what: '100,000 records × 30', preset: 'hard', rows: 100_000, attributes: 30, goalMs: 300, runs: 5 },
  { what: '1,000,000 records × 30', preset: 'big', rows: 1_000_000, attributes: 30, goalMs: 2_000, runs: 3 },
]
const FIRST_FINDING_MS = 500
const MOST_MEMORY_MIB = 1_024

/** What failing records share, to order 3, on one thread: made-up incidents of the sizes that the goals name. */
export async function run(): Promise<BenchResult[]> {
  const results: BenchResult[] = []
  for (const size of SIZES) {
    const { rows, attributes } = size
    const changes = { ...(rows === recordPresets[size.preset].rows ? {} : { rows }), attributes }
    const { table } = makeRecordsCase(size.preset, SEED, 0, changes)
    const runs = Array.from({ length: size.runs + 1 }, () => timeSearch(table)).slice(1)
    results.push(
      underGoal(
        `search of ${size.what}, to the end`,
        median(runs.map(({ endMs }) => endMs)),
        size.goalMs,
        'ms',
      ),
    )
    if (rows < 1_000_000) continue
    const first = median(runs.map(({ firstMs }) => firstMs))
    results.push(underGoal(`search of ${size.what}, to the first finding`, first, FIRST_FINDING_MS, 'ms'))
    const memory = Math.max(...runs.map(({ mostMib }) => mostMib))
    results.push(underGoal(`search of ${size.what}, memory with its table`, memory, MOST_MEMORY_MIB, 'MiB'))
  }
  return results
}

interface Timing {
  readonly firstMs: number
  readonly endMs: number
  readonly mostMib: number
}

function timeSearch(table: CaseTable): Timing {
  const started = performance.now()
  const search = searchExplanations(table)
  let firstMs: number | null = null
  let mostMib = 0
  let step = search.next()
  while (step.done !== true) {
    if (firstMs === null && step.value !== null && step.value.explanations.length > 0)
      firstMs = performance.now() - started
    mostMib = Math.max(mostMib, memoryMib())
    step = search.next()
  }
  const endMs = performance.now() - started
  return { firstMs: firstMs ?? endMs, endMs, mostMib: Math.max(mostMib, memoryMib()) }
}

/** Heap and buffers of this program: what it holds beside its code. */
function memoryMib(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function underGoal(what: string, value: number, goal: number, unit: string): BenchResult {
  const ratio = value / goal
  const shared = { unit, baseline: 'the goal itself', baselineValue: goal }
  return { name: what, value, ...shared, ratio, goal: `under ${goal} ${unit}`, met: value < goal }
}

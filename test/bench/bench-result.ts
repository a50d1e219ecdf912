/** One measured figure beside what it is compared with, measured in the same run. */
export interface BenchResult {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What `baselineValue` is of, e.g. "an empty HTTP server". */
  readonly baseline: string
  readonly baselineValue: number
  /** value / baselineValue. */
  readonly ratio: number
  /** In words, e.g. "under 1500 ms". */
  readonly goal: string
  readonly met: boolean
}

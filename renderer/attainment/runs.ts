export interface RunPoint {
  readonly index: number
  readonly value: number
}

/** The unbroken stretches of a series with gaps, in order: a line is drawn along each and never across a gap. */
export function runsOf(values: readonly (number | null)[]): RunPoint[][] {
  const runs: RunPoint[][] = []
  let isOpen = false
  for (const [index, value] of values.entries()) {
    if (value === null) {
      isOpen = false
      continue
    }
    if (!isOpen) runs.push([])
    runs.at(-1)?.push({ index, value })
    isOpen = true
  }
  return runs
}

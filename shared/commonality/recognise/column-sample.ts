/** What is known of a column before it is read. */
export interface ColumnSample {
  /** As the file has it; `column 3` where it has none. */
  readonly name: string
  /** Different values, not blank, in whatever order. */
  readonly values: readonly string[]
  /** How many different values, and how many values that are not blank, in the rows that were looked at. */
  readonly distinct: number
  readonly filled: number
}

/** Share of the values that meet a test. 0 where there are none. */
export function shareOf(values: readonly string[], test: (value: string) => boolean): number {
  if (values.length === 0) return 0
  let met = 0
  for (const value of values) if (test(value)) met += 1
  return met / values.length
}

/**
 * `npm run bench [-- NAME…]`: runs every `*.bench.ts` of this folder, or those whose name contains a NAME, one after
 * the other, and prints each figure beside its baseline of the same run. Ends with 1 if a goal was missed.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchResult } from './bench-result.ts'

interface Bench {
  readonly name: string
  readonly run: () => Promise<BenchResult[]>
}

const HEADINGS = ['', 'figure', 'value', 'baseline', 'its value', 'ratio', 'goal']

async function loadBenches(): Promise<Bench[]> {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.bench.ts'))
  const benches: Bench[] = []
  for (const file of files.sort()) {
    const bench: Bench = await import(join(import.meta.dirname, file))
    benches.push(bench)
  }
  return benches
}

function rowOf(result: BenchResult): string[] {
  return [
    result.met ? 'met' : 'MISSED',
    result.name,
    `${rounded(result.value)} ${result.unit}`,
    result.baseline,
    `${rounded(result.baselineValue)} ${result.unit}`,
    rounded(result.ratio),
    result.goal,
  ]
}

/** Three significant digits, and whole numbers where there are more. */
function rounded(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : value.toPrecision(3)
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

const filters = process.argv.slice(2)
const benches = (await loadBenches()).filter(
  ({ name }) => filters.length === 0 || filters.some((filter) => name.includes(filter)),
)
if (benches.length === 0) {
  console.error(`No bench is called ${filters.join(' or ')}.`)
  process.exit(1)
}

const results: BenchResult[] = []
let broken = 0
for (const { name, run } of benches) {
  console.error(`${name} …`)
  try {
    results.push(...(await run()))
  } catch (error) {
    broken += 1
    console.error(`${name} could not be measured:`, error)
  }
}
printTable([HEADINGS, ...results.map(rowOf)])
const missed = results.filter(({ met }) => !met).length
console.log(`\n${results.length - missed} goals met, ${missed} missed, ${broken} benches broken`)
process.exit(missed + broken === 0 ? 0 : 1)

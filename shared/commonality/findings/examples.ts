import type { CaseTable, Conjunction } from '../case-table.ts'
import { codeTallies, type CodeTallies } from './code-tallies.ts'
import { exampleCandidates, type Candidates } from './example-candidates.ts'
import { likenessOf, type Likeness, type RecordTime } from './likeness.ts'
import { nearestRow } from './nearest-row.ts'
import { typicalRows } from './typical-rows.ts'

/** A failing and a working row, as alike as possible apart from the description. */
export interface Example {
  readonly failing: number
  readonly working: number
  /** Columns, apart from those of the description and of the time, in which the two differ. */
  readonly differing: readonly string[]
}

export interface ExampleQuestion {
  readonly table: CaseTable
  readonly conjunction: Conjunction
  /** The other findings: their records would show another fault. */
  readonly others: readonly Conjunction[]
  readonly time: RecordTime | null
  /** Of the whole table; give them where examples of many findings are asked for. */
  readonly tallies?: readonly CodeTallies[]
}

/** Never hundreds: one or two that truly show the fault. */
const MOST_EXAMPLES = 2

/** Up to so many pairs every one is looked at, and the answer is the best there is. */
const EVERY_PAIR_UP_TO = 1_000_000

/** Beyond, the search starts from so many failing rows, among so many working ones, and then looks at all. */
const STARTS = 4
const FIRST_LOOK = 50_000

/**
 * A/B examples of a finding, best first, at most two, with different rows. The same table gives the same examples; of
 * equally good ones those nearest in time, then those that come first in the file.
 * Where there are too many pairs to look at each, the working row is the one nearest to the failing one among all rows,
 * and the failing one started from rows typical of the finding: as good as can be told without hours.
 */
export function examplesOf(question: ExampleQuestion): Example[] {
  const { table, conjunction, others, time, tallies } = question
  const likeness = likenessOf(table, conjunction, time, tallies ?? codeTallies(table))
  let candidates = exampleCandidates(table, conjunction, others)
  const examples: Example[] = []
  while (examples.length < MOST_EXAMPLES) {
    const pair = bestPair(likeness, candidates)
    if (pair === null) return examples
    const { failing, working } = pair
    examples.push({ failing, working, differing: likeness.differing(failing, working) })
    candidates = {
      failing: candidates.failing.filter((row) => row !== failing),
      working: candidates.working.filter((row) => row !== working),
    }
  }
  return examples
}

interface Pair {
  readonly failing: number
  readonly working: number
  readonly distance: number
  readonly apart: number
}

function bestPair(likeness: Likeness, { failing, working }: Candidates): Pair | null {
  if (failing.length * working.length <= EVERY_PAIR_UP_TO) return closestOf(likeness, failing, working)
  const starts = typicalRows(likeness, failing, working, STARTS)
  const start = closestOf(likeness, starts, thinned(working, FIRST_LOOK))
  return start === null ? null : settled(likeness, { failing, working }, start)
}

/** The best pair that has one of the given failing rows. */
function closestOf(likeness: Likeness, failing: Uint32Array, working: Uint32Array): Pair | null {
  let best: Pair | null = null
  for (const row of failing) {
    const nearest = nearestRow(likeness, row, working, best?.distance ?? Infinity)
    if (nearest === null) continue
    const pair = { failing: row, working: nearest.row, distance: nearest.distance, apart: nearest.apart }
    if (best === null || isCloser(pair, best)) best = pair
  }
  return best
}

/** From a pair, to each row the nearest of all on the other side, until that changes nothing. */
function settled(likeness: Likeness, { failing, working }: Candidates, start: Pair): Pair {
  let best = start
  for (;;) {
    const other = nearestRow(likeness, best.failing, working, best.distance)
    const forth = other === null ? best : { ...best, ...other, working: other.row }
    const back = nearestRow(likeness, forth.working, failing, forth.distance)
    const found = back === null ? forth : { ...forth, ...back, failing: back.row }
    if (!isCloser(found, best)) return best
    best = found
  }
}

function isCloser(pair: Pair, than: Pair): boolean {
  if (pair.distance !== than.distance) return pair.distance < than.distance
  if (pair.apart !== than.apart) return pair.apart < than.apart
  return pair.failing < than.failing || (pair.failing === than.failing && pair.working < than.working)
}

/** At most so many rows, evenly from the whole file. */
function thinned(rows: Uint32Array, most: number): Uint32Array {
  if (rows.length <= most) return rows
  return Uint32Array.from({ length: most }, (_, place) => rows[Math.floor((place * rows.length) / most)] ?? 0)
}

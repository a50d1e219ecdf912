import type { CaseTable, Conjunction } from '../case-table.ts'
import { codeTallies, type CodeTallies } from './code-tallies.ts'
import { exampleCandidates, type Candidates } from './example-candidates.ts'
import { likenessOf, type Likeness, type RecordTime } from './likeness.ts'
import { nearestRow } from './nearest-row.ts'
import { thinned } from './thinned.ts'
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

/** Beyond, the search starts from so many failing rows, first among so many working ones, then among so many of each. */
const STARTS = 4
const FIRST_LOOK = 50_000
const SECOND_LOOK = 250_000

/**
 * A/B examples of a finding, best first, at most two, with different rows. The same table gives the same examples; of
 * equally good ones those nearest in time, then those that come first in the file.
 * Where there are too many pairs to look at each, it starts from failing rows that are typical of the finding, and
 * neither row has a nearer partner among those looked at: an even quarter million of either side.
 */
export function examplesOf(question: ExampleQuestion): Example[] {
  const { table, conjunction, others, time, tallies } = question
  const likeness = likenessOf(table, conjunction, time, tallies ?? codeTallies(table))
  const all = exampleCandidates(table, conjunction, others)
  const isFew = all.failing.length * all.working.length <= EVERY_PAIR_UP_TO
  let candidates = isFew ? all : evenly(all, SECOND_LOOK)
  const starts = isFew ? all.failing : typicalRows(likeness, candidates.failing, candidates.working, STARTS)
  const examples: Example[] = []
  while (examples.length < MOST_EXAMPLES) {
    const used = new Set(examples.map((example) => example.failing))
    const left = starts.filter((row) => !used.has(row))
    const pair = isFew
      ? closestOf(likeness, left, candidates.working)
      : settledFrom(likeness, left, candidates)
    if (pair === null) return examples
    examples.push({
      failing: pair.failing,
      working: pair.working,
      differing: likeness.differing(pair.failing, pair.working),
    })
    candidates = {
      failing: withoutRow(candidates.failing, pair.failing),
      working: withoutRow(candidates.working, pair.working),
    }
  }
  return examples
}

function evenly({ failing, working }: Candidates, most: number): Candidates {
  return { failing: thinned(failing, most), working: thinned(working, most) }
}

function withoutRow(rows: Uint32Array, row: number): Uint32Array {
  const place = rows.indexOf(row)
  const left = new Uint32Array(rows.length - 1)
  left.set(rows.subarray(0, place))
  left.set(rows.subarray(place + 1), place)
  return left
}

interface Pair {
  readonly failing: number
  readonly working: number
  readonly distance: number
  readonly apart: number
}

/** The best pair that a few rows lead to. */
function settledFrom(likeness: Likeness, starts: Uint32Array, candidates: Candidates): Pair | null {
  const start = closestOf(likeness, starts, thinned(candidates.working, FIRST_LOOK))
  return start === null ? null : settled(likeness, candidates, start)
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

/** From a pair, to each row the nearest on the other side, until that changes nothing. */
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

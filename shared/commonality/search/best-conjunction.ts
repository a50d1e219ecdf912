import {
  candidateOf,
  compareCandidates,
  coversEnough,
  isStrong,
  textOf,
  weightInside,
  type Candidate,
} from './candidate.ts'
import { evidenceOf, gainOf } from './likelihood.ts'
import { listLiterals, type ListedDimension } from './listed-dimensions.ts'
import type { CellConjunction, Problem } from './problem.ts'
import type { Remaining } from './remaining.ts'

export interface RoundResult {
  readonly best: Candidate | null
  /** What was looked at closely, the best first; not all there is. */
  readonly seen: readonly Candidate[]
}

/** Descriptions that are passed over, by text, and those with the very counts of `twin`. */
export interface Banned {
  readonly texts: ReadonlySet<string>
  readonly twin: Candidate | null
}

/** Literals that a group of listed cells shares, and what of them fails. */
interface Group {
  readonly conjunction: CellConjunction
  readonly cost: number
  /** Of the columns of the literals. */
  readonly columns: readonly number[]
  readonly failed: number
}

interface Work {
  spent: number
}

/** Listed cells looked at between two pauses: some ten milliseconds. */
const SLICE = 4_000_000

/** Descriptions that were looked at closely and are kept to tell of. */
const KEPT = 48

/**
 * The best description of what fails among what is left: the one whose evidence most exceeds its cost, if that is more
 * than `bar`. Exact. Counted are failing records only; were all that a description covers failing, that would be the
 * most it or any part of it could be worth, and only where this beats the best so far is the rest counted.
 */
export function* bestConjunction(
  problem: Problem,
  remaining: Remaining,
  banned: Banned,
  bar: number,
): Generator<null, RoundResult> {
  const seen: Candidate[] = []
  const work: Work = { spent: 0 }
  let best: Candidate | null = null

  function barNow(): number {
    return Math.max(bar, best === null ? -Infinity : best.score - 1e-9 * (1 + Math.abs(best.score)))
  }

  function consider(conjunction: CellConjunction, failed: number, total: number): void {
    if (!isStrong(problem, remaining, failed, total)) return
    const candidate = candidateOf(problem, remaining, conjunction, failed, total)
    if (candidate.gain <= 0) return
    keep(candidate)
    if (candidate.score <= bar) return
    if (best !== null && compareCandidates(problem, candidate, best) >= 0) return
    if (isBanned(problem, banned, candidate)) return
    if (coversEnough(problem, remaining, conjunction)) best = candidate
  }

  function keep(candidate: Candidate): void {
    seen.push(candidate)
    if (seen.length < 4 * KEPT) return
    seen.sort((a, b) => compareCandidates(problem, a, b))
    seen.length = KEPT
  }

  function boundOf(failed: number, cost: number): number {
    return evidenceOf(gainOf(failed, failed, remaining.failed, remaining.total)) - cost
  }

  /** Least failing weight at which something of that cost could still beat the bar. */
  function leastFailed(cost: number): number {
    if (boundOf(remaining.failed, cost) <= barNow()) return Infinity
    let low = 0
    let high = remaining.failed
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2
      if (boundOf(middle, cost) > barNow()) high = middle
      else low = middle
    }
    return low
  }

  /** All groups of a level, with one more dimension each. */
  function* extend(
    parents: readonly Group[],
    rows: Uint32Array,
    groupOf: Uint32Array,
    after: number,
  ): Generator<null> {
    const order = (parents[0]?.conjunction.length ?? 0) + 1
    const columns = parents[0]?.columns ?? []
    for (let next = after; next < listed.length; next++) {
      const dimension = listed[next]
      if (dimension === undefined || columns.includes(dimension.column)) continue
      const width = dimension.literals.length + 1
      const failedTable = new Float64Array(parents.length * width)
      const totalTable = new Float64Array(remaining.listsAll ? parents.length * width : 0)
      const { slots } = dimension
      for (let place = 0; place < rows.length; place++) {
        const row = rows[place] ?? 0
        const at = (groupOf[place] ?? 0) * width + (slots[row] ?? 0)
        failedTable[at] = (failedTable[at] ?? 0) + (listedFailed[row] ?? 0)
      }
      if (remaining.listsAll) {
        for (let place = 0; place < rows.length; place++) {
          const row = rows[place] ?? 0
          const at = (groupOf[place] ?? 0) * width + (slots[row] ?? 0)
          totalTable[at] = (totalTable[at] ?? 0) + (listedTotal[row] ?? 0)
        }
      }
      work.spent += rows.length
      yield* evaluate(parents, rows, groupOf, next, dimension, failedTable, totalTable, order)
      if (work.spent > SLICE) {
        work.spent = 0
        yield null
      }
    }
  }

  function* evaluate(
    parents: readonly Group[],
    rows: Uint32Array,
    groupOf: Uint32Array,
    next: number,
    dimension: ListedDimension,
    failedTable: Float64Array,
    totalTable: Float64Array,
    order: number,
  ): Generator<null> {
    const width = dimension.literals.length + 1
    const leastCost = Math.min(...parents.map(({ cost }) => cost)) + dimension.leastCost - Math.log(order)
    const least = Math.max(leastFailed(leastCost), floor)
    const promising: { group: Group; bound: number; at: number }[] = []
    for (let parent = 0; parent < parents.length; parent++) {
      const { conjunction, cost, columns } = parents[parent] ?? NOTHING
      for (let slot = 1; slot < width; slot++) {
        const at = parent * width + slot
        const failed = failedTable[at] ?? 0
        if (failed < least) continue
        const literal = dimension.literals[slot - 1]
        if (literal === undefined) continue
        const costHere = cost + (dimension.costs[slot - 1] ?? 0) - Math.log(order)
        const group: Group = {
          conjunction: [...conjunction, literal],
          cost: costHere,
          columns: [...columns, dimension.column],
          failed,
        }
        promising.push({ group, at, bound: boundOf(failed, costHere) })
      }
    }
    promising.sort((a, b) => b.bound - a.bound)
    for (const { group, bound, at } of promising) {
      if (bound <= barNow()) break
      const total = remaining.listsAll ? (totalTable[at] ?? 0) : totalOf(group.conjunction)
      consider(group.conjunction, group.failed, total)
      if (work.spent > SLICE) {
        work.spent = 0
        yield null
      }
    }
    if (order < problem.maxOrder && next + 1 < listed.length) {
      const cheapest =
        Math.min(...listed.slice(next + 1).map(({ leastCost: cost }) => cost)) - Math.log(order + 1)
      const parts = promising.filter(({ group }) => boundOf(group.failed, group.cost + cheapest) > barNow())
      if (order === 2 && problem.maxOrder > 2) waiting.push(...parts.map(({ group }) => group))
      else if (parts.length > 0) yield* descend(parts, rows, groupOf, next, dimension)
    }
  }

  function totalOf(conjunction: CellConjunction): number {
    work.spent += remaining.alive.length * 3
    return weightInside(problem, remaining, conjunction, problem.total)
  }

  function* descend(
    parts: readonly { group: Group; at: number }[],
    rows: Uint32Array,
    groupOf: Uint32Array,
    next: number,
    dimension: ListedDimension,
  ): Generator<null> {
    const width = dimension.literals.length + 1
    const idAt = new Uint32Array(parts.reduce((most, { at }) => Math.max(most, at), 0) + 1)
    parts.forEach(({ at }, place) => (idAt[at] = place + 1))
    const inside = new Uint32Array(rows.length)
    const groups = new Uint32Array(rows.length)
    let count = 0
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] ?? 0
      const id = idAt[(groupOf[place] ?? 0) * width + (dimension.slots[row] ?? 0)] ?? 0
      if (id === 0) continue
      inside[count] = row
      groups[count++] = id - 1
    }
    yield* extend(
      parts.map(({ group }) => group),
      inside.subarray(0, count),
      groups.subarray(0, count),
      next + 1,
    )
  }

  // Values one by one: both counts are at hand.
  problem.cells.dimensions.forEach((_, dimension) => {
    const failedOf = remaining.failedOf[dimension] ?? new Float64Array()
    const totalOfCode = remaining.totalOf[dimension] ?? new Float64Array()
    for (let code = 1; code < failedOf.length; code++) {
      const failed = failedOf[code] ?? 0
      if (failed > 0) consider([{ dimension, code }], failed, totalOfCode[code] ?? 0)
    }
  })
  if (problem.maxOrder < 2) return result()

  // With weights that scatter has changed, the least cover says nothing about them: it is asked at the end.
  const floor = problem.failed === problem.cells.failed ? problem.leastCover * (1 - 1e-9) : 0
  const waiting: Group[] = []
  const listed = listLiterals(problem, remaining, Math.max(leastFailed(-Math.log(problem.alpha)), floor))
  const listedFailed = Float64Array.from(remaining.listed, (cell) => problem.failed[cell] ?? 0)
  const listedTotal = remaining.listsAll
    ? Float64Array.from(remaining.listed, (cell) => problem.total[cell] ?? 0)
    : listedFailed
  yield null
  const allRows = Uint32Array.from(remaining.listed, (_, place) => place)

  for (let first = 0; first + 1 < listed.length; first++) {
    const dimension = listed[first]
    if (dimension === undefined) continue
    const singles = dimension.literals.map((literal, slot) => ({
      group: {
        conjunction: [literal],
        cost: (dimension.costs[slot] ?? 0) - Math.log(problem.alpha),
        columns: [dimension.column],
        failed: remaining.failedOf[literal.dimension]?.[literal.code] ?? 0,
      },
      at: slot + 1,
    }))
    yield* descend(singles, allRows, new Uint32Array(allRows.length), first, dimension)
  }
  yield* triples()
  return result()

  function* triples(): Generator<null> {
    const byDimensions = new Map<string, Group[]>()
    for (const group of waiting) {
      const key = group.conjunction.map(({ dimension }) => dimension).join()
      const held = byDimensions.get(key)
      if (held === undefined) byDimensions.set(key, [group])
      else held.push(group)
    }
    const sets = [...byDimensions.values()].map((groups) => ({
      groups,
      most: Math.max(...groups.map(({ failed, cost }) => boundOf(failed, cost))),
    }))
    sets.sort((a, b) => b.most - a.most)
    for (const { groups } of sets) {
      const [one, two] = groups[0]?.conjunction ?? []
      if (one === undefined || two === undefined) continue
      const first = listed.find(({ place }) => place === one.dimension)
      const second = listed.findIndex(({ place }) => place === two.dimension)
      const other = listed[second]
      if (first === undefined || other === undefined || second + 1 >= listed.length) continue
      const cheapest = Math.min(...listed.slice(second + 1).map(({ leastCost }) => leastCost)) - Math.log(3)
      const parts = groups.filter(({ failed, cost }) => boundOf(failed, cost + cheapest) > barNow())
      if (parts.length === 0) continue
      const width = other.literals.length + 1
      const idAt = new Uint32Array((first.literals.length + 1) * width)
      parts.forEach(({ conjunction }, place) => {
        const [a, b] = conjunction
        idAt[first.slotOf(a) * width + other.slotOf(b)] = place + 1
      })
      const rows = new Uint32Array(allRows.length)
      const groupOf = new Uint32Array(allRows.length)
      let count = 0
      for (let row = 0; row < allRows.length; row++) {
        const id = idAt[(first.slots[row] ?? 0) * width + (other.slots[row] ?? 0)] ?? 0
        if (id === 0) continue
        rows[count] = row
        groupOf[count++] = id - 1
      }
      work.spent += allRows.length
      yield* extend(parts, rows.subarray(0, count), groupOf.subarray(0, count), second + 1)
    }
  }

  function result(): RoundResult {
    seen.sort((a, b) => compareCandidates(problem, a, b))
    return { best, seen: seen.slice(0, KEPT) }
  }
}

function isBanned(
  problem: Problem,
  { texts, twin }: Banned,
  { conjunction, failed, total }: Candidate,
): boolean {
  if (twin !== null && Math.abs(twin.failed - failed) < 1e-9 && Math.abs(twin.total - total) < 1e-9)
    return true
  return texts.size > 0 && texts.has(textOf(problem, conjunction))
}

const NOTHING: Group = { conjunction: [], cost: 0, columns: [], failed: 0 }

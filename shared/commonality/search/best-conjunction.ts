import { isStrong, type Candidate } from './candidate.ts'
import { orderDiscount } from './description-cost.ts'
import { createGroupCounter, regroup, type GroupedCells, type GroupTables } from './group-tables.ts'
import { createIncumbent, type Banned, type Incumbent } from './incumbent.ts'
import { listDimensions, type ListedDimension } from './listed-cells.ts'
import type { CellConjunction, Problem } from './problem.ts'
import type { Remaining } from './remaining.ts'

export interface RoundResult {
  readonly best: Candidate | null
  /** What was looked at closely, the best first; not all there is. */
  readonly seen: readonly Candidate[]
}

/** Literals of some of the listed dimensions, with what they cost and what of them fails. */
interface Group {
  readonly conjunction: CellConjunction
  readonly cost: number
  readonly failed: number
  /** Its place in the tables it was counted in. */
  readonly at: number
}

/** Groups that name the same dimensions. */
interface Level {
  readonly groups: readonly Group[]
  readonly cells: GroupedCells
  readonly columns: readonly number[]
  /** Place of the last of their dimensions among those listed. */
  readonly last: number
}

/** Listed cells looked at between two pauses: less than ten milliseconds. */
const SLICE = 2_000_000

/**
 * The best description of what fails among what is left: the one whose evidence most exceeds its cost, if by more than
 * `bar`. Counted are failing records first; were all that a description covers failing, that would be the most it or
 * any part of it could be worth, and only where this beats the best so far is it looked at closely.
 */
export function* bestConjunction(
  problem: Problem,
  remaining: Remaining,
  banned: Banned,
  bar: number,
): Generator<null, RoundResult> {
  const incumbent = createIncumbent(problem, remaining, banned, bar)
  considerValues(problem, remaining, incumbent)
  // Where scatter changed the weights, the least cover says nothing about them: it is asked at the end.
  const floor = problem.failed === problem.cells.failed ? problem.leastCover * (1 - 1e-9) : 0
  const start = -Math.log(problem.alpha)
  if (problem.maxOrder >= 2) {
    const listed = listDimensions(problem, remaining, Math.max(floor, incumbent.leastFailed(start)))
    yield null
    const count = createGroupCounter(problem, remaining)
    yield* combine({ problem, remaining, incumbent, floor, listed, count })
  }
  return { best: incumbent.best, seen: incumbent.seen }
}

/** Values one by one: both counts are at hand. */
function considerValues(problem: Problem, remaining: Remaining, incumbent: Incumbent): void {
  problem.cells.dimensions.forEach((_, dimension) => {
    const failedOf = remaining.failedOf[dimension] ?? new Float64Array()
    const totalOf = remaining.totalOf[dimension] ?? new Float64Array()
    for (let code = 1; code < failedOf.length; code++) {
      const failed = failedOf[code] ?? 0
      if (failed > 0) incumbent.consider([{ dimension, code }], failed, totalOf[code] ?? 0)
    }
  })
}

interface Round {
  readonly problem: Problem
  readonly remaining: Remaining
  readonly incumbent: Incumbent
  /** Least failing weight of anything. */
  readonly floor: number
  readonly listed: readonly ListedDimension[]
  readonly count: ReturnType<typeof createGroupCounter>
}

/** All pairs before any triple: what they find spares most of the rest. */
function* combine(round: Round): Generator<null> {
  const { problem, remaining, listed } = round
  const places = Uint32Array.from(remaining.listed, (_, place) => place)
  const groupOf = new Uint32Array(places.length)
  const waiting: { level: Level; pairs: Group[]; next: number; most: number }[] = []
  for (const [first, dimension] of listed.entries()) {
    const level = singlesOf(round, dimension, first, { places, groupOf, failing: remaining.failing })
    for (let next = first + 1; next < listed.length; next++) {
      const pairs = yield* countNext(round, level, next)
      if (pairs.length === 0) continue
      waiting.push({ level, pairs, next, most: Math.max(...pairs.map(({ failed }) => failed)) })
    }
  }
  if (problem.maxOrder < 3) return
  waiting.sort((a, b) => b.most - a.most)
  for (const { level, pairs, next } of waiting) yield* descend(round, level, pairs, next)
}

function singlesOf(round: Round, dimension: ListedDimension, last: number, all: GroupedCells): Level {
  const { problem, remaining } = round
  const groups = dimension.literals.map((literal, slot) => ({
    conjunction: [literal],
    cost: (dimension.costs[slot] ?? 0) - Math.log(problem.alpha),
    failed: remaining.failedOf[literal.dimension]?.[literal.code] ?? 0,
    at: slot + 1,
  }))
  const nextGroup = Uint32Array.from({ length: groups.length + 1 }, (_, slot) => slot)
  return { groups, cells: regroup(all, dimension, nextGroup), columns: [dimension.column], last }
}

/** Goes on with those groups of a level that could still hold something better. */
function* descend(round: Round, level: Level, groups: readonly Group[], next: number): Generator<null> {
  const { listed, incumbent } = round
  const dimension = listed[next]
  const cheapest = cheapestAfter(round, next, level)
  if (dimension === undefined || cheapest === Infinity) return
  const order = (groups[0]?.conjunction.length ?? 0) + 1
  const hopeful = groups.filter(
    ({ failed, cost }) => failed >= incumbent.leastFailed(cost + cheapest - orderDiscount(order)),
  )
  if (hopeful.length === 0) return
  const nextGroup = new Uint32Array(level.groups.length * (dimension.literals.length + 1))
  hopeful.forEach(({ at }, place) => (nextGroup[at] = place + 1))
  const cells = regroup(level.cells, dimension, nextGroup)
  incumbent.spent += level.cells.places.length
  const deeper: Level = { groups: hopeful, cells, columns: [...level.columns, dimension.column], last: next }
  for (let further = next + 1; further < listed.length; further++) {
    const found = yield* countNext(round, deeper, further)
    if (found.length > 0) yield* descend(round, deeper, found, further)
  }
}

function cheapestAfter({ listed }: Round, place: number, { columns }: Level): number {
  let cheapest = Infinity
  for (let next = place + 1; next < listed.length; next++) {
    const dimension = listed[next]
    if (dimension !== undefined && !columns.includes(dimension.column)) {
      cheapest = Math.min(cheapest, dimension.leastCost)
    }
  }
  return cheapest
}

/** Counts a level with one more dimension, looks closely at what is promising, and gives what may be gone into. */
function* countNext(round: Round, level: Level, next: number): Generator<null, Group[]> {
  const { problem, incumbent, listed, count } = round
  const dimension = listed[next]
  const { groups, cells, columns } = level
  if (dimension === undefined || columns.includes(dimension.column)) return []
  const tables = count(cells, dimension, groups.length)
  incumbent.spent += cells.places.length + groups.length * dimension.literals.length
  const found = promisingOf(round, level, dimension, tables)
  for (const group of found.toLookAt) {
    lookClosely(round, group, tables)
    if (incumbent.spent <= SLICE) continue
    incumbent.spent = 0
    yield null
  }
  if (incumbent.spent > SLICE) {
    incumbent.spent = 0
    yield null
  }
  const order = (groups[0]?.conjunction.length ?? 0) + 1
  return order < problem.maxOrder && next + 1 < listed.length ? found.toGoInto : []
}

function lookClosely({ incumbent, remaining }: Round, group: Group, tables: GroupTables): void {
  const { conjunction, failed, cost, at } = group
  const total = failed + leastWorking(remaining, tables.working[at] ?? 0)
  if (!incumbent.isPromising(incumbent.scoreOf(failed, total, cost))) return
  if (remaining.sampled === 1) incumbent.consider(conjunction, failed, total)
  else incumbent.considerCounting(conjunction, failed)
}

function promisingOf(
  round: Round,
  { groups }: Level,
  dimension: ListedDimension,
  { failed: failedTable, working: workingTable }: GroupTables,
): { toLookAt: Group[]; toGoInto: Group[] } {
  const { problem, remaining, incumbent, floor } = round
  const toLookAt: Group[] = []
  const toGoInto: Group[] = []
  const width = dimension.literals.length + 1
  const order = (groups[0]?.conjunction.length ?? 0) + 1
  for (let group = 0; group < groups.length; group++) {
    const parent = groups[group]
    if (parent === undefined) continue
    const parentCost = parent.cost - orderDiscount(order)
    const least = Math.max(floor, incumbent.leastFailed(parentCost + dimension.leastCost))
    if (parent.failed < least) continue
    for (let slot = 1; slot < width; slot++) {
      const at = group * width + slot
      const failed = failedTable[at] ?? 0
      if (failed < least) continue
      const literal = dimension.literals[slot - 1]
      if (literal === undefined) continue
      const found = {
        conjunction: [...parent.conjunction, literal],
        cost: parentCost + (dimension.costs[slot - 1] ?? 0),
        failed,
        at,
      }
      if (order < problem.maxOrder) toGoInto.push(found)
      const working = leastWorking(remaining, workingTable[at] ?? 0)
      if (isStrong(problem, remaining, failed, failed + working)) toLookAt.push(found)
    }
  }
  toLookAt.sort((a, b) => b.failed - a.failed)
  return { toLookAt, toGoInto }
}

/**
 * Of what was seen in a sample, how much there must be at the least in all: short of it by no more than four standard
 * deviations (square roots of counts scatter by one half), so that a description is wrongly passed over once in some
 * twenty thousand times.
 */
function leastWorking({ sampled }: Remaining, seen: number): number {
  if (sampled === 1) return seen
  const root = Math.sqrt(seen) - 2
  return root <= 0 ? 0 : (root * root) / sampled
}

import type { ListedDimension } from './listed-cells.ts'
import type { Problem } from './problem.ts'
import type { Remaining } from './remaining.ts'

/** Listed cells that share literals, group by group. */
export interface GroupedCells {
  /** Places in the list. */
  readonly places: Uint32Array
  readonly groupOf: Uint32Array
  /** How many of them, from the first on, may have failing records. */
  readonly failing: number
}

/** Counts by group and slot of one more dimension, at place `group * width + slot`. */
export interface GroupTables {
  readonly failed: Float64Array
  /** Working records of the listed cells: all there are, or a sample. */
  readonly working: Float64Array
}

/** Counts into tables that are used again and again: what is returned holds until the next call. */
export function createGroupCounter(
  problem: Problem,
  { listed }: Remaining,
): (cells: GroupedCells, dimension: ListedDimension, groups: number) => GroupTables {
  let tables = tablesFor(1024)
  const failedOf = Float64Array.from(listed, (cell) => problem.failed[cell] ?? 0)
  const workingOf = Float64Array.from(
    listed,
    (cell) => (problem.total[cell] ?? 0) - (problem.failed[cell] ?? 0),
  )
  return (cells, { slots, literals }, groups) => {
    const width = literals.length + 1
    const size = groups * width
    if (tables.failed.length < size) tables = tablesFor(2 * size)
    const { failed, working } = tables
    failed.fill(0, 0, size)
    working.fill(0, 0, size)
    if (problem.isSingle) {
      addOnes(failed, cells, slots, width, 0, cells.failing)
      addOnes(working, cells, slots, width, cells.failing, cells.places.length)
    } else {
      addWeights(failed, cells, slots, width, failedOf)
      addWeights(working, cells, slots, width, workingOf)
    }
    return tables
  }
}

function tablesFor(size: number): GroupTables {
  return { failed: new Float64Array(size), working: new Float64Array(size) }
}

function addOnes(
  table: Float64Array,
  { places, groupOf }: GroupedCells,
  slots: ListedDimension['slots'],
  width: number,
  from: number,
  to: number,
): void {
  for (let index = from; index < to; index++) {
    const at = (groupOf[index] ?? 0) * width + (slots[places[index] ?? 0] ?? 0)
    table[at] = (table[at] ?? 0) + 1
  }
}

function addWeights(
  table: Float64Array,
  { places, groupOf }: GroupedCells,
  slots: ListedDimension['slots'],
  width: number,
  weights: Float64Array,
): void {
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0
    const at = (groupOf[index] ?? 0) * width + (slots[place] ?? 0)
    table[at] = (table[at] ?? 0) + (weights[place] ?? 0)
  }
}

/** Those of the cells that are in a group of the next level: `nextGroup` holds one more than its number, 0 for none. */
export function regroup(
  { places, groupOf, failing }: GroupedCells,
  { slots, literals }: ListedDimension,
  nextGroup: Uint32Array,
): GroupedCells {
  const width = literals.length + 1
  const nextPlaces = new Uint32Array(places.length)
  const nextGroupOf = new Uint32Array(places.length)
  let count = 0
  let nextFailing = 0
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0
    const group = nextGroup[(groupOf[index] ?? 0) * width + (slots[place] ?? 0)] ?? 0
    if (group === 0) continue
    nextPlaces[count] = place
    nextGroupOf[count++] = group - 1
    if (index < failing) nextFailing = count
  }
  return {
    places: nextPlaces.subarray(0, count),
    groupOf: nextGroupOf.subarray(0, count),
    failing: nextFailing,
  }
}

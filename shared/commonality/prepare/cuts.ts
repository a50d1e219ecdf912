/** A number with what it weighs; ascending lists of them stand for a column. */
export interface Weighed {
  readonly values: Float64Array
  readonly weights: Float64Array
}

/** Distinct numbers in ascending order, with the weights of the rows that have them; NaN is left out. */
export function weighedValues(numbers: Float64Array, rows: Uint32Array, weights: Float64Array): Weighed {
  const present = rows.filter((row) => !Number.isNaN(numbers[row] ?? Number.NaN))
  const order = present.sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0))
  const values = new Float64Array(order.length)
  const sums = new Float64Array(order.length)
  let distinct = 0
  for (const row of order) {
    const value = numbers[row] ?? 0
    if (distinct === 0 || values[distinct - 1] !== value) values[distinct++] = value
    sums[distinct - 1] = (sums[distinct - 1] ?? 0) + (weights[row] ?? 0)
  }
  return { values: values.slice(0, distinct), weights: sums.slice(0, distinct) }
}

/**
 * Where to cut so that about as many records lie in each of at most `most` ranges: the first number of every range,
 * between -Infinity and Infinity. Equal numbers stay together; one that is as common as a whole range has its own.
 */
export function equalCountCuts({ values, weights }: Weighed, most: number): Float64Array {
  if (values.length <= most) return withEnds([...values.subarray(1)])
  const inner: number[] = []
  let left = weights.reduce((sum, weight) => sum + weight, 0)
  let held = 0
  for (const [place, value] of values.entries()) {
    const weight = weights[place] ?? 0
    const share = left / (most - inner.length)
    if (held > 0 && held + weight / 2 > share && inner.length < most - 1) {
      inner.push(value)
      left -= held
      held = 0
    }
    held += weight
  }
  return withEnds(inner)
}

function withEnds(inner: readonly number[]): Float64Array {
  return Float64Array.from([-Infinity, ...inner, Infinity])
}

/** Which range each number lies in, from 1 on; 0 for NaN. At most 255 ranges. */
export function rangeCodes(numbers: Float64Array, cuts: Float64Array): Uint8Array {
  const codes = new Uint8Array(numbers.length)
  const grid = gridOf(cuts)
  for (let row = 0; row < numbers.length; row += 1) {
    const number = numbers[row] ?? Number.NaN
    if (!Number.isNaN(number)) codes[row] = codeOf(number, cuts, grid)
  }
  return codes
}

/** Cells of equal width between the first and the last cut, each with the range that its beginning lies in. */
interface Grid {
  readonly first: number
  readonly cellsPerUnit: number
  readonly codes: Uint8Array
}

/** Enough that hardly a cell has more than one cut, unless numbers are very unevenly spread. */
const CELLS = 2_048

/** A million numbers by bisection take fifty milliseconds, by a look into the grid five. */
function gridOf(cuts: Float64Array): Grid {
  const first = cuts[1] ?? Infinity
  const last = cuts[cuts.length - 2] ?? Infinity
  const width = last - first
  const isFlat = !(width > 0 && width < Infinity)
  const cellsPerUnit = isFlat ? 0 : CELLS / width
  const codes = new Uint8Array(CELLS + 1).fill(1)
  if (isFlat) return { first, cellsPerUnit, codes }
  let code = 1
  for (let cell = 0; cell <= CELLS; cell += 1) {
    // One less, since the division rounds: a number may fall into the cell after its own.
    while ((cuts[code] ?? Infinity) <= first + (cell - 1) / cellsPerUnit) code += 1
    codes[cell] = code
  }
  return { first, cellsPerUnit, codes }
}

function codeOf(number: number, cuts: Float64Array, { first, cellsPerUnit, codes }: Grid): number {
  if (number < first) return 1
  const cell = (number - first) * cellsPerUnit
  let code = codes[cell < CELLS ? Math.trunc(cell) : CELLS] ?? 1
  while (number >= (cuts[code] ?? Infinity) && code < cuts.length - 1) code += 1
  return code
}

/** Every two neighbouring ranges made one; the last stays alone where their number is odd. */
export function halfAsMany(codes: Uint8Array, cuts: Float64Array): { codes: Uint8Array; cuts: Float64Array } {
  const ranges = cuts.length - 1
  const halved = new Uint8Array(codes.length)
  for (let row = 0; row < codes.length; row += 1) halved[row] = ((codes[row] ?? 0) + 1) >> 1
  return { codes: halved, cuts: cuts.filter((_, place) => place % 2 === 0 || place === ranges) }
}

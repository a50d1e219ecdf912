import { valueText, type Attribute } from './attributes.ts'
import type { Description } from './labelled-case.ts'
import { rowsWith, sumOf, sumOver, type AttributeValue } from './row-sets.ts'

/** Implied values that are tried in other descriptions of the same rows; more would be many descriptions, no new kind. */
const MOST_IMPLIED = 12
const MOST_ORDER = 3

export function descriptionOf(values: readonly AttributeValue[]): Description {
  return Object.fromEntries(values.map(({ attribute, code }) => [attribute.name, valueText(attribute, code)]))
}

/** Shortest other conjunctions, of order 3 at most, of exactly the rows of a cause. */
export function equivalentsOf(
  cause: readonly AttributeValue[],
  causeRows: Uint32Array,
  attributes: readonly Attribute[],
  rows: number,
): Description[] {
  if (causeRows.length === 0) return []
  const pool = [...cause, ...impliedBy(cause, causeRows, attributes).slice(0, MOST_IMPLIED)]
  const found: (readonly AttributeValue[])[] = []
  for (let order = 1; order <= MOST_ORDER; order += 1)
    for (const values of combinations(pool, order)) {
      if (containsAll(values, cause) || found.some((shorter) => containsAll(values, shorter))) continue
      // Every value of the pool holds on all rows of the cause, so that an equal count means equal rows.
      if (rowsWith(values, rows).length === causeRows.length) found.push(values)
    }
  return found.map(descriptionOf)
}

function impliedBy(
  cause: readonly AttributeValue[],
  causeRows: Uint32Array,
  attributes: readonly Attribute[],
): AttributeValue[] {
  const own = new Set(cause.map(({ attribute }) => attribute.name))
  return attributes
    .filter(({ name }) => !own.has(name))
    .map((attribute) => ({ attribute, code: attribute.codes[causeRows[0] ?? 0] ?? 0 }))
    .filter(({ attribute, code }) => causeRows.every((row) => attribute.codes[row] === code))
}

function combinations<T>(from: readonly T[], size: number): T[][] {
  if (size === 0) return [[]]
  return from.flatMap((first, place) =>
    combinations(from.slice(place + 1), size - 1).map((others) => [first, ...others]),
  )
}

function containsAll(values: readonly AttributeValue[], others: readonly AttributeValue[]): boolean {
  return others.every(({ attribute, code }) =>
    values.some((value) => value.attribute.name === attribute.name && value.code === code),
  )
}

export interface Weights {
  readonly failed: Float64Array
  readonly total: Float64Array
}

/**
 * Values that travel with a part of a cause: worse than the rest (share of failing 1.3 times as high), yet like the rest
 * (below 1.2 times) once the rows of all causes are taken away.
 */
export function decoysOf(
  causes: readonly { readonly values: readonly AttributeValue[]; readonly rows: Uint32Array }[],
  attributes: readonly Attribute[],
  { failed, total }: Weights,
): Description[] {
  const explained = new Uint8Array(total.length)
  for (const cause of causes) for (const row of cause.rows) explained[row] = 1
  const unexplained = Uint32Array.from(total.keys()).filter((row) => explained[row] === 0)
  const all = { failed: sumOf(failed), total: sumOf(total) }
  const rest = { failed: sumOver(failed, unexplained), total: sumOver(total, unexplained) }
  const found = new Map<string, Description>()
  for (const cause of causes)
    for (const part of cause.values)
      for (const companion of companionsOf(part, attributes, total)) {
        if (cause.values.some(({ attribute }) => attribute.name === companion.attribute.name)) continue
        const covered = rowsWith([companion], total.length)
        const left = covered.filter((row) => explained[row] === 0)
        const inside = { failed: sumOver(failed, covered), total: sumOver(total, covered) }
        const insideLeft = { failed: sumOver(failed, left), total: sumOver(total, left) }
        if (inside.total < 5 || inside.total === all.total || inside.failed === all.failed) continue
        const worse = inside.failed / inside.total / rateOutside(all, inside)
        const worseLeft =
          (insideLeft.failed + 0.5) / (insideLeft.total + 1) / ((rest.failed + 0.5) / (rest.total + 1))
        if (worse <= 1.3 || worseLeft >= 1.2) continue
        const decoy = descriptionOf([companion])
        found.set(JSON.stringify(decoy), decoy)
      }
  return [...found.values()]
}

interface Tally {
  readonly failed: number
  readonly total: number
}

function rateOutside(all: Tally, inside: Tally): number {
  return (all.failed - inside.failed) / (all.total - inside.total)
}

/** Of each attribute tied to that of `part`, the value that goes with it most often. */
function companionsOf(
  part: AttributeValue,
  attributes: readonly Attribute[],
  total: Float64Array,
): AttributeValue[] {
  const tied = attributes.filter(
    ({ name, parent }) => parent === part.attribute.name || part.attribute.parent === name,
  )
  const covered = rowsWith([part], total.length)
  return tied.flatMap((attribute) => {
    const weights = new Float64Array(attribute.cardinality + 1)
    for (const row of covered) {
      const code = attribute.codes[row] ?? 0
      weights[code] = (weights[code] ?? 0) + (total[row] ?? 0)
    }
    const code = weights.indexOf(Math.max(...weights))
    return code > 0 ? [{ attribute, code }] : []
  })
}

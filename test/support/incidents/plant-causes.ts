import type { Attribute } from './attributes.ts'
import type { Chance } from './chance.ts'
import { rowsWith, sumOver, type AttributeValue } from './row-sets.ts'

export interface CauseSettings {
  readonly causes: readonly [number, number]
  readonly orders: readonly [number, number]
  /** The order is drawn once for each cause rather than at each try, which would make long conjunctions rare. */
  readonly orderFirst?: boolean
  /** Share of the weight of all rows that one cause covers. */
  readonly coverage: readonly [number, number]
  /** Share of its records that fail because of it. */
  readonly failingShare: readonly [number, number]
}

export interface PlantedCause {
  readonly values: readonly AttributeValue[]
  readonly rows: Uint32Array
  readonly failingShare: number
}

const MOST_TRIES = 4_000
/** Rows looked at before a conjunction is counted wholly. */
const GLANCE = 4_096
/** Two causes may share this much of the smaller one. */
const MOST_SHARED = 0.2

/** Conjunctions that occur, cover what is asked for, need each of their parts and hardly overlap. */
export function plantCauses(
  chance: Chance,
  attributes: readonly Attribute[],
  /** Weight of each row. */
  weights: Float64Array,
  settings: CauseSettings,
): PlantedCause[] {
  const rows = weights.length
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const wanted = chance.whole(...settings.causes)
  const causes: PlantedCause[] = []
  const orders = Array.from({ length: wanted }, () => chance.whole(...settings.orders))
  for (let tries = 0; causes.length < wanted && tries < MOST_TRIES; tries += 1) {
    // An order for which nothing is found in half of the tries is given up.
    const held = settings.orderFirst === true && tries < MOST_TRIES / 2 ? orders[causes.length] : undefined
    const values = drawConjunction(chance, attributes, rows, held ?? chance.whole(...settings.orders))
    if (impliesItself(values)) continue
    const [least, most] = settings.coverage
    const glance = glanceAt(values, weights)
    if (glance > 1.5 * most + 0.01 || (least > 0.01 && glance < least / 3)) continue
    const covered = rowsWith(values, rows)
    const weight = sumOver(weights, covered)
    if (weight < least * all || weight > most * all) continue
    if (!everyPartMatters(values, weights, weight)) continue
    if (causes.some((other) => sharesTooMuch(other.rows, covered))) continue
    causes.push({ values, rows: covered, failingShare: chance.between(...settings.failingShare) })
  }
  return causes
}

/** Attributes by chance, their values from one row, so that the conjunction occurs. */
function drawConjunction(
  chance: Chance,
  attributes: readonly Attribute[],
  rows: number,
  order: number,
): AttributeValue[] {
  const row = chance.whole(0, rows - 1)
  return chance.sample(attributes, order).map((attribute) => ({ attribute, code: attribute.codes[row] ?? 0 }))
}

/** A gateway names its carrier already: together they are no conjunction. */
function impliesItself(values: readonly AttributeValue[]): boolean {
  const names = new Set(values.map(({ attribute }) => attribute.name))
  return values.some(
    ({ attribute }) => attribute.strength === 1 && attribute.parent !== null && names.has(attribute.parent),
  )
}

/** Share of the weight that the values cover, from a few thousand rows at equal distances. */
function glanceAt(values: readonly AttributeValue[], weights: Float64Array): number {
  const step = Math.max(1, Math.floor(weights.length / GLANCE))
  let seen = 0
  let covered = 0
  for (let row = 0; row < weights.length; row += step) {
    const weight = weights[row] ?? 0
    seen += weight
    if (values.every(({ attribute, code }) => attribute.codes[row] === code)) covered += weight
  }
  return seen === 0 ? 0 : covered / seen
}

/** Without any one of its parts it must cover at least twice as much. */
function everyPartMatters(values: readonly AttributeValue[], weights: Float64Array, weight: number): boolean {
  if (values.length === 1) return true
  return values.every((value) => {
    const others = values.filter((other) => other !== value)
    return sumOver(weights, rowsWith(others, weights.length)) >= 2 * weight
  })
}

function sharesTooMuch(first: Uint32Array, second: Uint32Array): boolean {
  const rows = new Set(first)
  let shared = 0
  for (const row of second) if (rows.has(row)) shared += 1
  return shared > MOST_SHARED * Math.min(first.length, second.length)
}

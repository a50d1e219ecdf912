import type { CaseTable } from '../../../shared/commonality/case-table.ts'
import { valueText, type Attribute } from './attributes.ts'
import { chanceOf, type Chance } from './chance.ts'
import { descriptionOf } from './describe-truth.ts'
import type { LabelledCase, TrueCause } from './labelled-case.ts'
import { rowsWith, sumOver } from './row-sets.ts'

/**
 * Cubes as the papers on multi-dimensional localisation make them (RiskLoc, arXiv 2205.10004, set S and L): every leaf
 * has a real and an expected value, and some conjunctions fall short. Read as counts: the higher value is the total,
 * the difference has failed.
 */
export interface LeafSettings {
  readonly cardinalities: readonly number[]
  readonly noise: readonly [number, number]
  readonly severity: readonly [number, number]
  readonly deviation: readonly [number, number]
  readonly anomalies: readonly [number, number]
  /** Conjunctions of one anomaly. */
  readonly elements: readonly [number, number]
  /** Anomalies name every attribute. */
  readonly leavesOnly: boolean
}

export const leafFamilies = {
  S: {
    cardinalities: [10, 12, 10, 8, 5],
    noise: [0, 0.25],
    severity: [0.2, 1],
    deviation: [0, 0.1],
    anomalies: [1, 3],
    elements: [1, 3],
    leavesOnly: false,
  },
  L: {
    cardinalities: [10, 24, 10, 15],
    noise: [0, 0.1],
    severity: [0.5, 1],
    deviation: [0, 0],
    anomalies: [1, 5],
    elements: [1, 1],
    leavesOnly: true,
  },
} as const satisfies Record<string, LeafSettings>

interface Anomaly {
  readonly attributes: readonly Attribute[]
  /** One list of codes per conjunction, in the order of `attributes`. */
  readonly elements: readonly (readonly number[])[]
  readonly severity: number
  readonly deviation: number
}

const MOST_TRIES = 500

export function makeLeafCase(family: keyof typeof leafFamilies, seed: number, index: number): LabelledCase {
  const settings: LeafSettings = leafFamilies[family]
  const chance = chanceOf(seed, 'leaf', family, index)
  const attributes = everyCombination(settings.cardinalities)
  const rows = attributes[0]?.codes.length ?? 0
  const noise = chance.between(...settings.noise)
  const { real, expected } = drawValues(chance, rows, noise)
  const anomalies = drawAnomalies(chance, attributes, real, noise, settings)
  // The anomalous side moves where the noise leans already.
  const realIsHigher =
    real.reduce((sum, value) => sum + value, 0) > expected.reduce((sum, value) => sum + value, 0)
  for (const anomaly of anomalies)
    for (const row of rowsOfAnomaly(anomaly, rows)) {
      const left = Math.max(0, 1 - (anomaly.severity + anomaly.deviation * chance.normal()))
      if (realIsHigher) expected[row] = (real[row] ?? 0) * left
      else real[row] = (expected[row] ?? 0) * left
    }
  const total = real.map((value, row) => Math.max(value, expected[row] ?? 0))
  const failed = real.map((value, row) => Math.abs(value - (expected[row] ?? 0)))
  const table: CaseTable = {
    rows,
    failed,
    total,
    dimensions: attributes.map((attribute) => ({
      name: attribute.name,
      column: attribute.name,
      codes: attribute.codes,
      values: Array.from({ length: attribute.cardinality + 1 }, (_, code) => valueText(attribute, code)),
    })),
  }
  const causes = anomalies.flatMap((anomaly) => tellAnomaly(anomaly, failed))
  return { name: `leaf-${family}-${index}`, table, causes, decoys: [], chronic: [], extras: [] }
}

function everyCombination(cardinalities: readonly number[]): Attribute[] {
  const rows = cardinalities.reduce((product, cardinality) => product * cardinality, 1)
  let repeat = rows
  return cardinalities.map((cardinality, place) => {
    repeat /= cardinality
    const each = repeat
    const codes = Uint16Array.from({ length: rows }, (_, row) => (Math.floor(row / each) % cardinality) + 1)
    return {
      name: String.fromCharCode('a'.charCodeAt(0) + place),
      codes,
      cardinality,
      parent: null,
      strength: 0,
    }
  })
}

function drawValues(
  chance: Chance,
  rows: number,
  noise: number,
): { real: Float64Array; expected: Float64Array } {
  const shape = chance.between(0.5, 1)
  const zeros = chance.between(0, 0.25)
  const real = new Float64Array(rows)
  const expected = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const value = chance.share() < zeros ? 0 : 100 * (-Math.log(1 - chance.share())) ** (1 / shape)
    const other = Math.max(0, value * (1 + noise * chance.normal()))
    const swap = chance.share() < 0.5
    real[row] = swap ? other : value
    expected[row] = swap ? value : other
  }
  return { real, expected }
}

function drawAnomalies(
  chance: Chance,
  attributes: readonly Attribute[],
  real: Float64Array,
  noise: number,
  settings: LeafSettings,
): Anomaly[] {
  const wanted = chance.whole(...settings.anomalies)
  const anomalies: Anomaly[] = []
  for (let tries = 0; anomalies.length < wanted && tries < wanted * MOST_TRIES; tries += 1) {
    const order = settings.leavesOnly ? attributes.length : chance.whole(1, attributes.length)
    const chosen = new Set(chance.sample(attributes, order))
    const own = attributes.filter((attribute) => chosen.has(attribute))
    const isUsed = anomalies.some(
      (other) => other.attributes.length === own.length && other.attributes.every((one) => chosen.has(one)),
    )
    if (isUsed && order < attributes.length) continue
    const elements = drawElements(chance, own, anomalies, chance.whole(...settings.elements))
    if (elements === null) continue
    const anomaly: Anomaly = {
      attributes: own,
      elements,
      severity: chance.between(...settings.severity) + noise,
      deviation: chance.between(...settings.deviation),
    }
    if (order === attributes.length && rowsOfAnomaly(anomaly, real.length).some((row) => real[row] === 0))
      continue
    anomalies.push(anomaly)
  }
  return anomalies
}

/** Different conjunctions without a value that an earlier anomaly has; null where there are not enough. */
function drawElements(
  chance: Chance,
  attributes: readonly Attribute[],
  earlier: readonly Anomaly[],
  count: number,
): readonly number[][] | null {
  const free = attributes.map((attribute) => {
    const used = new Set(
      earlier.flatMap((other) => {
        const place = other.attributes.indexOf(attribute)
        return other.elements.map((element) => element[place])
      }),
    )
    return Array.from({ length: attribute.cardinality }, (_, index) => index + 1).filter(
      (code) => !used.has(code),
    )
  })
  if (free.some((codes) => codes.length === 0)) return null
  const drawn = new Map<string, number[]>()
  for (let element = 0; element < count; element += 1) {
    const codes = free.map((choices) => chance.pick(choices))
    drawn.set(codes.join(' '), codes)
  }
  return drawn.size === count ? [...drawn.values()] : null
}

function rowsOfAnomaly({ attributes, elements }: Anomaly, rows: number): Uint32Array {
  const all = new Set(elements.flatMap((element) => [...rowsWith(valuesOf(attributes, element), rows)]))
  return Uint32Array.from(all).sort()
}

function valuesOf(attributes: readonly Attribute[], element: readonly number[]) {
  return attributes.map((attribute, place) => ({ attribute, code: element[place] ?? 0 }))
}

function tellAnomaly({ attributes, elements, severity }: Anomaly, failed: Float64Array): TrueCause[] {
  return elements.map((element) => {
    const values = valuesOf(attributes, element)
    const rows = rowsWith(values, failed.length)
    return {
      description: descriptionOf(values),
      equivalents: [],
      failingShare: Math.min(1, severity),
      rows: rows.length,
      failed: sumOver(failed, rows),
      required: true,
    }
  })
}

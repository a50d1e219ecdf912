import type { CaseTable } from '../../../shared/commonality/case-table.ts'
import { valueText, type Attribute } from './attributes.ts'
import { chanceOf, type Chance } from './chance.ts'
import { drawCombinations } from './counted-attributes.ts'
import { decoysOf, descriptionOf, equivalentsOf } from './describe-truth.ts'
import type { Description, LabelledCase, TrueCause } from './labelled-case.ts'
import { plantCauses, type CauseSettings, type PlantedCause } from './plant-causes.ts'
import { sumOf, sumOver } from './row-sets.ts'

/** How an incident of failed and total counts per combination of attributes and minute is made. */
export interface IncidentSettings extends CauseSettings {
  /** Combinations of attributes that occur. */
  readonly combinations: readonly [number, number]
  /** One minute, or several: the causes begin in the middle then. */
  readonly minutes: readonly [number, number]
  /** Median of the total of a combination in a minute, and sigma of its logarithm. */
  readonly volume: readonly [number, number]
  readonly volumeSpread: readonly [number, number]
  /** Failing share without a cause. */
  readonly background: readonly [number, number]
  /** Precision of the beta distribution from which the failing share of a row comes: low is much scatter. */
  readonly precision: readonly [number, number]
  /** Values that fail this many times as often every day, at most two. */
  readonly chronicFactor: readonly [number, number]
}

const usualIncident: IncidentSettings = {
  combinations: [60, 8_000],
  minutes: [1, 1],
  volume: [5, 300],
  volumeSpread: [0.8, 1.8],
  background: [0.001, 0.05],
  precision: [30, 3_000],
  causes: [1, 3],
  orders: [1, 3],
  orderFirst: true,
  coverage: [0.003, 0.3],
  failingShare: [0.2, 1],
  chronicFactor: [1.5, 5],
}

/** Rows in which nothing happened occur in real files too. */
const SHARE_OF_EMPTY_ROWS = 0.02
/** Failing shares inside a cause scatter between rows as well. */
const PRECISION_INSIDE = 20
const FIRST_MINUTE = Date.UTC(2026, 2, 1, 10)

/** An incident as a counter tells it; the minute is an extra column, since a cause is named without it. */
export function makeCountedIncident(
  seed: number,
  index: number,
  changes: Partial<IncidentSettings> = {},
): LabelledCase {
  const settings: IncidentSettings = { ...usualIncident, ...changes }
  const chance = chanceOf(seed, 'counted', index)
  const combinations = drawCombinations(chance, Math.round(chance.logBetween(...settings.combinations)))
  const minutes = chance.whole(...settings.minutes)
  const attributes = combinations.map((attribute) => ({
    ...attribute,
    codes: repeat(attribute.codes, minutes),
  }))
  const perMinute = combinations[0]?.codes.length ?? 0
  const total = drawTotals(chance, perMinute, minutes, settings)
  const causes = plantCauses(chance, attributes, total, settings)
  const chronic = chronicValues(chance, attributes, settings)
  const begins = Math.floor(minutes / 2) * perMinute
  const { failed, becauseOf } = drawFailures(chance, {
    total,
    causes,
    begins,
    factor: chronic.factor,
    settings,
  })
  const truth = {
    causes: causes.map((cause, place) => tellCause(cause, attributes, failed, becauseOf[place] ?? 0)),
    decoys: decoysOf(causes, attributes, { failed, total }),
    chronic: chronic.values,
  }
  const empty = Array.from({ length: Math.floor(total.length * SHARE_OF_EMPTY_ROWS) }, () =>
    chance.whole(0, total.length - 1),
  )
  const minuteOf = [...total.keys(), ...empty].map((row) => minuteText(Math.floor(row / perMinute)))
  return {
    name: `counted-${index}`,
    table: tableOf(attributes, failed, total, empty),
    ...truth,
    extras: minutes === 1 ? [] : [{ name: 'minute', texts: minuteOf }],
  }
}

function repeat(codes: Uint16Array, times: number): Uint16Array {
  return Uint16Array.from({ length: codes.length * times }, (_, row) => codes[row % codes.length] ?? 0)
}

/** Heavy-tailed over combinations, a tenth up and down from minute to minute. */
function drawTotals(
  chance: Chance,
  combinations: number,
  minutes: number,
  { volume, volumeSpread }: IncidentSettings,
): Float64Array {
  const median = chance.logBetween(...volume)
  const spread = chance.between(...volumeSpread)
  const volumes = Float64Array.from(
    { length: combinations },
    () => median * Math.exp(spread * chance.normal()),
  )
  return Float64Array.from({ length: combinations * minutes }, (_, row) =>
    Math.max(1, Math.round((volumes[row % combinations] ?? 1) * (1 + 0.1 * chance.normal()))),
  )
}

/** None, one or two values that are always worse. */
function chronicValues(
  chance: Chance,
  attributes: readonly Attribute[],
  { chronicFactor }: IncidentSettings,
): { factor: Float64Array; values: Description[] } {
  const rows = attributes[0]?.codes.length ?? 0
  const factor = new Float64Array(rows).fill(1)
  const values = chance.sample(attributes, chance.whole(0, 2)).map((attribute) => {
    const code = attribute.codes[chance.whole(0, rows - 1)] ?? 0
    const times = chance.between(...chronicFactor)
    for (let row = 0; row < rows; row += 1)
      if (attribute.codes[row] === code) factor[row] = (factor[row] ?? 1) * times
    return descriptionOf([{ attribute, code }])
  })
  return { factor, values }
}

interface FailureDraw {
  readonly total: Float64Array
  readonly causes: readonly PlantedCause[]
  /** First row at which causes are active. */
  readonly begins: number
  readonly factor: Float64Array
  readonly settings: IncidentSettings
}

/** Failing records by row, and how many of them each cause is to blame for. */
function drawFailures(
  chance: Chance,
  { total, causes, begins, factor, settings }: FailureDraw,
): { failed: Float64Array; becauseOf: number[] } {
  const background = chance.logBetween(...settings.background)
  const precision = chance.logBetween(...settings.precision)
  const failed = total.map((records, row) => {
    const rate = Math.min(0.8, background * (factor[row] ?? 1))
    return chance.binomial(records, chance.beta(rate * precision, (1 - rate) * precision))
  })
  const becauseOf = causes.map(({ rows, failingShare }) => {
    let blamed = 0
    for (const row of rows.filter((one) => one >= begins)) {
      const share = chance.beta(failingShare * PRECISION_INSIDE, (1 - failingShare) * PRECISION_INSIDE + 0.01)
      const more = chance.binomial((total[row] ?? 0) - (failed[row] ?? 0), share)
      failed[row] = (failed[row] ?? 0) + more
      blamed += more
    }
    return blamed
  })
  return { failed, becauseOf }
}

function tellCause(
  { values, rows, failingShare }: PlantedCause,
  attributes: readonly Attribute[],
  failed: Float64Array,
  blamed: number,
): TrueCause {
  return {
    description: descriptionOf(values),
    equivalents: equivalentsOf(values, rows, attributes, failed.length),
    failingShare,
    rows: rows.length,
    failed: sumOver(failed, rows),
    required: blamed >= Math.max(10, 0.02 * sumOf(failed)),
  }
}

/** Rows that happened, then those of `empty` once more with nothing in them. */
function tableOf(
  attributes: readonly Attribute[],
  failed: Float64Array,
  total: Float64Array,
  empty: readonly number[],
): CaseTable {
  const rows = total.length + empty.length
  return {
    rows,
    failed: Float64Array.from({ length: rows }, (_, row) => failed[row] ?? 0),
    total: Float64Array.from({ length: rows }, (_, row) => total[row] ?? 0),
    dimensions: attributes.map((attribute) => ({
      name: attribute.name,
      column: attribute.name,
      codes: Uint16Array.from([...attribute.codes, ...empty.map((row) => attribute.codes[row] ?? 0)]),
      values: Array.from({ length: attribute.cardinality + 1 }, (_, code) => valueText(attribute, code)),
    })),
  }
}

function minuteText(minute: number): string {
  return new Date(FIRST_MINUTE + minute * 60_000).toISOString()
}

import type { CaseTable, Dimension } from '../../../shared/commonality/case-table.ts'
import { makeAttributes, valueText, type Attribute } from './attributes.ts'
import { chanceOf, type Chance } from './chance.ts'
import { decoysOf, descriptionOf, equivalentsOf } from './describe-truth.ts'
import { extraColumns } from './extra-columns.ts'
import type { LabelledCase, TrueCause, Truth } from './labelled-case.ts'
import { mergeRows } from './merge-rows.ts'
import { pickByHand, type Happened } from './pick-by-hand.ts'
import { plantCauses, type PlantedCause } from './plant-causes.ts'
import { recordPresets, type RecordPreset, type RecordSettings } from './record-presets.ts'
import { sumOf, sumOver } from './row-sets.ts'

/** A labelled case of single records: the same preset, seed and index give the same case. */
export function makeRecordsCase(
  preset: RecordPreset,
  seed: number,
  index: number,
  changes: Partial<RecordSettings> = {},
): LabelledCase {
  const settings: RecordSettings = { ...recordPresets[preset], ...changes }
  const chance = chanceOf(seed, 'records', preset, index)
  const attributes = makeAttributes(chance, settings)
  const causes = plantCauses(chance, attributes, new Float64Array(settings.rows).fill(1), settings)
  const chronic = chronicFactors(chance, attributes, settings)
  const everything = letHappen(chance, attributes, causes, chronic.factor, settings)
  const happened =
    settings.caseControl === null ? everything : pickByHand(chance, everything, settings.caseControl)
  const failed = Float64Array.from(happened.failed)
  const total = new Float64Array(failed.length).fill(1)
  const truth: Truth = {
    causes: happened.causes.map((cause) => tellCause(cause, happened.attributes, failed, settings)),
    decoys: decoysOf(happened.causes, happened.attributes, { failed, total }),
    chronic: chronic.worse,
  }
  const extras = settings.merged ? [] : extraColumns(chance, happened, settings)
  const dimensions = happened.attributes.map((attribute) => dimensionOf(chance, attribute, settings.blanks))
  const table: CaseTable = { rows: failed.length, dimensions, failed, total }
  return { name: `${preset}-${index}`, table: settings.merged ? mergeRows(table) : table, ...truth, extras }
}

/** Factor of the base rate by row, and the values that are truly worse every day (1.15 times and more). */
function chronicFactors(
  chance: Chance,
  attributes: readonly Attribute[],
  { chronic, rows }: RecordSettings,
): { factor: Float64Array | null; worse: Truth['chronic'] } {
  if (chronic === null) return { factor: null, worse: [] }
  const factor = new Float64Array(rows).fill(1)
  const free = attributes.filter(({ parent }) => parent === null)
  const worse = chance.sample(free, chronic.attributes).flatMap((attribute) => {
    const byCode = Float64Array.from({ length: attribute.cardinality + 1 }, () =>
      Math.exp(chronic.spread * chance.normal()),
    )
    for (let row = 0; row < rows; row += 1)
      factor[row] = (factor[row] ?? 1) * (byCode[attribute.codes[row] ?? 0] ?? 1)
    return [...byCode.keys()]
      .filter((code) => code > 0 && (byCode[code] ?? 1) >= 1.15)
      .map((code) => descriptionOf([{ attribute, code }]))
  })
  return { factor, worse }
}

function letHappen(
  chance: Chance,
  attributes: readonly Attribute[],
  causes: readonly PlantedCause[],
  factor: Float64Array | null,
  { rows, baseRate, timeWindow }: RecordSettings,
): Happened {
  const seconds = timeWindow ? Uint32Array.from({ length: rows }, () => chance.whole(0, 86_399)).sort() : null
  const survives = Float64Array.from(
    { length: rows },
    (_, row) => 1 - Math.min(0.9, baseRate * (factor?.[row] ?? 1)),
  )
  const becauseOf = new Uint8Array(rows)
  causes.forEach((cause, place) => {
    const from = chance.whole(0, 50_000)
    const to = from + chance.whole(7_200, 30_000)
    for (const row of cause.rows) {
      const second = seconds?.[row] ?? from
      if (second < from || second >= to) continue
      survives[row] = (survives[row] ?? 1) * (1 - cause.failingShare)
      becauseOf[row] = place + 1
    }
  })
  const failed = Uint8Array.from(survives, (share) => (chance.share() >= share ? 1 : 0))
  return { attributes, causes, failed, becauseOf, seconds }
}

function tellCause(
  { values, rows, failingShare }: PlantedCause,
  attributes: readonly Attribute[],
  failed: Float64Array,
  { caseControl }: RecordSettings,
): TrueCause {
  const all = sumOf(failed)
  const own = sumOver(failed, rows)
  return {
    description: descriptionOf(values),
    equivalents: equivalentsOf(values, rows, attributes, failed.length),
    failingShare,
    rows: rows.length,
    failed: own,
    required: own >= (caseControl === null ? Math.max(5, 0.004 * all) : Math.max(8, 0.05 * all)),
  }
}

function dimensionOf(chance: Chance, attribute: Attribute, blanks: number): Dimension {
  const values = Array.from({ length: attribute.cardinality + 1 }, (_, code) => valueText(attribute, code))
  const codes = attribute.cardinality < 256 ? Uint8Array.from(attribute.codes) : attribute.codes.slice()
  if (blanks > 0) for (let row = 0; row < codes.length; row += 1) if (chance.share() < blanks) codes[row] = 0
  return { name: attribute.name, column: attribute.name, codes, values }
}

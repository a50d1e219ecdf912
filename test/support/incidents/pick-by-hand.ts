import type { Attribute } from './attributes.ts'
import type { Chance } from './chance.ts'
import type { PlantedCause } from './plant-causes.ts'
import type { RecordSettings } from './record-presets.ts'
import { rowsWith } from './row-sets.ts'

/** Records of one case as they happen, all of them or those that were picked. */
export interface Happened {
  readonly attributes: readonly Attribute[]
  readonly causes: readonly PlantedCause[]
  /** By row: 1 where it fails. */
  readonly failed: Uint8Array
  /** By row: 1 and the place of the cause that made it fail, 0 where none did. */
  readonly becauseOf: Uint8Array
  /** Second of the day by row; null where time plays no part. */
  readonly seconds: Uint32Array | null
}

/** Failing and working records as a desk would bring them: so many of each, most failing ones from the causes. */
export function pickByHand(
  chance: Chance,
  happened: Happened,
  { failed, working, explained }: NonNullable<RecordSettings['caseControl']>,
): Happened {
  const inside = new Uint8Array(happened.failed.length)
  for (const cause of happened.causes) for (const row of cause.rows) inside[row] = 1
  const rows = [...happened.failed.keys()]
  const good = rows.filter((row) => happened.failed[row] === 0)
  const fromCauses = rows.filter((row) => happened.failed[row] === 1 && inside[row] === 1)
  const others = rows.filter((row) => happened.failed[row] === 1 && inside[row] === 0)
  const wanted =
    happened.causes.length === 0 ? 0 : Math.max(1, Math.floor(failed * chance.between(...explained)))
  const bad = chance.sample(fromCauses, wanted)
  bad.push(...chance.sample(others, failed - bad.length))
  const kept = Uint32Array.from([...bad, ...chance.sample(good, working)]).sort()
  const attributes = happened.attributes.map((attribute) => ({
    ...attribute,
    codes: Uint16Array.from(kept, (row) => attribute.codes[row] ?? 0),
  }))
  const seconds = happened.seconds
  return {
    attributes,
    causes: happened.causes.map((cause) => {
      const values = cause.values.map(({ attribute, code }) => ({
        attribute: attributes.find(({ name }) => name === attribute.name) ?? attribute,
        code,
      }))
      return { ...cause, values, rows: rowsWith(values, kept.length) }
    }),
    failed: Uint8Array.from(kept, (row) => happened.failed[row] ?? 0),
    becauseOf: Uint8Array.from(kept, (row) => happened.becauseOf[row] ?? 0),
    seconds: seconds && Uint32Array.from(kept, (row) => seconds[row] ?? 0),
  }
}

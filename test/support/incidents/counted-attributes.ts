import type { Attribute } from './attributes.ts'
import type { Chance } from './chance.ts'
import { skewedValues } from './skewed-values.ts'

interface AttributePlan {
  readonly name: string
  /** Values, least and most; of a child, values per value of its parent. */
  readonly values: readonly [number, number]
  /** The attribute that it determines (city to province). */
  readonly parent?: string
}

/** What counters of voice, content delivery and mobile data are broken down by. */
const PLANS: readonly (readonly AttributePlan[])[] = [
  [
    { name: 'gateway', values: [1, 4], parent: 'carrier' },
    { name: 'carrier', values: [4, 15] },
    { name: 'codec', values: [3, 5] },
    { name: 'country', values: [8, 60] },
    { name: 'transport', values: [2, 3] },
    { name: 'customer', values: [10, 80] },
  ],
  [
    { name: 'city', values: [2, 8], parent: 'province' },
    { name: 'province', values: [10, 33] },
    { name: 'isp', values: [3, 6] },
    { name: 'device', values: [3, 5] },
    { name: 'application', values: [8, 20] },
  ],
  [
    { name: 'cell_area', values: [2, 5], parent: 'mno' },
    { name: 'mno', values: [5, 20] },
    { name: 'radio', values: [3, 4] },
    { name: 'apn', values: [6, 40] },
    { name: 'device', values: [10, 60] },
    { name: 'firmware', values: [1, 3], parent: 'device' },
    { name: 'roaming', values: [2, 2] },
  ],
  [
    { name: 'location', values: [20, 33] },
    { name: 'access', values: [3, 4] },
    { name: 'system', values: [3, 5] },
    { name: 'site', values: [10, 24] },
  ],
]

/** Attributes with one row per combination that occurs; about `wanted` rows, no two alike. */
export function drawCombinations(chance: Chance, wanted: number): Attribute[] {
  const draws = chance.pick(PLANS).map((plan) => ({ plan, draw: drawOf(chance, plan.values) }))
  const parents = new Map(
    draws.flatMap(({ plan: child }) => {
      const parent = draws.find(({ plan }) => plan.name === child.parent)
      return parent === undefined ? [] : [[child.name, parent] as const]
    }),
  )
  const rows = new Map<string, Map<string, number>>()
  for (let tries = 0; rows.size < wanted && tries < 5 * wanted; tries += 1) {
    const row = new Map<string, number>()
    for (const { plan, draw } of draws) if (!parents.has(plan.name)) row.set(plan.name, draw(chance))
    for (const { plan, draw } of draws) {
      const parent = parents.get(plan.name)
      if (parent !== undefined)
        row.set(plan.name, childOf(row.get(parent.plan.name) ?? 1, plan, draw(chance)))
    }
    rows.set([...row.values()].join(' '), row)
  }
  return draws.map(({ plan: { name } }) => {
    const codes = Uint16Array.from([...rows.values()], (row) => row.get(name) ?? 0)
    const parent = parents.get(name)?.plan.name ?? null
    return { name, codes, cardinality: Math.max(...codes), parent, strength: parent === null ? 0 : 1 }
  })
}

function drawOf(chance: Chance, values: readonly [number, number]): (chance: Chance) => number {
  return skewedValues(chance.whole(...values), chance.between(0.2, 1.2))
}

/** Children of one parent value are numbered one after the other, so that no two parents share one. */
function childOf(parentCode: number, plan: AttributePlan, drawn: number): number {
  return (parentCode - 1) * plan.values[1] + drawn
}

import type { Chance } from './chance.ts'
import { skewedValues } from './skewed-values.ts'

/** One attribute of a case while it is made. */
export interface Attribute {
  readonly name: string
  /** By row, 1 to `cardinality`; 0 is blank. */
  readonly codes: Uint16Array
  readonly cardinality: number
  /** Name of the attribute it follows, and in what share of rows: 1 where one determines the other. */
  readonly parent: string | null
  readonly strength: number
}

export interface AttributeSettings {
  readonly rows: number
  readonly attributes: number
  /** Number of values of an attribute, least and most, drawn on a logarithmic scale. */
  readonly cardinality: readonly [number, number]
  /** Zipf exponent of how often values occur. */
  readonly skew: readonly [number, number]
  /** Attributes that another one determines (gateway to carrier). */
  readonly determined: number
  /** Attributes that mostly follow another one. */
  readonly following: number
  /** In what share of rows they do. */
  readonly strength: readonly [number, number]
}

const NAMES = [
  'carrier gateway mno country radio apn rate_plan device tac firmware codec trunk site customer',
  'sim_profile roaming direction transport resolver sgw pgw area sim_batch billing_group hour core',
  'number_range media_region tls charging',
].flatMap((line) => line.split(' '))

/** Who naturally follows whom; attributes without such a link are paired by chance. */
const LINKS: readonly (readonly [child: string, parent: string])[] = [
  ['gateway', 'carrier'],
  ['country', 'mno'],
  ['device', 'tac'],
  ['apn', 'customer'],
  ['site', 'trunk'],
  ['pgw', 'sgw'],
  ['billing_group', 'rate_plan'],
  ['firmware', 'device'],
  ['sim_batch', 'sim_profile'],
  ['media_region', 'area'],
]

/** A child has between a third and all of its parent's values. */
const SHARES_OF_PARENT = [1 / 3, 0.6, 1]

export function makeAttributes(chance: Chance, settings: AttributeSettings): Attribute[] {
  const names = Array.from(
    { length: settings.attributes },
    (_, index) => NAMES[index] ?? `attribute_${index}`,
  )
  const parents = chooseParents(chance, names, settings)
  const made = new Map<string, Attribute>()
  for (const name of names) if (!parents.has(name)) made.set(name, independent(chance, name, settings))
  let place = 0
  for (const [name, parentName] of parents) {
    const parent = made.get(parentName)
    if (parent === undefined) throw new Error(`${parentName} was not made before ${name}`)
    const strength = place < settings.determined ? 1 : chance.between(...settings.strength)
    made.set(name, dependent(chance, name, parent, strength))
    place += 1
  }
  return names.flatMap((name) => made.get(name) ?? [])
}

/** Child to parent; a parent follows nobody. */
function chooseParents(
  chance: Chance,
  names: readonly string[],
  { determined, following }: AttributeSettings,
): Map<string, string> {
  const wanted = determined + following
  const parents = new Map<string, string>()
  const taken = new Set<string>()
  for (const [child, parent] of chance.shuffled(LINKS)) {
    if (parents.size >= wanted) break
    if (!names.includes(child) || !names.includes(parent)) continue
    if (taken.has(child) || parents.has(parent)) continue
    parents.set(child, parent)
    taken.add(child).add(parent)
  }
  const spare = chance.shuffled(names.filter((name) => !taken.has(name)))
  while (parents.size < wanted) {
    const [child, parent] = spare.splice(-2)
    if (child === undefined || parent === undefined) break
    parents.set(child, parent)
  }
  return parents
}

function independent(chance: Chance, name: string, settings: AttributeSettings): Attribute {
  const cardinality = Math.max(2, Math.round(chance.logBetween(...settings.cardinality)))
  const draw = skewedValues(cardinality, chance.between(...settings.skew))
  const codes = new Uint16Array(settings.rows)
  for (let row = 0; row < codes.length; row += 1) codes[row] = draw(chance)
  return { name, codes, cardinality, parent: null, strength: 0 }
}

function dependent(chance: Chance, name: string, parent: Attribute, strength: number): Attribute {
  const cardinality = Math.max(2, Math.floor(parent.cardinality * chance.pick(SHARES_OF_PARENT)))
  const places = Array.from({ length: parent.cardinality }, (_, index) => (index % cardinality) + 1)
  const valueOf = Uint16Array.from([0, ...chance.shuffled(places)])
  const draw = skewedValues(cardinality, 1)
  const codes = new Uint16Array(parent.codes.length)
  for (let row = 0; row < codes.length; row += 1) {
    const follows = strength >= 1 || chance.share() < strength
    codes[row] = follows ? (valueOf[parent.codes[row] ?? 0] ?? 0) : draw(chance)
  }
  return { name, codes, cardinality, parent: parent.name, strength }
}

export function valueText(attribute: Attribute, code: number): string {
  return code === 0 ? '' : `${attribute.name}_${code - 1}`
}

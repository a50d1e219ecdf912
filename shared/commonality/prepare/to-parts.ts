import type { ConjunctionPart } from '../../records/conjunction-part.ts'
import type { Conjunction, Literal } from '../case-table.ts'
import type { Prepared, RangesView } from './prepared.ts'
import { rangeEnds } from './range-ends.ts'

/** What a conjunction says of the columns, for people, JSON and the condition language; in the order of the table. */
export function toParts(prepared: Prepared, conjunction: Conjunction): ConjunctionPart[] {
  const places = new Map(prepared.table.columns.map(({ name }, place) => [name, place]))
  const parts = conjunction.map((literal) => toPart(prepared, literal))
  return parts.sort((a, b) => (places.get(a.column) ?? 0) - (places.get(b.column) ?? 0))
}

function toPart({ caseTable, views }: Prepared, { dimension, code }: Literal): ConjunctionPart {
  const view = views[dimension]
  const values = caseTable.dimensions[dimension]?.values
  if (view === undefined || values === undefined) {
    throw new RangeError(`There is no dimension ${dimension} in a case of ${views.length}.`)
  }
  const column = view.column.name
  const value = values[code]
  if (code < 1 || value === undefined) throw new RangeError(`Dimension ${dimension} has no value ${code}.`)
  if (code === view.blank) return { kind: 'blank', column }
  if (view.kind === 'ranges') return rangePart(view, code)
  return view.kind === 'prefix' ? { kind: 'prefix', column, prefix: value } : { kind: 'value', column, value }
}

function rangePart(view: RangesView, code: number): ConjunctionPart {
  const column = view.column.name
  const { from, to, only } = rangeEnds(view, code)
  if (view.column.kind === 'time') return { kind: 'window', column, from: from ?? 0, to: to ?? 0 }
  return only === null ? { kind: 'range', column, from, to } : { kind: 'value', column, value: only }
}

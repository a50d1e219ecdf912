import type { SelectionWarning, SidesSummary } from '../../records/analysis.ts'
import type { RecordColumn, RecordTable } from '../record-table.ts'
import type { Prepared } from './prepared.ts'
import { sampleRows } from './row-sample.ts'
import { countSample, separationOf, sumOf } from './value-counts.ts'

/**
 * Both sides before any search: how many records, from when to when, and what makes them hard to compare. A column that
 * tells the sides apart is named, best first, because a difference in how they were picked is no cause: that of time
 * and customer early, any other only where hardly a value is on both sides, since a true cause tells them apart too.
 */
export function sidesSummary(prepared: Prepared): SidesSummary {
  const { table } = prepared
  const times = instantsOf(table)
  return {
    failing: sideOf(table.failed, times),
    working: sideOf(table.working, times),
    warnings: [...sizeWarnings(table), ...columnWarnings(prepared)],
  }
}

function instantsOf({ columns }: RecordTable): Float64Array | null {
  const times = columns.filter(({ kind }) => kind === 'time')
  return (times.find(({ role }) => role === 'start') ?? times[0])?.numbers ?? null
}

function sideOf(weights: Float64Array, times: Float64Array | null): SidesSummary['failing'] {
  let [records, rows, from, to] = [0, 0, Infinity, -Infinity]
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? 0
    if (weight <= 0) continue
    records += weight
    rows += 1
    const time = times?.[row] ?? Number.NaN
    if (time < from) from = time
    if (time > to) to = time
  }
  return { records, rows, from: from === Infinity ? null : from, to: to === -Infinity ? null : to }
}

/** With fewer records of a side, only what nearly all of them share can be proven. */
const FEW = 20

function sizeWarnings({ failed, working }: RecordTable): SelectionWarning[] {
  const [failing, other] = [sumOf(failed), sumOf(working)]
  const of = (kind: SelectionWarning['kind']) => ({ kind, column: null, strength: null })
  if (failing === 0 || other === 0) return [of('one-class')]
  return [...(failing < FEW ? [of('few-failing')] : []), ...(other < FEW ? [of('few-working')] : [])]
}

/** From which separation on a column is named. */
const LEAST_SEPARATION = { time: 0.8, customer: 0.7, attribute: 0.95 } as const

function columnWarnings({ table, caseTable, views }: Prepared): SelectionWarning[] {
  const sample = sampleRows(table)
  const strengths = new Map<RecordColumn, number>()
  for (const [place, { column }] of views.entries()) {
    const dimension = caseTable.dimensions[place]
    if (dimension === undefined) continue
    const strength = separationOf(countSample(table, sample, dimension.codes, dimension.values.length))
    strengths.set(column, Math.max(strengths.get(column) ?? 0, strength))
  }
  return [...strengths]
    .map(([column, strength]) => ({ kind: kindOf(column), column: column.name, strength }))
    .filter(({ kind, strength }) => strength >= LEAST_SEPARATION[kind])
    .sort((a, b) => b.strength - a.strength)
}

function kindOf({ kind, role }: RecordColumn): 'time' | 'customer' | 'attribute' {
  if (kind === 'time') return 'time'
  return role === 'customer' ? 'customer' : 'attribute'
}

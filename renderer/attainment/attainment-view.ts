import { paths } from '../app/paths.ts'
import { isTimeZone } from '../ui/time-zone.ts'
import { GROUPINGS, type Grouping } from './contract-groups.ts'
import { addMonths, isMonth, MOST_MONTHS, monthOf } from './months.ts'
import { type Choice } from './report-rows.ts'
import { type Span, spanUpTo } from './spans.ts'

export const TABLE_COLUMNS = ['name', 'share', 'kept', 'broken', 'excluded'] as const
export type TableColumn = (typeof TABLE_COLUMNS)[number]

export interface TableSort {
  readonly column: TableColumn
  readonly descending: boolean
}

/** Everything chosen on the screen; all of it stands in the address, so that a link shows the same. */
export interface AttainmentView extends Span, Choice {
  /** In which months begin and end. */
  readonly timeZone: string
  readonly grouping: Grouping
  /** Null: contracts by name, severities by rank, customers by broken promises. */
  readonly sort: TableSort | null
  /** The goal in the chart, where the metric has several; null: the first. */
  readonly goal: string | null
}

const PREFIX = `${paths.attainment}/`

/**
 * The view of an address such as `/attainment/from=2026-06&to=2026-11&zone=Europe%2FMadrid&contract=ipass`. What is
 * missing or cannot be read counts as not chosen: the last six months in the viewer's own zone.
 */
export function parseViewPath(path: string, now: number, viewerZone: string): AttainmentView {
  const chosen = new URLSearchParams(path.startsWith(PREFIX) ? path.slice(PREFIX.length) : '')
  const timeZone = parseZone(chosen.get('zone'), viewerZone)
  return {
    ...parseSpan(chosen.get('from'), chosen.get('to'), monthOf(now, timeZone)),
    timeZone,
    policyId: chosen.get('contract'),
    customer: chosen.get('customer'),
    metric: chosen.get('metric'),
    severity: chosen.get('severity'),
    grouping: GROUPINGS.find((grouping) => grouping === chosen.get('by')) ?? 'severity',
    sort: parseSort(chosen.get('sort')),
    goal: chosen.get('goal'),
  }
}

export function viewPath(view: AttainmentView): string {
  const chosen = new URLSearchParams({ from: view.from, to: view.to, zone: view.timeZone })
  const optional = {
    contract: view.policyId,
    customer: view.customer,
    metric: view.metric,
    severity: view.severity,
    by: view.grouping === 'severity' ? null : view.grouping,
    sort: view.sort === null ? null : `${view.sort.descending ? '-' : ''}${view.sort.column}`,
    goal: view.goal,
  }
  for (const [name, value] of Object.entries(optional)) {
    if (value !== null) chosen.set(name, value)
  }
  return `${PREFIX}${chosen.toString()}`
}

function parseZone(zone: string | null, viewerZone: string): string {
  return zone !== null && isTimeZone(zone) ? zone : viewerZone
}

function parseSpan(from: string | null, to: string | null, runningMonth: string): Span {
  if (!isMonth(from) || !isMonth(to) || from > to) return spanUpTo(runningMonth, 6)
  const earliest = addMonths(to, 1 - MOST_MONTHS)
  return { from: from < earliest ? earliest : from, to }
}

/** `-broken`: by that column, greatest first. */
function parseSort(text: string | null): TableSort | null {
  const descending = text?.startsWith('-') === true
  const name = descending ? text.slice(1) : text
  const column = TABLE_COLUMNS.find((known) => known === name)
  return column === undefined ? null : { column, descending }
}

/** What a click on a heading turns the sorting into; counts are first wanted from the greatest down. */
export function nextSort(sort: TableSort | null, column: TableColumn): TableSort | null {
  const first = column !== 'name' && column !== 'share'
  if (sort?.column !== column) return { column, descending: first }
  return sort.descending === first ? { column, descending: !first } : null
}

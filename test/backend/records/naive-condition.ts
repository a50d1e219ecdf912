import { Temporal } from 'temporal-polyfill'
import type { Comparison, Condition } from '../../../shared/commonality/condition/condition.ts'
import type { ColumnKind } from '../../../shared/records/column-words.ts'

/** A value as it is kept; null is blank. */
export type Cell = string | number | null

export interface NaiveTable {
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[]
  readonly rows: readonly (readonly Cell[])[]
}

/** For each row whether it meets the condition, one row and one comparison at a time. */
export function naiveCondition(table: NaiveTable, condition: Condition, timeZone: string): boolean[] {
  return table.rows.map((row) => holds(condition, row))

  function holds(part: Condition, row: readonly Cell[]): boolean {
    if (part.kind === 'and') return part.parts.every((one) => holds(one, row))
    if (part.kind === 'or') return part.parts.some((one) => holds(one, row))
    if (part.kind === 'not') return !holds(part.part, row)
    const place = table.columns.findIndex(({ name }) => name === part.column.text)
    const kind = table.columns[place]?.kind ?? 'category'
    const cell = row[place] ?? null
    if (part.kind === 'blank') return (cell === null) !== part.negated
    return cell !== null && meets(part, cell, kind, timeZone)
  }
}

function meets(
  part: Exclude<Comparison, { readonly kind: 'blank' }>,
  cell: string | number,
  kind: ColumnKind,
  timeZone: string,
): boolean {
  const order = (text: string): number => orderOf(cell, text, kind, timeZone)
  if (part.kind === 'in') return part.values.some(({ text }) => order(text) === 0) !== part.negated
  if (part.kind === 'between') {
    return (order(part.from.text) >= 0 && order(part.to.text) <= 0) !== part.negated
  }
  if (part.kind === 'text') return textMeets(String(cell), part.operator, part.value.text) !== part.negated
  const found = order(part.value.text)
  return {
    '=': found === 0,
    '!=': found !== 0,
    '<': found < 0,
    '<=': found <= 0,
    '>': found > 0,
    '>=': found >= 0,
  }[part.operator]
}

/** Below 0 where the cell comes before what is written, 0 where it is that or lies in that day, above 0 after it. */
function orderOf(cell: string | number, text: string, kind: ColumnKind, timeZone: string): number {
  if (kind === 'number') return Math.sign(Number(cell) - Number(text))
  if (kind !== 'time') return cell === text ? 0 : 1
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const day = Temporal.Instant.fromEpochMilliseconds(Number(cell))
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
    return Temporal.PlainDate.compare(day, text)
  }
  const instant = /^\d+$/.test(text)
    ? Number(text) * (text.length > 11 ? 1 : 1_000)
    : text.endsWith('Z')
      ? Date.parse(text)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds
  return Math.sign(Number(cell) - instant)
}

function textMeets(cell: string, operator: string, value: string): boolean {
  if (operator === 'contains') return cell.includes(value)
  if (operator === 'starts with') return cell.startsWith(value)
  if (operator === 'ends with') return cell.endsWith(value)
  return new RegExp(value, 'u').test(cell)
}

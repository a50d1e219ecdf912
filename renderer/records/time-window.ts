import { onlyWithin } from '../../shared/commonality/condition/build-condition.ts'
import { isConditionFault } from '../../shared/commonality/condition/condition-fault.ts'
import type { Condition } from '../../shared/commonality/condition/condition.ts'
import { parseCondition } from '../../shared/commonality/condition/parse-condition.ts'
import { writeCondition } from '../../shared/commonality/condition/write-condition.ts'

export interface TimeWindow {
  readonly column: string
  /** UTC ms; from `from` on and before `to`. */
  readonly from: number
  readonly to: number
}

/**
 * A condition that holds only in a time. Another time that the condition asks of the same column gives way to it, since
 * whoever picks a window anew wants that one; a text with a fault gives way as a whole.
 */
export function withinWindow(text: string | null, window: TimeWindow): string {
  const read = text === null ? null : parseCondition(text)
  const condition = read === null || isConditionFault(read) ? null : withoutTimes(read, window.column)
  return writeCondition(onlyWithin(condition, [{ kind: 'window', ...window }]))
}

function withoutTimes(condition: Condition, column: string): Condition | null {
  const parts = condition.kind === 'and' ? condition.parts : [condition]
  const kept = parts.filter((part) => !isTimeOf(part, column))
  const [first] = kept
  if (first === undefined) return null
  return kept.length === 1 ? first : { kind: 'and', parts: kept }
}

function isTimeOf(part: Condition, column: string): boolean {
  if (part.kind === 'between') return part.column.text === column && !part.negated
  return part.kind === 'compare' && part.column.text === column && /^[<>]=?$/.test(part.operator)
}

/** UTC ms of what a field of date and time holds, `2026-11-20T10:00`, in the viewer's zone; null for anything else. */
export function instantOfField(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return null
  const ms = new Date(text).getTime()
  return Number.isNaN(ms) ? null : ms
}

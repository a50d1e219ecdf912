import type { ColumnRole } from '../../records/column-words.ts'
import { written } from './build-condition.ts'
import type { Comparison } from './condition.ts'
import type { ConditionColumn } from './find-column.ts'
import { meansFailing, meansWorking } from './status-words.ts'
import { writeCondition } from './write-condition.ts'

/** What is known of a column; `commonest` may be all of its values. */
export interface SuggestionColumn extends ConditionColumn {
  readonly role: ColumnRole | null
  readonly distinct: number
  readonly blanks: number
  readonly commonest: readonly { readonly value: string; readonly records: number }[]
}

/** From which kind of column it follows. */
export type FailingReason = 'sip-code' | 'status' | 'release-cause' | 'duration'

export interface SuggestedCondition {
  readonly condition: string
  readonly reason: FailingReason
}

/**
 * What failing probably means in these records, likeliest first, one for each kind of column that tells. Nothing where
 * rows count their failing records themselves, and nothing that all or none of the known values meet.
 */
export function suggestFailing(columns: readonly SuggestionColumn[]): SuggestedCondition[] {
  if (columns.some(({ role }) => role === 'failed-count')) return []
  return REASONS.flatMap((reason) => {
    const [first] = columnsFor(reason, columns).flatMap((column) => RULES[reason](column) ?? [])
    return first === undefined ? [] : [{ condition: writeCondition(first), reason }]
  })
}

const REASONS = ['sip-code', 'status', 'release-cause', 'duration'] as const

type Rule = (column: SuggestionColumn) => Comparison | null

const RULES: Readonly<Record<FailingReason, Rule>> = {
  'sip-code': bySipCode,
  status: byStatus,
  'release-cause': byReleaseCause,
  duration: byDuration,
}

function columnsFor(reason: FailingReason, columns: readonly SuggestionColumn[]): SuggestionColumn[] {
  const named = columns.filter(({ role }) => role === reason)
  return reason === 'status' ? [...named, ...columns.filter(looksLikeStatus)] : named
}

/** Final answers from 400 on; those of 300 only send a call elsewhere. */
function bySipCode(column: SuggestionColumn): Comparison | null {
  const name = written(column.name)
  if (column.kind === 'number') {
    if (!divides(column, (value) => Number(value) >= 400)) return null
    return { kind: 'compare', column: name, operator: '>=', value: written('400') }
  }
  if (column.kind === 'time' || !divides(column, (value) => /^[4-6]\d\d\b/.test(value))) return null
  return { kind: 'text', column: name, negated: false, operator: '~', value: written('^[4-6]') }
}

function byStatus(column: SuggestionColumn): Comparison | null {
  if (column.kind === 'number' || column.kind === 'time') return null
  if (divides(column, meansFailing)) return among(column, false, meansFailing)
  return divides(column, meansWorking) ? among(column, true, meansWorking) : null
}

/** A column of few values some of which say that all is well, and some that it is not. */
function looksLikeStatus(column: SuggestionColumn): boolean {
  const values = column.commonest.map(({ value }) => value)
  return (
    column.role === null &&
    column.kind === 'category' &&
    isComplete(column) &&
    values.some(meansFailing) &&
    values.some(meansWorking)
  )
}

/** Q.850: 16 is normal clearing; 31, normal without more, stands where a switch has nothing to say. */
const NORMAL_CAUSES = ['16', '31']

/** With its number before it or without, as switches write it. */
const NORMAL_CLEARING = /^(?:16|31)\b|\bnormal[ _-]*(?:call[ _-]*)?clearing\b/i

function byReleaseCause(column: SuggestionColumn): Comparison | null {
  if (column.kind === 'time') return null
  const isNormal = (value: string): boolean =>
    column.kind === 'number' ? NORMAL_CAUSES.includes(String(Number(value))) : NORMAL_CLEARING.test(value)
  if (!divides(column, isNormal)) return null
  if (column.kind !== 'number') return among(column, true, isNormal)
  return { kind: 'in', column: written(column.name), negated: true, values: NORMAL_CAUSES.map(written) }
}

/** Nothing was said in a call that lasted no time. */
function byDuration(column: SuggestionColumn): Comparison | null {
  if (column.kind !== 'number' || !divides(column, (value) => Number(value) === 0)) return null
  return { kind: 'compare', column: written(column.name), operator: '=', value: written('0') }
}

/** Whether some known values are meant and others, or blanks or values that are not known, are not. */
function divides(column: SuggestionColumn, isMeant: (value: string) => boolean): boolean {
  const meant = column.commonest.filter(({ value }) => isMeant(value)).length
  return meant > 0 && (meant < column.commonest.length || !isComplete(column) || column.blanks > 0)
}

function isComplete({ commonest, distinct }: SuggestionColumn): boolean {
  return commonest.length >= distinct
}

function among(column: SuggestionColumn, negated: boolean, isMeant: (value: string) => boolean): Comparison {
  const values = column.commonest.filter(({ value }) => isMeant(value)).map(({ value }) => written(value))
  return { kind: 'in', column: written(column.name), negated, values }
}

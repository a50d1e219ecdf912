import type { ConjunctionPart } from '../../records/conjunction-part.ts'
import { REACH_OF_95 } from '../statistics/ratio.ts'
import { partsKey } from './signature.ts'

/** What of a finding is compared. */
export interface ComparedFinding {
  readonly parts: readonly ConjunctionPart[]
  readonly shareRatio: {
    readonly value: number | null
    readonly low: number | null
    readonly high: number | null
  }
}

/** A finding of both analyses. */
export interface SameFinding<Finding> {
  readonly first: Finding
  readonly second: Finding
  /** Ratio of the second over that of the first; null where one has none. */
  readonly ratioChange: number | null
  /** Whether it is surely stronger or weaker (5 %); `alike` where it may be chance. */
  readonly strength: 'stronger' | 'weaker' | 'alike'
}

export interface FindingComparison<Finding> {
  readonly same: readonly SameFinding<Finding>[]
  readonly onlyFirst: readonly Finding[]
  readonly onlySecond: readonly Finding[]
}

/** Ranges and windows are found anew in each analysis: the same if what both span is at least this part of either. */
const SAME_SPAN = 0.5

/**
 * Findings of two analyses, in the order of the first, then of the second. A description is the same where its parts
 * are; the edges of ranges and windows may differ, but one that is wholly the same is preferred.
 */
export function compareAnalyses<Finding extends ComparedFinding>(
  first: readonly Finding[],
  second: readonly Finding[],
): FindingComparison<Finding> {
  const left = new Set(second)
  const matches = new Map<Finding, Finding>()
  for (const isMatch of [isIdentical, isAlike]) {
    for (const finding of first) {
      if (matches.has(finding)) continue
      const match = [...left].find((other) => isMatch(finding.parts, other.parts))
      if (match === undefined) continue
      matches.set(finding, match)
      left.delete(match)
    }
  }
  return {
    same: first.flatMap((finding) => {
      const match = matches.get(finding)
      return match === undefined ? [] : [{ first: finding, second: match, ...changeOf(finding, match) }]
    }),
    onlyFirst: first.filter((finding) => !matches.has(finding)),
    onlySecond: [...left],
  }
}

function isIdentical(parts: readonly ConjunctionPart[], others: readonly ConjunctionPart[]): boolean {
  return partsKey(parts) === partsKey(others)
}

/** A description names a column once, so parts are paired by column. */
function isAlike(parts: readonly ConjunctionPart[], others: readonly ConjunctionPart[]): boolean {
  if (parts.length !== others.length) return false
  return parts.every((part) => others.some((other) => isAlikePart(part, other)))
}

function isAlikePart(part: ConjunctionPart, other: ConjunctionPart): boolean {
  if (part.column !== other.column) return false
  if (part.kind === 'range' && other.kind === 'range') return overlap(part, other) >= SAME_SPAN
  if (part.kind === 'window' && other.kind === 'window') return overlap(part, other) >= SAME_SPAN
  return partsKey([part]) === partsKey([other])
}

interface Span {
  readonly from: number | null
  readonly to: number | null
}

/**
 * What two spans share over what either covers, 0..1. One that is open at an end has no length to compare: 50 and more is
 * like nothing but itself.
 */
function overlap(a: Span, b: Span): number {
  if (a.from === b.from && a.to === b.to) return 1
  if (a.from === null || a.to === null || b.from === null || b.to === null) return 0
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  const covered = Math.max(a.to, b.to) - Math.min(a.from, b.from)
  return covered <= 0 ? 0 : Math.max(0, shared) / covered
}

function changeOf(
  { shareRatio: first }: ComparedFinding,
  { shareRatio: second }: ComparedFinding,
): Pick<SameFinding<ComparedFinding>, 'ratioChange' | 'strength'> {
  if (first.value === null || second.value === null) return { ratioChange: null, strength: 'alike' }
  const ratioChange = second.value / first.value
  const error = Math.hypot(logError(first), logError(second))
  const change = Math.log(ratioChange)
  if (!(Math.abs(change) > REACH_OF_95 * error)) return { ratioChange, strength: 'alike' }
  return { ratioChange, strength: change > 0 ? 'stronger' : 'weaker' }
}

/** Standard error of the logarithm, from the interval; infinite where that is open. */
function logError({ low, high }: ComparedFinding['shareRatio']): number {
  if (low === null || high === null || low <= 0) return Infinity
  return Math.log(high / low) / (2 * REACH_OF_95)
}

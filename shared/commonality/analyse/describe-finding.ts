import type { Finding } from '../../records/analysis.ts'
import type { Conjunction } from '../case-table.ts'
import { confoundersOf } from '../findings/confounders.ts'
import type { CodeTallies } from '../findings/code-tallies.ts'
import { examplesOf, type Example } from '../findings/examples.ts'
import { findingFigures, sideCountsOf } from '../findings/finding-figures.ts'
import type { RecordTime } from '../findings/likeness.ts'
import { separationsOf } from '../findings/separation.ts'
import { findingId } from '../findings/signature.ts'
import { onsetOf } from '../prepare/onset.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { toParts } from '../prepare/to-parts.ts'
import type { Equivalent, Explanation, Tally } from '../search-result.ts'

/** A finding as it can be told from the table alone: examples are rows, and nothing is known of an earlier time. */
export interface DescribedFinding extends Omit<Finding, 'examples' | 'trend'> {
  readonly examples: readonly Example[]
}

/** What is the same for every finding of an analysis. */
export interface DescribeContext {
  readonly prepared: Prepared
  readonly whole: Tally
  readonly totalsKnown: boolean
  readonly dispersion: number
  readonly time: RecordTime | null
  /** Of the whole case table; reckoned once for all findings. */
  readonly tallies: readonly CodeTallies[]
  /** All that were found: an example of one must not show another. */
  readonly conjunctions: readonly Conjunction[]
}

/** `left` is what the explanations before this one left over. */
export function describeFinding(
  explanation: Explanation,
  left: Tally,
  context: DescribeContext,
): DescribedFinding {
  const { prepared, whole, dispersion, totalsKnown, tallies } = context
  const { caseTable } = prepared
  const { conjunction, tally, remaining, verdict, gain, cost } = explanation
  const parts = toParts(prepared, conjunction)
  return {
    id: findingId(parts),
    parts,
    verdict,
    ...findingFigures(tally, { whole, totalsKnown, dispersion }),
    remaining: sideCountsOf(remaining, left),
    gain,
    cost,
    equivalents: explanation.equivalents
      .filter((equivalent) => namesOtherColumns(prepared, equivalent.conjunction, conjunction))
      .map((equivalent) => describeEquivalent(equivalent, conjunction, prepared)),
    runnersUp: explanation.runnersUp.map((other) => ({
      parts: toParts(prepared, other.conjunction),
      counts: sideCountsOf(other.tally, whole),
      behind: other.behind,
    })),
    confounders: confoundersOf(caseTable, conjunction, tallies, dispersion).map(
      ({ column, crude, within }) => ({
        column,
        crude,
        within,
      }),
    ),
    since: sinceOf(prepared, conjunction, dispersion),
    examples: examplesOf({
      table: caseTable,
      conjunction,
      others: context.conjunctions.filter((other) => other !== conjunction),
      time: context.time,
      tallies,
    }),
  }
}

function describeEquivalent(
  { conjunction, overlap }: Equivalent,
  own: Conjunction,
  prepared: Prepared,
): Finding['equivalents'][number] {
  const [way] = separationsOf(prepared.caseTable, own, conjunction)
  return {
    parts: toParts(prepared, conjunction),
    overlap,
    separatedBy: {
      has: toParts(prepared, way?.has ?? []),
      hasNot: toParts(prepared, way?.hasNot ?? []),
      records: way?.seen.total ?? 0,
    },
  }
}

/** Another prefix length or window of the same columns is the same description said differently. */
function namesOtherColumns({ caseTable }: Prepared, conjunction: Conjunction, own: Conjunction): boolean {
  const columnOf = (dimension: number) => caseTable.dimensions[dimension]?.column
  const columns = new Set(own.map(({ dimension }) => columnOf(dimension)))
  return conjunction.some(({ dimension }) => !columns.has(columnOf(dimension)))
}

/**
 * From when on it holds, where it holds to the last record; a time that is over is a window, not a beginning. A finding
 * that has a window of its own holds in that.
 */
function sinceOf(prepared: Prepared, conjunction: Conjunction, dispersion: number): number | null {
  const onset = onsetOf(prepared, conjunction, { dispersion })
  const window = toParts(prepared, conjunction).find((part) => part.kind === 'window')
  if (onset === null || onset.until !== null || onset.since === null) return null
  if (window?.kind !== 'window') return onset.since
  return window.from <= onset.since && onset.since < window.to && window.to > latest(prepared, window.column)
    ? window.from
    : null
}

function latest({ table }: Prepared, column: string): number {
  const instants = table.columns.find(({ name }) => name === column)?.numbers ?? new Float64Array()
  return instants.reduce((last, instant) => (instant > last ? instant : last), -Infinity)
}

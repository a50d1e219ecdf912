import type { Conjunction, Literal } from '../case-table.ts'
import { insideRows, tallyOf } from '../findings/inside-rows.ts'
import { gainOf } from '../search/likelihood.ts'
import type { Tally } from '../search-result.ts'
import type { Prepared, View } from './prepared.ts'

/**
 * Each prefix of a conjunction as short as it can be: a longer one must explain more than every shorter one, and by more
 * than it costs to say which of the ways on from the shorter one it takes (the logarithm of how many there are).
 * Rows in `explained` (1) are left out. Values, ranges and windows stay as they are.
 */
export function shortestPrefix(
  prepared: Prepared,
  conjunction: Conjunction,
  explained?: Uint8Array,
): Conjunction {
  return conjunction.reduce(
    (shortened, literal) => shortenLiteral(prepared, shortened, literal, explained),
    conjunction,
  )
}

function shortenLiteral(
  prepared: Prepared,
  conjunction: Conjunction,
  literal: Literal,
  explained: Uint8Array | undefined,
): Conjunction {
  const { caseTable } = prepared
  const shorter = shorterPrefixes(prepared, literal)
  if (shorter.length === 0) return conjunction
  const others = conjunction.filter((other) => other !== literal)
  const isLeft = (row: number) => explained?.[row] !== 1
  const whole = tallyOf(caseTable, insideRows(caseTable, []).filter(isLeft))
  const rows = insideRows(caseTable, others).filter(isLeft)
  function gainWith({ dimension, code }: Literal): number {
    const codes = caseTable.dimensions[dimension]?.codes
    const { failed, total }: Tally = tallyOf(
      caseTable,
      rows.filter((row) => codes?.[row] === code),
    )
    return gainOf(failed, total, whole.failed, whole.total)
  }
  let [best = literal] = shorter
  let gain = gainWith(best)
  for (const candidate of [...shorter.slice(1), literal]) {
    const candidateGain = gainWith(candidate)
    if (candidateGain <= gain + costOfGoingOn(prepared, best, candidate)) continue
    best = candidate
    gain = candidateGain
  }
  return conjunction.map((other) => (other === literal ? best : other))
}

/** Views of the same column by fewer digits, shortest first, at the prefix that the literal begins with. */
function shorterPrefixes({ caseTable, views }: Prepared, { dimension, code }: Literal): Literal[] {
  const view = views[dimension]
  if (view === undefined || view.kind === 'ranges' || view.column.kind !== 'digits' || code === view.blank)
    return []
  const limit = view.kind === 'prefix' ? view.length : Infinity
  const row = caseTable.dimensions[dimension]?.codes.indexOf(code) ?? -1
  return views
    .map((shorter, place) => ({ view: shorter, place }))
    .filter(
      ({ view: other }) => other.kind === 'prefix' && other.column === view.column && other.length < limit,
    )
    .sort((a, b) => lengthOf(a.view) - lengthOf(b.view))
    .map(({ place }) => ({ dimension: place, code: caseTable.dimensions[place]?.codes[row] ?? 0 }))
    .filter((literal) => literal.code !== 0)
}

function lengthOf(view: View): number {
  return view.kind === 'prefix' ? view.length : Infinity
}

function costOfGoingOn({ caseTable }: Prepared, from: Literal, to: Literal): number {
  const begin = caseTable.dimensions[from.dimension]?.values[from.code] ?? ''
  const longer = caseTable.dimensions[to.dimension]?.values ?? []
  return Math.log(Math.max(1, longer.filter((value) => value.startsWith(begin)).length))
}

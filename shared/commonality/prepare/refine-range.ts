import { insideRows } from '../findings/inside-rows.ts'
import type { CaseTable, Conjunction, Literal } from '../case-table.ts'
import type { Tally } from '../search-result.ts'
import type { Run } from './best-run.ts'
import { rangeView } from './column-views.ts'
import { rangeCodes } from './cuts.ts'
import { evidenceOf, gainOf } from '../search/likelihood.ts'
import { finestRanges, type FinestRanges } from './finest-ranges.ts'
import type { Prepared, RangesView } from './prepared.ts'
import { timeStep } from './range-ends.ts'
import { roundestBetween } from './round-number.ts'
import { sharpenRun, type Stretch } from './sharpen-run.ts'

export interface Refined {
  /** With one more view for each range that was refined, after the views there were. */
  readonly prepared: Prepared
  /** The same description over the new views. */
  readonly conjunction: Conjunction
}

/**
 * Ranges and windows of a conjunction with their ends where the failing records begin and end, neighbouring ranges
 * merged, by the gain that the search itself goes by. Values and prefixes stay as they are. Rows in `explained` (1) are
 * left out, as the search leaves out what earlier explanations cover.
 *
 * A new view has the stretch in one piece, and what is outside in the pieces there were: searched again, the case gives
 * whole windows. In one piece, the outside would be something to report that nobody had looked for.
 */
export function refineRange(prepared: Prepared, conjunction: Conjunction, explained?: Uint8Array): Refined {
  return conjunction.reduce<Refined>((refined, literal) => refineLiteral(refined, literal, explained), {
    prepared,
    conjunction,
  })
}

function refineLiteral(refined: Refined, literal: Literal, explained: Uint8Array | undefined): Refined {
  const { prepared, conjunction } = refined
  const view = prepared.views[literal.dimension]
  if (view?.kind !== 'ranges' || literal.code === view.blank) return refined
  const others = conjunction.filter((other) => other !== literal)
  const finest = finestRanges(prepared, view.column)
  if (finest === null) return refined
  const stretch = stretchOf(prepared, finest, { view, code: literal.code, others, explained })
  if (stretch === null) return refined
  const { from, to } = endsOf(view, stretch)
  const isOpen = from === -Infinity && to === Infinity
  if (isOpen || (from === view.cuts[literal.code - 1] && to === view.cuts[literal.code])) return refined
  const outside = finest.cuts.filter((cut) => cut < from || cut > to)
  const cuts = Float64Array.from([...outside, from, to]).sort()
  const sharp = rangeView(view.column, rangeCodes(finest.numbers, cuts), cuts)
  const { caseTable, views } = prepared
  const found: Literal = { dimension: views.length, code: cuts.indexOf(from) + 1 }
  return {
    prepared: {
      ...prepared,
      caseTable: { ...caseTable, dimensions: [...caseTable.dimensions, sharp.dimension] },
      views: [...views, sharp.view],
    },
    conjunction: conjunction.map((other) => (other === literal ? found : other)),
  }
}

/** What is left of a description says less than a chance of one in a hundred: earlier ones explain it. */
const LEAST_EVIDENCE = Math.log(100)

interface Piece {
  readonly view: RangesView
  readonly code: number
  /** The other parts of the description. */
  readonly others: Conjunction
  readonly explained: Uint8Array | undefined
}

/** Null where earlier explanations have left nothing to speak of. */
function stretchOf(
  { caseTable }: Prepared,
  { numbers, codes, cuts }: FinestRanges,
  { view, code, others, explained }: Piece,
): Stretch | null {
  const rows = insideRows(caseTable, others).filter(
    (row) => explained?.[row] !== 1 && codes[row] !== 0 && codes[row] !== view.blank,
  )
  const from = view.cuts[code - 1] ?? -Infinity
  const to = view.cuts[code] ?? Infinity
  const { failed, total } = caseTable
  const whole = tallyWithout(caseTable, explained)
  const found = { failed: 0, total: 0 }
  for (const row of rows) {
    const number = numbers[row] ?? Number.NaN
    if (!(number >= from && number < to)) continue
    found.failed += failed[row] ?? 0
    found.total += total[row] ?? 0
  }
  const evidence = evidenceOf(gainOf(found.failed, found.total, whole.failed, whole.total))
  if (evidence < LEAST_EVIDENCE) return null
  const ranges = cuts.length - 1
  const start: Run = {
    first: cuts.findIndex((_, place) => (cuts[place + 1] ?? Infinity) > from),
    last: cuts.findLastIndex((cut, place) => place < ranges && cut < to),
  }
  return sharpenRun({ numbers, codes, ranges, rows, failed, total }, whole, start)
}

function tallyWithout({ rows, failed, total }: CaseTable, explained: Uint8Array | undefined): Tally {
  const left = { failed: 0, total: 0 }
  for (let row = 0; row < rows; row += 1) {
    if (explained?.[row] === 1) continue
    left.failed += failed[row] ?? 0
    left.total += total[row] ?? 0
  }
  return left
}

/**
 * Open where no record lies beyond. A window begins and ends with its first and last record; a number may end anywhere
 * up to the next one: at the roundest.
 */
function endsOf(
  { column }: RangesView,
  { below, least, greatest, above }: Stretch,
): { from: number; to: number } {
  const from = below === -Infinity ? -Infinity : least
  const to = above === Infinity ? Infinity : greatest
  if (column.kind === 'time') return { from, to: to + timeStep(column.numbers ?? new Float64Array()) }
  return {
    from: from === -Infinity ? from : roundestBetween(below, from),
    to: to === Infinity ? to : roundestBetween(to, above),
  }
}

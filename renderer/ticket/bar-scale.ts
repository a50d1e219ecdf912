import type { Clock, LedgerEntry } from '../../shared/records/clock.ts'

export type LedgerLabel = LedgerEntry['label']

/** A piece of the bar wide enough to be seen: one stretch, or several short ones that follow each other. */
export interface BarCell {
  readonly from: number
  readonly to: number
  /** How the time in it divides, in the same order in every cell: what counts first. */
  readonly shares: readonly { readonly label: LedgerLabel; readonly ms: number }[]
}

const STACKING: readonly LedgerLabel[] = ['counted', 'overdue', 'paused', 'excluded', 'closed', 'holiday']

/** Short stretches come in turn, open and closed; of too few at a time the shares would only flicker. */
const TOGETHER = 4

/**
 * Stretches shorter than `leastMs` are put together with their equally short neighbours until they can be seen. What is
 * in such a cell is drawn by its shares: nothing is left out of the bar, and no label stands for another.
 */
export function barCells(entries: readonly LedgerEntry[], leastMs: number): BarCell[] {
  const cells: BarCell[] = []
  let together: LedgerEntry[] = []
  function finish(): void {
    if (together.length > 0) cells.push(cellOf(together))
    together = []
  }
  for (const entry of entries) {
    if (entry.to - entry.from >= leastMs) {
      finish()
      cells.push(cellOf([entry]))
      continue
    }
    together.push(entry)
    if (entry.to - (together[0]?.from ?? entry.from) >= leastMs * TOGETHER) finish()
  }
  finish()
  return cells
}

function cellOf(entries: readonly LedgerEntry[]): BarCell {
  const shares = lengthByLabel(entries)
  return {
    from: Math.min(...entries.map(({ from }) => from)),
    to: Math.max(...entries.map(({ to }) => to)),
    shares: STACKING.flatMap((label) => {
      const ms = shares.get(label)
      return ms === undefined ? [] : [{ label, ms }]
    }),
  }
}

/** Milliseconds under each label that occurs. */
export function lengthByLabel(entries: readonly LedgerEntry[]): Map<LedgerLabel, number> {
  const lengths = new Map<LedgerLabel, number>()
  for (const { label, from, to } of entries) lengths.set(label, (lengths.get(label) ?? 0) + to - from)
  return lengths
}

export interface BarMark {
  readonly kind: 'now' | 'answered' | 'due' | 'breached'
  readonly at: number
}

/** The instants that matter on a clock's bar. A breach at the due instant itself says both. */
export function barMarks({ dueAt, breachedAt, settledAt }: Clock, now: number): BarMark[] {
  const marks: BarMark[] = []
  if (dueAt !== null && dueAt !== breachedAt) marks.push({ kind: 'due', at: dueAt })
  if (breachedAt !== null) marks.push({ kind: 'breached', at: breachedAt })
  marks.push(settledAt === null ? { kind: 'now', at: now } : { kind: 'answered', at: settledAt })
  return marks
}

/** First and last instant of the bar: the whole ledger and every mark; null where there is no length to draw. */
export function barSpan(
  entries: readonly LedgerEntry[],
  marks: readonly BarMark[],
): { from: number; to: number } | null {
  const [first] = entries
  const last = entries.at(-1)
  if (first === undefined || last === undefined) return null
  const instants = marks.map(({ at }) => at)
  const from = Math.min(first.from, ...instants)
  const to = Math.max(last.to, ...instants)
  return to > from ? { from, to } : null
}

import { writeLength } from '../policy/duration.ts'
import type { LedgerEntry, Reason } from '../records/clock.ts'

/** What a ledger left out, summed by cause: waiting, exclusion, closed hours, holidays with their dates. */
export function explainLeftOut(entries: readonly LedgerEntry[]): Reason[] {
  return [...explainHolds(entries), ...explainClosed(entries)]
}

/** Stretches that somebody's act held, by what held them, in the order in which they first came. */
function explainHolds(entries: readonly LedgerEntry[]): Reason[] {
  const holds = new Map<string, { reason: Reason; ms: number; times: number }>()
  for (const entry of entries) {
    if (entry.label !== 'paused' && entry.label !== 'excluded') continue
    const key = JSON.stringify(entry.reason)
    const known = holds.get(key)
    const ms = (known?.ms ?? 0) + entry.to - entry.from
    holds.set(key, { reason: entry.reason, ms, times: (known?.times ?? 0) + 1 })
  }
  return [...holds.values()].map(({ reason, ms, times }) => ({
    key: reason.key.replace('ledger.', 'explain.leftOut.'),
    values: { ...reason.values, length: writeLength(ms), times: String(times) },
  }))
}

function explainClosed(entries: readonly LedgerEntry[]): Reason[] {
  const closed = entries.filter(({ label }) => label === 'closed')
  const holidays = entries.filter(({ label }) => label === 'holiday')
  const reasons: Reason[] = []
  if (closed.length > 0) {
    reasons.push({ key: 'explain.leftOut.closed', values: { length: writeLength(sum(closed)) } })
  }
  if (holidays.length > 0) {
    const dates = new Set(holidays.flatMap(({ reason }) => String(reason.values.holidays).split(', ')))
    const values = { length: writeLength(sum(holidays)), holidays: [...dates].join(', ') }
    reasons.push({ key: 'explain.leftOut.holidays', values })
  }
  return reasons
}

function sum(entries: readonly LedgerEntry[]): number {
  return entries.reduce((total, { from, to }) => total + to - from, 0)
}

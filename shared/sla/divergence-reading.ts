import type { Reason } from '../records/clock.ts'

/** What a source would say that follows another rule, and that rule as a sentence. */
export interface Reading {
  readonly dueAt: number
  readonly reason: Reason
}

/** One reading, none where the rule gives no instant; `rule` is a path under `divergence` of the catalogue. */
export function reading(dueAt: number | null, rule: string, values: Reason['values'] = {}): Reading[] {
  return dueAt === null ? [] : [{ dueAt, reason: { key: `divergence.${rule}`, values } }]
}

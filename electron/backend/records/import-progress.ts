import type { DuckDBConnection } from '@duckdb/node-api'

/** How far an import has come; `total` is the bytes of its files. */
export interface ImportProgress {
  readonly done: number
  readonly total: number
}

/** The parts of an import with their share of the time, as measured on a million records of 20 columns. */
const PARTS = { prepare: 0.1, count: 0.3, write: 0.5, profile: 0.1 } as const
export type ImportPart = keyof typeof PARTS

const ORDER: readonly ImportPart[] = ['prepare', 'count', 'write', 'profile']
const LOOK_EVERY_MS = 200

/** Tells how far `work`, a part of an import, has come while it goes on. */
export async function tellingProgress<T>(
  part: ImportPart,
  connection: DuckDBConnection,
  total: number,
  tell: ((progress: ImportProgress) => void) | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (tell === undefined) return work()
  const before = ORDER.slice(0, ORDER.indexOf(part)).reduce((sum, each) => sum + PARTS[each], 0)
  let furthest = 0
  function look(now: number): void {
    // A part asks DuckDB several things, and each begins at nothing.
    furthest = Math.max(furthest, now)
    const share = furthest
    tell?.({ done: Math.round(total * (before + PARTS[part] * share)), total })
  }
  look(0)
  const timer = setInterval(
    () => look(Math.min(1, Math.max(0, connection.progress.percentage / 100))),
    LOOK_EVERY_MS,
  )
  try {
    const result = await work()
    look(1)
    return result
  } finally {
    clearInterval(timer)
  }
}

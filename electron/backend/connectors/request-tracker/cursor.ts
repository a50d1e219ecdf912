import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Cursor } from '../connector.ts'
import type { RequestTrackerConfig } from './settings.ts'

/**
 * What is remembered between runs. Times are RT's own `LastUpdated`, never ours: skew cannot lose a change.
 * `quietDigest` and `quietSince` (our UTC ms) say since when the changes within the overlap have been the same.
 */
export interface RtCursor {
  readonly scope: string
  /** Reading everything for the first time, by number, or following changes. */
  readonly phase: 'first-reading' | 'changes'
  /** Last ticket number of the first reading. */
  readonly afterTicket: string
  readonly done: number
  readonly since: string
  /** Last transaction that took a ticket out of sight. */
  readonly departures: string
  readonly quietDigest: string
  readonly quietSince: number
}

const stored = z.object({
  scope: z.string(),
  phase: z.enum(['first-reading', 'changes']),
  afterTicket: z.string().regex(/^\d+$/),
  done: z.number(),
  since: z.string(),
  departures: z.string().regex(/^\d+$/),
  quietDigest: z.string(),
  quietSince: z.number(),
})

/** Null where there is none, or it belongs to other settings: then everything is read again. */
export function readCursor(cursor: Cursor | null, config: RequestTrackerConfig): RtCursor | null {
  const result = stored.safeParse(cursor)
  return result.success && result.data.scope === scopeOf(config) ? result.data : null
}

export function storedCursor(cursor: RtCursor): Cursor {
  return { ...cursor }
}

/** Changes with every setting that decides which tickets are read and how. */
export function scopeOf(config: RequestTrackerConfig): string {
  return createHash('sha256').update(JSON.stringify(config)).digest('base64url').slice(0, 22)
}

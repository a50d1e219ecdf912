import { eventIterator } from '@orpc/contract'
import * as z from 'zod'

/** Names a state of a live collection: the backend's start and a counter. Opaque to callers. */
export const revision = z.string()

/** Where to resume: the last revision seen. Unknown or too old gives a snapshot, so nothing is ever missed. */
export const watchInput = z.object({ after: revision.optional() })

/** A run of changes: apply `removals` and `upserts` by key; a snapshot replaces everything held. */
export interface LiveItem<T> {
  revision: string
  snapshot: boolean
  upserts: T[]
  removals: string[]
}

/** The stream of a live collection. Slow readers get changes merged per key, never a backlog. */
export function liveStream<T extends z.ZodType>(value: T) {
  return eventIterator(
    z.object({ revision, snapshot: z.boolean(), upserts: z.array(value), removals: z.array(z.string()) }),
  )
}

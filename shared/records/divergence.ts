import * as z from 'zod'
import { reason } from './clock.ts'
import { instant } from './instant.ts'

/** The source system's own due time beside ours. */
export const divergence = z.object({
  sourceDueAt: instant,
  /** The clock it was compared with: the one whose rules explain it, else the nearest; null where none has a due instant. */
  clockId: z.string().nullable(),
  dueAt: instant.nullable(),
  /** Source minus ours: positive where the source is later. Null without a due instant of ours. */
  differenceMs: z.int().nullable(),
  /** The rule that gives exactly the source's instant, e.g. "it does not stop while the customer is awaited". */
  reason,
})
export type Divergence = z.infer<typeof divergence>

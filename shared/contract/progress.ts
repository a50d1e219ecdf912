import * as z from 'zod'

/** How far long work has come. Streams of long work give these, then one result; whoever stops reading cancels it. */
export const progress = z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() })
export type Progress = z.infer<typeof progress>

import * as z from 'zod'

/** What the main process tells the backend process. A page's port travels beside `connect`. */
export const toBackend = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connect') }),
  z.object({
    kind: z.literal('secret-answer'),
    id: z.int(),
    text: z.string().nullable(),
    refusal: z.string().nullable(),
  }),
  z.object({ kind: z.literal('stop') }),
])
export type ToBackend = z.infer<typeof toBackend>

/** What the backend process tells the main process. */
export const fromBackend = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** The data cannot be opened: one sentence for the person. The process then ends by itself. */
  z.object({ kind: z.literal('problem'), sentence: z.string() }),
  /** Only the main process reaches the desktop's key store. */
  z.object({ kind: z.literal('secret'), id: z.int(), operation: z.enum(['seal', 'open']), text: z.string() }),
])
export type FromBackend = z.infer<typeof fromBackend>

/** What the main process passes on the command line of the backend process, as one JSON argument. */
export const backendOptions = z.object({
  dataDirectory: z.string(),
  resourcesDirectory: z.string(),
  version: z.string(),
  demo: z.object({ seed: z.int(), rate: z.number().positive() }).nullable(),
})

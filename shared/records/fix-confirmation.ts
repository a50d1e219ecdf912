import * as z from 'zod'
import { failingDefinition } from './analysis-question.ts'
import { conjunctionPart } from './conjunction-part.ts'
import { instant } from './instant.ts'

/** What was tried again: the description and what failing means. */
export const signature = z.object({ parts: z.array(conjunctionPart).min(1), definition: failingDefinition })
export type Signature = z.infer<typeof signature>

const tally = z.object({ failed: z.number(), total: z.number() })

/** A finding tried on fresh records after a fix. Never changed once made; a later one counts. */
export const fixConfirmation = z.object({
  id: z.string(),
  analysisId: z.string(),
  findingId: z.string(),
  ticketId: z.string().nullable(),
  signature,
  recordSetId: z.string(),
  recordSetName: z.string(),
  verdict: z.enum(['gone', 'reduced', 'unchanged', 'too-few']),
  before: tally,
  after: tally,
  /** Records outside the description in the fresh set: how many fail anyway. */
  others: tally,
  /** For `too-few`: records of the description without failure still needed to call it gone. */
  needed: z.number().nullable(),
  at: instant,
  by: z.string(),
})
export type FixConfirmation = z.infer<typeof fixConfirmation>

import * as z from 'zod'

// What Request Tracker 5 answers, as far as we read it. Ids come as numbers and as strings; an empty list of custom
// fields comes as "". `_url` is never read: it names the host RT believes in, not the one we were told to ask.

const id = z.union([z.string(), z.int()]).transform(String)
const user = z.object({ id: z.string(), EmailAddress: z.string().nullish() })

export const page = z.object({
  items: z.array(z.unknown()),
  /** Null for everybody but administrators. */
  total: z.int().nullish(),
})

export const listedTicket = z.object({ id, LastUpdated: z.string() })
export type ListedTicket = z.infer<typeof listedTicket>

const customField = z.object({ id, name: z.string(), values: z.array(z.unknown()).default([]) })

export const rtTicket = z.object({
  id,
  Subject: z.string().nullish(),
  Status: z.string(),
  Priority: id.nullish(),
  Queue: z.object({ id, Name: z.string() }),
  Owner: user.nullish(),
  Requestor: z.union([z.array(user), z.literal('')]).transform((users) => users || []),
  CustomFields: z
    .union([z.array(customField), z.literal('')])
    .nullish()
    .transform((fields) => fields || []),
  Created: z.string(),
  LastUpdated: z.string(),
  Due: z.string().nullish(),
})
export type RtTicket = z.infer<typeof rtTicket>

/** `GET /ticket/N` as it is needed to tell why a ticket has left. */
export const rtTicketHead = z.object({ id, Status: z.string(), Queue: z.object({ id }) })

export const rtTransaction = z.object({
  id,
  Type: z.string(),
  ObjectId: id,
  Creator: z.object({ id: z.string() }),
  Created: z.string(),
  Field: z.string().nullish(),
  OldValue: z.string().nullish(),
  NewValue: z.string().nullish(),
})
export type RtTransaction = z.infer<typeof rtTransaction>

export const rtAttachment = z.object({
  id,
  TransactionId: id,
  ContentType: z.string().nullish(),
  Filename: z.string().nullish(),
  ContentLength: z.coerce.number().nullish(),
})
export type RtAttachment = z.infer<typeof rtAttachment>

export const rtContent = z.object({ id, Content: z.string().nullish() })

export const rtQueue = z.object({ id, Name: z.string() })

export const rtVersion = z.object({ Version: z.string() })

export const rtUser = z.object({ Name: z.string().nullish(), Privileged: z.coerce.number().nullish() })
export type RtUser = z.infer<typeof rtUser>

/** UTC ms of RT's "2026-11-22T18:23:28Z"; null for its "never" of 1970 and for anything else. */
export function parseRtTime(value: string | null | undefined): number | null {
  if (value === null || value === undefined) return null
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return null
  const at = Date.parse(value)
  return Number.isNaN(at) || at === 0 ? null : at
}

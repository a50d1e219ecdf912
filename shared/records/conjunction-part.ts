import * as z from 'zod'
import { instant } from './instant.ts'

const column = z.string().min(1)

/** One attribute of what records share. Parts of a description hold together: all of them, on the same record. */
export const conjunctionPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), column, value: z.string() }),
  z.object({ kind: z.literal('blank'), column }),
  /** First digits of a number: E.164, ICCID, IMSI, IMEI, EID. */
  z.object({ kind: z.literal('prefix'), column, prefix: z.string().min(1) }),
  /** From `from` on and below `to`; null is open. */
  z.object({ kind: z.literal('range'), column, from: z.number().nullable(), to: z.number().nullable() }),
  /** Instants from `from` on and before `to`. */
  z.object({ kind: z.literal('window'), column, from: instant, to: instant }),
])
export type ConjunctionPart = z.infer<typeof conjunctionPart>

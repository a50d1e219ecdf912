import * as z from 'zod'

/** Domain of responsibility: who can actually fix it. */
export const domain = z.enum(['mno', 'provider', 'customer'])
export type Domain = z.infer<typeof domain>

/** Who did something to a ticket. `system` is the help desk itself: automation, not a person. */
export const side = z.enum(['provider', 'customer', 'mno', 'system'])
export type Side = z.infer<typeof side>

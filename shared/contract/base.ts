import { oc } from '@orpc/contract'
import * as z from 'zod'
import type { Role } from './roles.ts'

/** What every operation states beside its shapes. The api checks it before a handler runs. */
export interface OperationMeta {
  readonly role: Role
}

/**
 * Every operation is built from this: it says the least role and knows the same few errors.
 * Anything else that goes wrong inside reaches the caller as INTERNAL_SERVER_ERROR without its text.
 */
const base = oc.$meta<OperationMeta>({ role: 'admin' }).errors({
  NOT_FOUND: { message: 'There is no such record.' },
  FORBIDDEN: { message: 'Your role does not allow this.' },
  /** Input that a rule refuses although its shape is right: `place` names the field. */
  REFUSED: { status: 422, message: 'Refused.', data: z.object({ place: z.string(), reason: z.string() }) },
})

export const forViewer = base.meta({ role: 'viewer' })
export const forOperator = base.meta({ role: 'operator' })
export const forAdmin = base.meta({ role: 'admin' })

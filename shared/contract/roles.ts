import * as z from 'zod'
import { ROLES } from './role-order.ts'

/** Least first. A wall token is a viewer and nothing else. */
export const role = z.enum(ROLES)
export type Role = z.infer<typeof role>
export { roleAllows } from './role-order.ts'

import * as z from 'zod'

/** Least first. A wall token is a viewer and nothing else. */
export const role = z.enum(['viewer', 'operator', 'lead', 'admin'])
export type Role = z.infer<typeof role>

/** Whether `held` includes what `needed` allows. */
export function roleAllows(held: Role, needed: Role): boolean {
  return role.options.indexOf(held) >= role.options.indexOf(needed)
}

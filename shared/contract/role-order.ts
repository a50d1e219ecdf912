/** Least first. Without schemas, so that a page can import it: they must not enter its bundle. */
export const ROLES = ['viewer', 'operator', 'lead', 'admin'] as const

/** Whether `held` includes what `needed` allows. */
export function roleAllows(held: (typeof ROLES)[number], needed: (typeof ROLES)[number]): boolean {
  return ROLES.indexOf(held) >= ROLES.indexOf(needed)
}

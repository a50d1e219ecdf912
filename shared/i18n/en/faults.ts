/** One sentence per fault code. */
export const faults = {}

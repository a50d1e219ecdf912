/** Wall pages. */
export const wall = {}

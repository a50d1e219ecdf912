/** Clock names, states and reasons. */
export const sla = {}

/** SLA board. */
export const board = {}

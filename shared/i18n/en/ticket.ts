/** Ticket drawer. */
export const ticket = {}

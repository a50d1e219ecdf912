import * as z from 'zod'

/** A moment: milliseconds since 1970-01-01T00:00:00Z. Never a wall time, never an offset. */
export const instant = z.int()

/** A length of time in milliseconds. */
export const milliseconds = z.int()

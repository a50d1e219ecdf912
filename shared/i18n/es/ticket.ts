import type { ticket as english } from '../en/ticket.ts'
import type { Wording } from '../wording.ts'

export const ticket: Wording<typeof english> = {}

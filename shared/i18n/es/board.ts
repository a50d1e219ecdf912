import type { board as english } from '../en/board.ts'
import type { Wording } from '../wording.ts'

export const board: Wording<typeof english> = {}

import type { wall as english } from '../en/wall.ts'
import type { Wording } from '../wording.ts'

export const wall: Wording<typeof english> = {}

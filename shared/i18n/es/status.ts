import type { status as english } from '../en/status.ts'
import type { Wording } from '../wording.ts'

export const status: Wording<typeof english> = {}

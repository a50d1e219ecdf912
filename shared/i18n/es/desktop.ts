import type { desktop as english } from '../en/desktop.ts'
import type { Wording } from '../wording.ts'

export const desktop: Wording<typeof english> = {}

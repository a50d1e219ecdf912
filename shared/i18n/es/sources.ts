import type { sources as english } from '../en/sources.ts'
import type { Wording } from '../wording.ts'

export const sources: Wording<typeof english> = {}

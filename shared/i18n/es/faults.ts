import type { faults as english } from '../en/faults.ts'
import type { Wording } from '../wording.ts'

export const faults: Wording<typeof english> = {}

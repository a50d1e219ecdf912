import type { sla as english } from '../en/sla.ts'
import type { Wording } from '../wording.ts'

export const sla: Wording<typeof english> = {}

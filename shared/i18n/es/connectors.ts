import type { connectors as english } from '../en/connectors.ts'
import type { Wording } from '../wording.ts'

export const connectors: Wording<typeof english> = {}

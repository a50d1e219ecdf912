import type { app as english } from '../en/app.ts'
import type { Wording } from '../wording.ts'

export const app: Wording<typeof english> = {}

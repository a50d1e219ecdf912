import type { Attention } from '../contract/alerts.ts'

/** How a person is told who has never said how: silently, of everything. */
export const DEFAULT_ATTENTION: Attention = { deskId: null, quietHours: null, sound: false }

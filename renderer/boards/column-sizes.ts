export const SUBJECT_LEAST_WIDTH = 220

/**
 * Columns in their order on screen. `width` in CSS pixels; `need` 0 is never hidden, and the highest is hidden first
 * when the board gets narrow.
 */
export const BOARD_COLUMNS = [
  { id: 'state', width: 30, need: 0 },
  { id: 'case', width: 84, need: 0 },
  { id: 'severity', width: 72, need: 0 },
  { id: 'clock', width: 180, need: 0 },
  { id: 'due', width: 124, need: 1 },
  { id: 'customer', width: 150, need: 2 },
  { id: 'subject', width: SUBJECT_LEAST_WIDTH, need: 0 },
  { id: 'next', width: 140, need: 3 },
  { id: 'domain', width: 84, need: 6 },
  { id: 'desk', width: 104, need: 7 },
  { id: 'owner', width: 96, need: 4 },
  { id: 'updated', width: 128, need: 5 },
] as const

export type BoardColumnId = (typeof BOARD_COLUMNS)[number]['id']

import type { StateName } from '../ui/state-mark.tsx'
import type { RowState } from './row-state.ts'

/** The shape and colour a row's state is drawn in; the word tells apart what shares a shape. */
export const ROW_MARKS: Readonly<Record<RowState, StateName>> = {
  breached: 'breached',
  'at-risk': 'at-risk',
  ok: 'ok',
  'outside-hours': 'outside-hours',
  paused: 'paused',
  excluded: 'paused',
  unknown: 'unknown',
  'nothing-due': 'ok',
}

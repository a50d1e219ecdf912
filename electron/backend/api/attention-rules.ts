import type { Attention } from '../../../shared/contract/alerts.ts'
import type { Desk } from '../../../shared/contract/settings.ts'
import { CalendarFault } from '../../../shared/time/calendar-fault.ts'
import { requireZone } from '../../../shared/time/zone.ts'
import type { PlaceAndReason } from './settings-rules.ts'

/** The first thing that could not be followed, with its place; null where all is well. */
export function refuseAttention(
  { deskId, quietHours }: Attention,
  desks: readonly Desk[],
): PlaceAndReason | null {
  if (deskId !== null && !isDesk(deskId, desks)) {
    return { place: 'deskId', reason: `There is no desk "${deskId}".` }
  }
  if (quietHours === null) return null
  if (quietHours.from === quietHours.to) {
    return { place: 'quietHours.to', reason: 'Quiet hours that end when they begin are empty.' }
  }
  try {
    requireZone(quietHours.timeZone, 'quietHours.timeZone')
    return null
  } catch (error) {
    if (error instanceof CalendarFault) return { place: error.place, reason: error.message }
    throw error
  }
}

/** Who sat at a desk that was removed since is told always, as if they had named none. */
export function withKnownDesk(attention: Attention, desks: readonly Desk[]): Attention {
  const { deskId } = attention
  return deskId === null || isDesk(deskId, desks) ? attention : { ...attention, deskId: null }
}

function isDesk(deskId: string, desks: readonly Desk[]): boolean {
  return desks.some(({ id }) => id === deskId)
}

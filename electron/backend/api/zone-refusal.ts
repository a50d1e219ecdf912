import { CalendarFault } from '../../../shared/time/calendar-fault.ts'
import { requireZone } from '../../../shared/time/zone.ts'

/** Why a text is no time zone, at the place `timeZone`; null where it is one. */
export function zoneRefusal(timeZone: string): { place: string; reason: string } | null {
  try {
    requireZone(timeZone, 'timeZone')
    return null
  } catch (error) {
    if (error instanceof CalendarFault) return { place: error.place, reason: error.message }
    throw error
  }
}

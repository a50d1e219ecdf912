import type { Desk, Settings } from '../../../shared/contract/settings.ts'
import { CalendarFault } from '../../../shared/time/calendar-fault.ts'
import { requireZone } from '../../../shared/time/zone.ts'

export interface PlaceAndReason {
  readonly place: string
  readonly reason: string
}

const WALL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** The first thing in the settings that could not be followed, with its place; null where all is well. */
export function refuseSettings(
  settings: Settings,
  policyExists: (policyId: string) => boolean,
): PlaceAndReason | null {
  const { defaultPolicyId, policyAssignments, desks } = settings
  if (defaultPolicyId !== null && !policyExists(defaultPolicyId)) {
    return { place: 'defaultPolicyId', reason: `There is no policy "${defaultPolicyId}".` }
  }
  for (const [index, { policyId, customer, sourceId, queue }] of policyAssignments.entries()) {
    const place = `policyAssignments[${index}]`
    if (!policyExists(policyId)) {
      return { place: `${place}.policyId`, reason: `There is no policy "${policyId}".` }
    }
    if (customer === null && sourceId === null && queue === null) {
      return { place, reason: 'Name a customer, a source or a queue; for all tickets use the default.' }
    }
  }
  for (const [index, desk] of desks.entries()) {
    const place = `desks[${index}]`
    if (desks.findIndex(({ id }) => id === desk.id) !== index) {
      return { place: `${place}.id`, reason: `There are two desks "${desk.id}".` }
    }
    const refusal = refuseDesk(desk)
    if (refusal !== null) return { place: `${place}.${refusal.place}`, reason: refusal.reason }
  }
  return null
}

function refuseDesk(desk: Desk): PlaceAndReason | null {
  try {
    requireZone(desk.timeZone, 'timeZone')
  } catch (error) {
    if (error instanceof CalendarFault) return { place: error.place, reason: error.message }
    throw error
  }
  for (const [day, windows] of Object.entries(desk.hours)) {
    for (const [index, [from, to]] of windows.entries()) {
      const place = `hours.${day}[${index}]`
      if (!WALL_TIME.test(from)) return { place, reason: `"${from}" is not a time from 00:00 to 23:59.` }
      if (!WALL_TIME.test(to) && to !== '24:00') {
        return { place, reason: `"${to}" is not a time from 00:00 to 24:00.` }
      }
      if (from === to) return { place, reason: 'A window that ends when it starts is empty.' }
    }
  }
  return null
}

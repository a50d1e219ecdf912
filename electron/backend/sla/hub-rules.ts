import type { Desk, Settings } from '../../../shared/contract/settings.ts'
import { deskOnDuty } from '../../../shared/shifts/roster.ts'
import { CalendarFault } from '../../../shared/time/calendar-fault.ts'
import type { Log } from '../log.ts'

/** The settings every row is derived under. */
export interface HubRules {
  readonly settings: Settings
  /** Those desks whose hours can be used. */
  readonly desks: readonly Desk[]
}

/** A stored desk whose hours no longer compile, e.g. after a change of zone names, is left out and logged. */
export function readRules(settings: Settings, now: number, log: Log): HubRules {
  const desks = settings.desks.filter((desk) => {
    try {
      deskOnDuty([desk], now)
      return true
    } catch (error) {
      if (!(error instanceof CalendarFault)) throw error
      log('warn', `The hours of desk ${desk.id} cannot be used: ${error.message}.`, { place: error.place })
      return false
    }
  })
  return { settings, desks }
}

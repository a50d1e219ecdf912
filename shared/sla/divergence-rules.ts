import {
  doesNotPauseInOneStatus,
  doesNotPause,
  countsExcludedTime,
  plainTime,
  addsHoldsAsWallTime,
  ignoresRearming,
} from './divergence-holds.ts'
import {
  goalForLimit,
  countsAroundTheClock,
  ignoresHolidays,
  ignoresDatedHours,
  otherWorkingDays,
  endOfWorkingDay,
  nextOpeningForClosing,
} from './divergence-hours.ts'
import {
  takesReportedSeverity,
  keepsEarlierSeverity,
  startsAgainAtReassessment,
  startsAgainAtReopening,
  startsAtOwnership,
  startsAtLastMessage,
  startsAtLastUpdate,
} from './divergence-starts.ts'
import {
  startOfDate,
  endOfDate,
  hoursInUtc,
  wallTimeAsUtc,
  utcAsWallTime,
  keepsOffset,
} from './divergence-zones.ts'
import type { Reading } from './divergence-reading.ts'
import type { Subject } from './divergence-subject.ts'

/** A rule other programs follow: what they would say of a clock of ours. May throw a CalendarFault. */
export type DivergenceRule = (subject: Subject) => Reading[]

/**
 * In the order in which they are tried; the first that gives the source's instant explains it. What is simple and
 * common stands before what is rare, so that a coincidence is seldom taken for a cause. Most of them are faults that
 * users of help desks have reported: hold time added as wall time, holidays unknown, hours read in the wrong zone,
 * today's offset on old tickets, due times forced to midnight, clocks that start again.
 */
export const DIVERGENCE_RULES: readonly DivergenceRule[] = [
  goalForLimit,
  countsAroundTheClock,
  ignoresHolidays,
  ignoresDatedHours,
  doesNotPauseInOneStatus,
  doesNotPause,
  countsExcludedTime,
  plainTime,
  addsHoldsAsWallTime,
  ignoresRearming,
  takesReportedSeverity,
  keepsEarlierSeverity,
  startsAgainAtReassessment,
  startsAgainAtReopening,
  startsAtOwnership,
  startsAtLastMessage,
  startsAtLastUpdate,
  otherWorkingDays,
  endOfWorkingDay,
  nextOpeningForClosing,
  startOfDate,
  endOfDate,
  hoursInUtc,
  wallTimeAsUtc,
  utcAsWallTime,
  keepsOffset,
]

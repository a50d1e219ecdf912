import type { TicketStatus } from '../records/ticket.ts'
import type { CompiledCalendar } from '../time/compiled-calendar.ts'
import type { CalendarState } from '../time/stretches.ts'
import type { WorkingDayMeaning } from '../time/business-days.ts'
import type { Length } from './duration.ts'
import type { Lifecycle } from './lifecycles.ts'
import type { Policy } from './policy.ts'

/** A condition made quick to check: names in lower case, its calendar compiled. */
export interface CompiledCondition {
  readonly severities: ReadonlySet<string> | null
  readonly channels: ReadonlySet<string> | null
  readonly domains: ReadonlySet<string> | null
  readonly customers: ReadonlySet<string> | null
  readonly queues: ReadonlySet<string> | null
  readonly subjectContains: string | null
  readonly fields: readonly { readonly name: string; readonly values: ReadonlySet<string> }[]
  readonly fieldsAbove: readonly { readonly name: string; readonly above: number }[]
  readonly calendar: { readonly calendar: CompiledCalendar; readonly is: readonly CalendarState[] } | null
}

/** `field` reads the length from the ticket; null where the contract names no figure. */
export type Limit = Length | { readonly kind: 'field'; readonly name: string } | null

/** A share of the promise that has been counted, or the time that is left. */
export type AtRisk = { readonly share: number } | { readonly leftMs: number }

export interface CompiledTarget {
  readonly when: CompiledCondition
  readonly promise: string
  readonly limit: Limit
  readonly goal: Length | null
  readonly calendarName: string
  readonly calendar: CompiledCalendar
  readonly atRisk: AtRisk
}

/** A condition under which nothing counts, and the contract's reason. */
export interface CompiledHold {
  readonly when: CompiledCondition
  readonly because: string
}

export interface CompiledMetric extends Lifecycle {
  readonly metric: string
  readonly answeredAtLimit: Policy['answeredAtLimit']
  readonly pausedIn: ReadonlySet<TicketStatus>
  readonly pausedWhen: readonly CompiledHold[]
  readonly exclusions: readonly CompiledHold[]
  readonly targets: readonly CompiledTarget[]
  readonly rearm: {
    readonly on: Lifecycle['start']
    readonly keeps: 'earlier-due' | 'new-due'
    readonly targets: readonly CompiledTarget[]
  } | null
}

/** A share of tickets that must be settled within a length of counted time. */
export interface CompiledAttainmentGoal {
  readonly name: string
  readonly metric: string
  /** 0..1 */
  readonly share: number
  readonly within: Length
  readonly when: CompiledCondition
}

/** When a step of a ladder is due. Lengths without a calendar have one that is always open. */
export type StepDue =
  | { readonly kind: 'on-demand' | 'at-risk' | 'at-breach' }
  | {
      readonly kind: 'after'
      readonly from: 'start' | 'breach'
      readonly length: Length
      readonly calendar: CompiledCalendar
    }

export interface CompiledStep {
  readonly role: string
  readonly rule: string
  readonly due: StepDue
  readonly ofDeskInItsDay: boolean
}

export interface CompiledLadder {
  readonly name: string
  /** Null where it follows no clock. */
  readonly metric: string | null
  /** The first whose condition holds applies. */
  readonly variants: readonly { readonly when: CompiledCondition; readonly steps: readonly CompiledStep[] }[]
}

/** A contract ready to derive clocks with. Its calendars grow by themselves. */
export interface CompiledPolicy {
  readonly policy: Policy
  readonly calendars: ReadonlyMap<string, CompiledCalendar>
  readonly metrics: readonly CompiledMetric[]
  readonly attainmentGoals: readonly CompiledAttainmentGoal[]
  readonly ladders: readonly CompiledLadder[]
  readonly severityRanks: ReadonlyMap<string, number>
  /** Null where "N working days" is N times a number of hours: such lengths are compiled to time. */
  readonly workingDayMeaning: WorkingDayMeaning | null
}

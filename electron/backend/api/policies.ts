import type { Settings } from '../../../shared/contract/settings.ts'
import { CalendarFault } from '../../../shared/time/calendar-fault.ts'
import { calendarYear } from '../../../shared/time/calendar-year.ts'
import type { PublicHolidays } from '../../../shared/time/compiled-calendar.ts'
import type { Log } from '../log.ts'
import { checkPolicyText } from '../sla/check-policy-text.ts'
import { firstProblem, type PolicyLibrary } from '../sla/policy-library.ts'
import { readPolicyText } from '../sla/read-policy-text.ts'
import { rehearsePolicy } from '../sla/rehearse-policy.ts'
import { createTurns } from '../sla/take-turns.ts'
import type { SettingsStore, TicketStore } from '../store/store.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'

interface PolicyParts {
  readonly policies: PolicyLibrary
  readonly publicHolidays: PublicHolidays
  readonly settings: SettingsStore
  readonly tickets: TicketStore
  readonly now: () => number
  readonly log: Log
}

export function implementPolicies(
  { policies: subject }: Implementation,
  { policies, publicHolidays, settings, tickets, now, log }: PolicyParts,
): MeridianRouter['policies'] {
  return {
    list: subject.list.handler(() => policies.list().map((policy) => policy.summary)),

    faults: subject.faults.handler(() => [...policies.faults]),

    check: subject.check.handler(({ input }) => checkPolicyText(input.text, publicHolidays)),

    calendarYear: subject.calendarYear.handler(({ input, errors }) => {
      const { compiled, problems } = readPolicyText(input.text, publicHolidays)
      if (compiled === undefined) throw errors.REFUSED({ data: firstProblem(problems) })
      const calendar = compiled.calendars.get(input.calendar)
      if (calendar === undefined) {
        const reason = `There is no calendar "${input.calendar}" in this text.`
        throw errors.REFUSED({ data: { place: 'calendar', reason } })
      }
      return calendarYear(calendar.calendar, publicHolidays, input.year)
    }),

    readHolidays: subject.readHolidays.handler(async ({ input, errors }) => {
      const { text, fromYear, toYear } = input
      // Its libraries take 20 ms to load, and few starts of the program ever need them.
      const { icalHolidays } = await import('../../../shared/time/ical-holidays.ts')
      try {
        return await icalHolidays(text, fromYear, toYear, createTurns())
      } catch (error) {
        if (!(error instanceof CalendarFault)) throw error
        throw errors.REFUSED({ data: { place: error.place, reason: `Nothing was read: ${error.message}.` } })
      }
    }),

    rehearse: subject.rehearse.handler(async function* ({ input, errors, signal }) {
      const { text, ...span } = input
      if (span.to <= span.from) {
        throw errors.REFUSED({ data: { place: 'to', reason: 'The span ends before it begins.' } })
      }
      const { compiled, problems } = readPolicyText(text, publicHolidays)
      if (compiled === undefined) throw errors.REFUSED({ data: firstProblem(problems) })
      const parts = { tickets, policies, settings: settings.get(), log }
      yield* rehearsePolicy(compiled, span, now(), parts, signal)
    }),

    save: subject.save.handler(({ input, errors }) => {
      const outcome = policies.save(input.text)
      if ('refusal' in outcome) throw errors.REFUSED({ data: outcome.refusal })
      return outcome.saved.summary
    }),

    remove: subject.remove.handler(({ input, errors }) => {
      const held = policies.get(input.id)
      if (held === null) throw errors.NOT_FOUND()
      const use = policies.isShipped(input.id) ? null : useOf(settings.get(), input.id)
      if (use !== null) throw errors.REFUSED({ data: { place: 'id', reason: use } })
      const refusal = policies.remove(input.id)
      if (refusal !== null) throw errors.REFUSED({ data: refusal })
      return {}
    }),
  }
}

/** What in the settings would be left without a contract; null where nothing names it. */
function useOf({ defaultPolicyId, policyAssignments }: Settings, policyId: string): string | null {
  if (defaultPolicyId === policyId) {
    return 'It is the contract of all tickets without another: choose another default in the settings first.'
  }
  const count = policyAssignments.filter((assignment) => assignment.policyId === policyId).length
  if (count === 0) return null
  const named = count === 1 ? 'One assignment names it' : `${count} assignments name it`
  return `${named}: change the settings first.`
}

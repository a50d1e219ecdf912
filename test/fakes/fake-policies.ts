import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Implementation, MeridianRouter } from '../../electron/backend/api/implementation.ts'
import { checkPolicyText } from '../../electron/backend/sla/check-policy-text.ts'
import { readPolicyText } from '../../electron/backend/sla/read-policy-text.ts'
import type { PolicySummary } from '../../shared/contract/policies.ts'
import { parsePolicy } from '../../shared/policy/parse-policy.ts'
import { calendarYear } from '../../shared/time/calendar-year.ts'
import { createPublicHolidays } from '../../shared/time/holidays.ts'
import { icalHolidays } from '../../shared/time/ical-holidays.ts'
import { fakeDifferences } from './fake-differences.ts'

const SHIPPED = resolve(import.meta.dirname, '../../resources/policies')
const OWN_ID = 'wireless-logic-enterprise'

/** A rehearsal takes this long, so that its progress can be seen and it can be cancelled. */
const REHEARSAL = { tickets: 412, steps: 24, stepMs: 60 }

/** The contracts that come with the program and one of the hub's own, kept in memory; texts are read by the real rules. */
export function createFakePolicies({ policies: subject }: Implementation): MeridianRouter['policies'] {
  const publicHolidays = createPublicHolidays()
  const shipped = readdirSync(SHIPPED)
    .filter((name) => name.endsWith('.json'))
    .map((name) => summaryOf(readFileSync(join(SHIPPED, name), 'utf8'), false))
  const policies = new Map([...shipped, ownCopy(shipped)].map((summary) => [summary.id, summary]))

  function refusalOf(text: string): { place: string; reason: string } | null {
    const [problem] = readPolicyText(text, publicHolidays).problems ?? []
    return problem === undefined ? null : { place: problem.place, reason: problem.reason }
  }

  return {
    list: subject.list.handler(() => [...policies.values()]),
    faults: subject.faults.handler(() => [
      {
        file: 'copy-of-enterprise.json',
        line: 41,
        place: 'targets[2].severity',
        reason: 'There is no severity "P9".',
      },
    ]),
    check: subject.check.handler(({ input }) => checkPolicyText(input.text, publicHolidays)),
    calendarYear: subject.calendarYear.handler(({ input, errors }) => {
      const compiled = readPolicyText(input.text, publicHolidays).compiled?.calendars.get(input.calendar)
      if (compiled === undefined) {
        throw errors.REFUSED({ data: { place: 'calendar', reason: `There is no "${input.calendar}".` } })
      }
      return calendarYear(compiled.calendar, publicHolidays, input.year)
    }),
    readHolidays: subject.readHolidays.handler(({ input }) =>
      icalHolidays(input.text, input.fromYear, input.toYear),
    ),
    rehearse: subject.rehearse.handler(async function* ({ input, errors, signal }) {
      const refusal = refusalOf(input.text)
      if (refusal !== null) throw errors.REFUSED({ data: refusal })
      const { tickets, steps, stepMs } = REHEARSAL
      for (let step = 0; step < steps; step += 1) {
        yield { kind: 'progress' as const, done: Math.round((tickets * step) / steps), total: tickets }
        await wait(stepMs)
        if (signal?.aborted === true) return
      }
      yield fakeDifferences(Date.now(), tickets)
    }),
    save: subject.save.handler(({ input, errors }) => {
      const refusal = refusalOf(input.text)
      if (refusal !== null) throw errors.REFUSED({ data: refusal })
      const summary = summaryOf(input.text, true)
      const held = policies.get(summary.id)
      if (held !== undefined && summary.version <= held.version) {
        const reason = `must be higher than ${held.version}, which this hub holds`
        throw errors.REFUSED({ data: { place: 'version', reason } })
      }
      policies.set(summary.id, summary)
      return summary
    }),
    remove: subject.remove.handler(({ input, errors }) => {
      if (policies.get(input.id)?.own !== true) throw errors.NOT_FOUND()
      policies.delete(input.id)
      const original = shipped.find(({ id }) => id === input.id)
      if (original !== undefined) policies.set(original.id, original)
      return {}
    }),
  }
}

function summaryOf(text: string, own: boolean): PolicySummary {
  const { policy, problems } = parsePolicy(text)
  if (policy === undefined) throw new Error(`A policy of the fake is wrong: ${problems[0]?.reason}`)
  const { id, name, version, description, severities } = policy
  const named = severities.map((severity) => ({ code: severity.code, name: severity.name }))
  return { id, name, version, description, severities: named, own, text }
}

/** The contract that the fake's tickets run under. */
function ownCopy(shipped: readonly PolicySummary[]): PolicySummary {
  const original = shipped.find(({ id }) => id.startsWith('wireless-logic'))
  if (original === undefined) throw new Error('The contract to be copied is gone.')
  const text = original.text
    .replace(/"id": "[^"]*"/, `"id": "${OWN_ID}"`)
    .replace(/"name": "[^"]*"/, '"name": "SIM Assist Enterprise"')
  return summaryOf(text, true)
}

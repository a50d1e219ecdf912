import type { Implementation, MeridianRouter } from '../../electron/backend/api/implementation.ts'
import type { PolicySummary } from '../../shared/contract/policies.ts'

const SUMMARY: PolicySummary = {
  id: 'wireless-logic-enterprise',
  name: 'SIM Assist Enterprise',
  version: 1,
  description: 'A made-up summary of a contract.',
  severities: [
    { code: 'P1', name: 'Critical' },
    { code: 'P2', name: 'High' },
    { code: 'P3', name: 'Medium' },
    { code: 'P4', name: 'Low' },
  ],
  own: false,
  text: '{ "id": "wireless-logic-enterprise" }',
}

export function createFakePolicies({ policies: subject }: Implementation): MeridianRouter['policies'] {
  return {
    list: subject.list.handler(() => [SUMMARY]),
    faults: subject.faults.handler(() => [
      {
        file: 'copy-of-enterprise.json',
        line: 41,
        place: 'targets[2].severity',
        reason: 'There is no severity "P9".',
      },
    ]),
    check: subject.check.handler(() => ({ problems: [], policy: null })),
    calendarYear: subject.calendarYear.handler(({ input }) => ({
      timeZone: 'Europe/Madrid',
      year: input.year,
      days: [],
      openMs: 0,
    })),
    readHolidays: subject.readHolidays.handler(() => ({ days: [], refusals: [] })),
    rehearse: subject.rehearse.handler(async function* () {
      yield { kind: 'progress' as const, done: 0, total: 60 }
      yield {
        kind: 'result' as const,
        tickets: 60,
        differingTickets: 0,
        newBreaches: 0,
        avoidedBreaches: 0,
        differingClocks: 0,
        differences: [],
      }
    }),
    save: subject.save.handler(() => SUMMARY),
    remove: subject.remove.handler(() => ({})),
  }
}

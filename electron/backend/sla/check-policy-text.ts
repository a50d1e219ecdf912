import type { PolicyCheck } from '../../../shared/contract/policies.ts'
import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import type { PolicyExample } from '../../../shared/policy/policy.ts'
import { failuresOf } from '../../../shared/sla/run-example.ts'
import { CalendarFault } from '../../../shared/time/calendar-fault.ts'
import type { PublicHolidays } from '../../../shared/time/compiled-calendar.ts'
import { readPolicyText } from './read-policy-text.ts'
import { createTurns } from './take-turns.ts'

/** What is wrong with a text, or what it says and whether its worked examples come out. Never throws for a text. */
export async function checkPolicyText(text: string, publicHolidays: PublicHolidays): Promise<PolicyCheck> {
  const { compiled, problems } = readPolicyText(text, publicHolidays)
  if (compiled === undefined) return { problems: [...problems], policy: null }
  const { id, name, version, calendars, examples } = compiled.policy
  const turn = createTurns()
  const outcomes: { name: string; failures: string[] }[] = []
  for (const example of examples) {
    await turn()
    outcomes.push({ name: example.name, failures: runExample(compiled, example) })
  }
  return {
    problems: [],
    policy: { id, name, version, calendars: Object.keys(calendars), examples: outcomes },
  }
}

/** An example from another age would have a calendar of two centuries built while somebody types. */
const YEARS = { first: '2000', last: '2100' }

function runExample(compiled: CompiledPolicy, example: PolicyExample): string[] {
  const instants = [example.ticket.created, example.now, ...example.events.map(({ at }) => at)]
  const strange = instants.find((at) => at.slice(0, 4) < YEARS.first || at.slice(0, 4) > YEARS.last)
  if (strange !== undefined) return [`${strange} is outside the years ${YEARS.first} to ${YEARS.last}`]
  try {
    return failuresOf(compiled, example)
  } catch (error) {
    if (error instanceof CalendarFault) return [`cannot be computed: ${error.message}`]
    throw error
  }
}

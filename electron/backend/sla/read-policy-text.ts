import { MOST_POLICY_CHARACTERS } from '../../../shared/contract/policies.ts'
import { compilePolicy } from '../../../shared/policy/compile-policy.ts'
import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import { jsonLines, lineOf } from '../../../shared/policy/json-lines.ts'
import { parsePolicy } from '../../../shared/policy/parse-policy.ts'
import { PolicyFault, type PolicyProblem } from '../../../shared/policy/policy-fault.ts'
import type { PublicHolidays } from '../../../shared/time/compiled-calendar.ts'

/** A policy ready to run, or what is wrong with its text in the order of its lines. */
export type ReadPolicy =
  | { readonly compiled: CompiledPolicy; readonly problems?: never }
  | { readonly problems: readonly PolicyProblem[]; readonly compiled?: never }

/** More than a person corrects before looking again; a text of brackets has hundreds of thousands. */
const MOST_PROBLEMS = 100

/** Everything a policy text must pass before a clock may run by it: its shape, its rules, its calendars. Never throws. */
export function readPolicyText(text: string, publicHolidays: PublicHolidays): ReadPolicy {
  if (text.length > MOST_POLICY_CHARACTERS) {
    return { problems: [{ place: '', reason: `longer than ${MOST_POLICY_CHARACTERS / 1024} KiB`, line: 1 }] }
  }
  const { policy, problems } = parsePolicy(text)
  if (policy === undefined) return { problems: problems.slice(0, MOST_PROBLEMS) }
  try {
    return { compiled: compilePolicy(policy, publicHolidays) }
  } catch (error) {
    if (!(error instanceof PolicyFault)) throw error
    const { place, message } = error
    return { problems: [{ place, reason: message, line: lineOf(jsonLines(text), place) }] }
  }
}

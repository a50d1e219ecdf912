import { coversEnough, type Candidate } from './candidate.ts'
import type { Problem } from './problem.ts'
import type { Remaining } from './remaining.ts'

const MOST_LEADS = 3

/** The best of what could not be proven. Two of them share no value: the second would say the first over again. */
export function leadsOf(problem: Problem, rest: Remaining, unproven: readonly Candidate[]): Candidate[] {
  const leads: Candidate[] = []
  for (const candidate of unproven) {
    if (leads.length === MOST_LEADS) break
    if (candidate.gain <= LEAST_GAIN || leads.some((lead) => sharesValue(lead, candidate))) continue
    if (coversEnough(problem, rest, candidate.conjunction)) leads.push(candidate)
  }
  return leads
}

/** One in fifty by chance, were it the only one looked at. */
const LEAST_GAIN = 2

function sharesValue(a: Candidate, b: Candidate): boolean {
  return a.conjunction.some((one) =>
    b.conjunction.some((other) => one.dimension === other.dimension && one.code === other.code),
  )
}

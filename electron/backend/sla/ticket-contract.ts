import type { Settings } from '../../../shared/contract/settings.ts'
import { type AssignedTicket, choosePolicy } from './policy-assignment.ts'
import type { PolicyLibrary } from './policy-library.ts'
import type { LoadedPolicy } from './policy-shelf.ts'

/** The contract a ticket is under, null for none, and in one short English clause why. */
export interface TicketContract {
  readonly policy: LoadedPolicy | null
  readonly reason: string
  /** Id of the policy that is assigned and cannot be used; null otherwise. */
  readonly unusable: string | null
}

/** A policy that is assigned and cannot be used is said, not replaced by another. */
export function contractOf(
  settings: Settings,
  policies: Pick<PolicyLibrary, 'get'>,
  ticket: AssignedTicket,
): TicketContract {
  const { policyId, reason } = choosePolicy(settings, ticket)
  if (policyId === null) return { policy: null, reason, unusable: null }
  const policy = policies.get(policyId)
  if (policy !== null) return { policy, reason, unusable: null }
  return { policy: null, reason: `${reason}, but policy "${policyId}" cannot be used`, unusable: policyId }
}

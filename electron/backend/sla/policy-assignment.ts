import type { PolicyAssignment, Settings } from '../../../shared/contract/settings.ts'

/** What of a ticket an assignment may name. */
export interface AssignedTicket {
  readonly customer: string | null
  readonly sourceId: string
  readonly queue: string | null
}

export interface PolicyChoice {
  readonly policyId: string | null
  /** One short English clause: which rule chose it. */
  readonly reason: string
}

/** The first assignment whose every named field matches, else the default. */
export function choosePolicy(settings: Settings, ticket: AssignedTicket): PolicyChoice {
  const assignment = settings.policyAssignments.find((candidate) => matches(candidate, ticket))
  if (assignment !== undefined) {
    return { policyId: assignment.policyId, reason: `assigned to ${namedFields(assignment).join(' and ')}` }
  }
  if (settings.defaultPolicyId !== null) return { policyId: settings.defaultPolicyId, reason: 'default' }
  return { policyId: null, reason: 'no assignment matches and there is no default' }
}

function matches(assignment: PolicyAssignment, ticket: AssignedTicket): boolean {
  return (
    (assignment.customer === null || assignment.customer === ticket.customer) &&
    (assignment.sourceId === null || assignment.sourceId === ticket.sourceId) &&
    (assignment.queue === null || assignment.queue === ticket.queue)
  )
}

function namedFields({ customer, sourceId, queue }: PolicyAssignment): string[] {
  const named: string[] = []
  if (customer !== null) named.push(`customer ${customer}`)
  if (sourceId !== null) named.push(`source ${sourceId}`)
  if (queue !== null) named.push(`queue ${queue}`)
  return named
}

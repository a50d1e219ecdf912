import type { PolicyLibrary } from '../sla/policy-library.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'

interface PolicyParts {
  readonly policies: PolicyLibrary
}

export function implementPolicies(
  { policies: subject }: Implementation,
  { policies }: PolicyParts,
): MeridianRouter['policies'] {
  return {
    list: subject.list.handler(() => policies.list().map((policy) => policy.summary)),
    faults: subject.faults.handler(() => [...policies.faults]),
  }
}

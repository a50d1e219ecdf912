import type { CompiledCondition, CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import type { Trigger } from '../../../shared/policy/policy.ts'

/** Which values of a ticket the clocks of a contract look at. The others are nobody's business but the hub's. */
export interface ReadValues {
  field(name: string): boolean
  /** The owner, a person, is kept only where the contract itself names him; else null. */
  owner(name: string | null): string | null
}

export function readValues(policy: CompiledPolicy | null): ReadValues {
  const metrics = policy?.metrics ?? []
  const targets = metrics.flatMap((metric) => [...metric.targets, ...(metric.rearm?.targets ?? [])])
  const conditions = [
    ...targets.map(({ when }) => when),
    ...metrics.flatMap(({ exclusions, pausedWhen }) =>
      [...exclusions, ...pausedWhen].map(({ when }) => when),
    ),
  ]
  const triggers = metrics.flatMap(({ start, stop, rearm }) => [...start, ...stop, ...(rearm?.on ?? [])])
  const lengths = targets.flatMap(({ limit }) => (limit?.kind === 'field' ? [limit.name] : []))
  const fields = new Set([...conditions.flatMap(fieldsOf), ...lengths, ...triggers.flatMap(fieldOf)])
  const owners = new Set(triggers.flatMap((trigger) => (trigger.event === 'owner' ? (trigger.to ?? []) : [])))
  const readsAnyField = triggers.some(
    ({ event, name, to }) => event === 'field' && name === undefined && to !== undefined,
  )
  return {
    field: (name) => readsAnyField || fields.has(name),
    owner: (name) => (name !== null && owners.has(name) ? name : null),
  }
}

function fieldsOf({ fields, fieldsAbove }: CompiledCondition): string[] {
  return [...fields, ...fieldsAbove].map(({ name }) => name)
}

function fieldOf({ event, name }: Trigger): string[] {
  return event === 'field' && name !== undefined ? [name] : []
}

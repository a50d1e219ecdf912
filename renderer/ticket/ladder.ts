import type { EscalationStep } from '../../shared/records/escalation.ts'

/** Steps of one ladder share all of their id but the last part: `resolution-overdue/1`, `resolution-overdue/2`. */
function ladderOf({ id }: EscalationStep): string {
  return id.slice(0, id.lastIndexOf('/'))
}

/**
 * Ids of the steps that may be taken now: due or on demand, and the lowest of their ladder that is not done, since a
 * contract names its contacts in order.
 */
export function takableSteps(steps: readonly EscalationStep[]): ReadonlySet<string> {
  const takable = new Set<string>()
  for (const step of steps) {
    if (step.state !== 'due' && step.state !== 'available') continue
    const isBlocked = steps.some(
      (other) => other.state !== 'done' && ladderOf(other) === ladderOf(step) && rungOf(other) < rungOf(step),
    )
    if (!isBlocked) takable.add(step.id)
  }
  return takable
}

function rungOf({ id }: EscalationStep): number {
  return Number(id.slice(id.lastIndexOf('/') + 1))
}

/** What the key for escalating means: the step that is due, else the first on demand; null where none may be taken. */
export function nextStep(steps: readonly EscalationStep[]): EscalationStep | null {
  const takable = takableSteps(steps)
  const open = steps.filter(({ id }) => takable.has(id))
  return open.find(({ state }) => state === 'due') ?? open[0] ?? null
}

/**
 * Steps with those this page has just taken: the hub's own list follows a moment later. What the hub says of a taken
 * step wins.
 */
export function withTaken(
  steps: readonly EscalationStep[],
  taken: readonly EscalationStep[],
): readonly EscalationStep[] {
  if (taken.length === 0) return steps
  const byId = new Map(taken.map((step) => [step.id, step]))
  return steps.map((step) => (step.state === 'done' ? step : (byId.get(step.id) ?? step)))
}

import type { CompiledMetric, CompiledPolicy, CompiledTarget } from '../policy/compiled-policy.ts'
import { daysAsTime, parseLength, type Length } from '../policy/duration.ts'
import type { Reason } from '../records/clock.ts'
import { matches } from './conditions.ts'
import { fieldOf, severityOf, type Facts } from './ticket-facts.ts'

/** Which promise applies at one moment, or why none does. */
export type Choice =
  | { readonly kind: 'promised'; readonly target: CompiledTarget; readonly limit: Length }
  | { readonly kind: 'not-promised'; readonly target: CompiledTarget | null; readonly reason: Reason }
  | { readonly kind: 'unknown'; readonly reason: Reason }

/** The first target of a metric that holds. `at` is the start of the clock. */
export function chooseTarget(
  policy: CompiledPolicy,
  metric: CompiledMetric,
  facts: Facts,
  at: number,
): Choice {
  const severity = severityOf(facts)
  if (severity !== null && policy.severityRanks.size > 0 && !policy.severityRanks.has(severity)) {
    return unknown('reason.unknownSeverity', { severity, policy: policy.policy.name })
  }
  const target = firstMatch(metric.targets, facts, at)
  if (target === 'needs-severity' || (severity === null && holdNeedsSeverity(metric, facts, at))) {
    return unknown('reason.noSeverity', { policy: policy.policy.name })
  }
  if (target === null) {
    const reason = { key: 'reason.nothingMatches', values: { policy: policy.policy.name } }
    return { kind: 'not-promised', target: null, reason }
  }
  return promiseOf(policy, target, facts)
}

/** Whether it hangs on a severity the ticket does not have yet that the clock stands still. */
function holdNeedsSeverity(metric: CompiledMetric, facts: Facts, at: number): boolean {
  const holds = [...metric.exclusions, ...metric.pausedWhen]
  return holds.some(({ when }) => matches(when, facts, at) === 'needs-severity')
}

/** Whether two moments of a clock's life are under the same promise. */
export function isSameChoice(a: Choice, b: Choice): boolean {
  if (a.kind === 'promised')
    return b.kind === 'promised' && a.target === b.target && a.limit.text === b.limit.text
  if (a.kind === 'not-promised') return b.kind === 'not-promised' && a.target === b.target
  return b.kind === 'unknown' && a.reason.key === b.reason.key
}

/** The target that holds, null for none, or that this hangs on a severity the ticket does not have yet. */
export function firstMatch(
  targets: readonly CompiledTarget[],
  facts: Facts,
  at: number,
): CompiledTarget | 'needs-severity' | null {
  for (const target of targets) {
    const match = matches(target.when, facts, at)
    if (match === 'yes') return target
    if (match === 'needs-severity') return 'needs-severity'
  }
  return null
}

function promiseOf(policy: CompiledPolicy, target: CompiledTarget, facts: Facts): Choice {
  const { limit } = target
  if (limit === null) {
    return {
      kind: 'not-promised',
      target,
      reason: { key: 'reason.noFigure', values: { promise: target.promise } },
    }
  }
  if (limit.kind !== 'field') return { kind: 'promised', target, limit }
  const text = fieldOf(facts, limit.name)
  if (text === null || text === '') {
    const values = { promise: target.promise, field: limit.name }
    return { kind: 'not-promised', target, reason: { key: 'reason.nothingAgreed', values } }
  }
  const agreed = parseLength(text)
  if (typeof agreed === 'string') {
    return unknown('reason.unreadableLength', { field: limit.name, text: text.slice(0, 60) })
  }
  return { kind: 'promised', target, limit: daysAsTime(agreed, policy.policy.workingDays) }
}

function unknown(key: string, values: Reason['values']): Choice {
  return { kind: 'unknown', reason: { key, values } }
}

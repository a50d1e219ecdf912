import type { CompiledMetric, CompiledPolicy } from '../policy/compiled-policy.ts'
import { writeLength } from '../policy/duration.ts'
import type { Clock, LedgerEntry, Reason } from '../records/clock.ts'
import type { Choice } from './choose-target.ts'
import type { LedgerInput } from './clock-ledger.ts'
import { currentSegment, type Cycle } from './cycles.ts'
import { eventPhrase } from './event-phrase.ts'
import { explainContradiction } from './explain-contradiction.ts'
import { explainHours, explainPromise } from './explain-promise.ts'
import { explainLeftOut } from './explain-time.ts'
import { findCycle } from './find-cycle.ts'
import { measure, type Measure } from './measure.ts'

export interface ExplainInput extends LedgerInput {
  /** Those that `clockLedger` gave for the same input. */
  readonly entries: readonly LedgerEntry[]
}

type Promised = Extract<Choice, { kind: 'promised' }>

/**
 * Why a clock stands where it stands, sentence by sentence: contract, promise and rule, start, hours, what changed,
 * what was left out, how much is counted; last the clock's own reason. Keys of the catalogue `shared/i18n/en/sla.ts`.
 */
export function explainClock(input: ExplainInput): Reason[] {
  const { policy, clock } = input
  if (policy === null) return [clock.reason]
  const contract = say('contract', { policy: policy.policy.name, version: String(policy.policy.version) })
  const found = clock.state === 'cannot-be-computed' ? null : findCycle(input, clock.id)
  if (found === null) return [contract, ...explainContradiction(input), clock.reason]
  const { metric, cycle } = found
  const { choice } = currentSegment(cycle)
  const story = [contract, ...ruleOf(policy, cycle, choice), startOf(cycle)]
  if (choice.kind !== 'promised') return [...story, ...explainReassessments(policy, cycle), clock.reason]
  const measured = measure(policy, metric, cycle, choice)
  return [
    ...story,
    explainHours(choice.target),
    ...explainReassessments(policy, cycle),
    ...explainRearming(policy, metric, cycle, measured),
    ...explainLeftOut(input.entries),
    ...explainDays(policy, choice, measured),
    ...explainCounted(measured, clock),
    ...explainInstants(clock),
    ...explainEnd(metric, cycle, measured, clock),
    clock.reason,
  ]
}

function ruleOf(policy: CompiledPolicy, cycle: Cycle, choice: Choice): Reason[] {
  if (choice.kind === 'unknown' || choice.target === null) return []
  return explainPromise(policy, choice.target, cycle.facts, cycle.startedAt)
}

function startOf({ startedAt, segments }: Cycle): Reason {
  const { cause } = segments[0]
  if (cause === null) return say('startedUntold', { at: startedAt })
  return say('started', { at: startedAt, event: eventPhrase(cause) })
}

/** Every change of the promise while the clock ran, and what it did to the time counted before. */
function explainReassessments(policy: CompiledPolicy, { segments }: Cycle): Reason[] {
  const reasons: Reason[] = []
  let before = segments[0].choice
  for (const { from, choice, cause } of segments.slice(1)) {
    if (promiseText(choice) !== promiseText(before) && cause !== null) {
      const values = { at: from, event: eventPhrase(cause), promise: promiseText(choice) }
      reasons.push(say(promiseText(choice) === '' ? 'reassessedToNothing' : 'reassessed', values))
    }
    before = choice
  }
  if (reasons.length > 0) reasons.push(say(`reassessment.${policy.policy.reassessment}`, {}))
  return reasons
}

/** Empty where there was no promise at all. */
function promiseText(choice: Choice): string {
  return choice.kind === 'unknown' ? '' : (choice.target?.promise ?? '')
}

function explainRearming(
  policy: CompiledPolicy,
  { rearm }: CompiledMetric,
  { rearmedBy, facts }: Cycle,
  { armedBy, target }: Measure,
): Reason[] {
  if (rearm === null || rearmedBy.length === 0) return []
  if (armedBy === null) {
    const [first] = rearmedBy
    return first === undefined ? [] : [say('rearmedInVain', { at: first.at, event: eventPhrase(first) })]
  }
  const armed = say('rearmed', { at: armedBy.at, event: eventPhrase(armedBy) })
  return [armed, ...explainPromise(policy, target, facts, armedBy.at)]
}

/** Working days end at a wall time; what that is in hours depends on the days between. */
function explainDays(
  { workingDayMeaning }: CompiledPolicy,
  { limit }: Promised,
  measured: Measure,
): Reason[] {
  if (limit.kind !== 'working-days' || measured.armedBy !== null) return []
  const values = { limit: limit.text, length: writeLength(measured.budgetMs) }
  return [say(`days.${workingDayMeaning ?? 'same-wall-time'}`, values)]
}

/** Nothing is left of a clock that no longer counts: excluded, or withdrawn with its ticket. */
function explainCounted({ budgetMs, countedMs }: Measure, { state }: Clock): Reason[] {
  if (state === 'excluded' || state === 'not-promised') return []
  const values = { counted: writeLength(countedMs), budget: writeLength(budgetMs) }
  const left = budgetMs - countedMs
  if (left < 0) return [say('countedOver', { ...values, over: writeLength(left) })]
  return [say('counted', { ...values, left: writeLength(left) })]
}

function explainInstants({ atRiskAt, goalAt, settledAt, breachedAt }: Clock): Reason[] {
  const isKept = settledAt === null && breachedAt === null
  return [
    ...(atRiskAt === null || !isKept ? [] : [say('atRisk', { at: atRiskAt })]),
    ...(goalAt === null ? [] : [say('goal', { at: goalAt })]),
  ]
}

function explainEnd(
  { answeredAtLimit }: CompiledMetric,
  { settledAt, settledBy }: Cycle,
  { dueAt, promisedSince }: Measure,
  { breachedAt }: Clock,
): Reason[] {
  const reasons: Reason[] = []
  if (breachedAt !== null && dueAt !== null && promisedSince > dueAt) {
    reasons.push(say('promisedLate', { due: dueAt, at: promisedSince }))
  }
  if (settledAt !== null && settledBy !== null) {
    reasons.push(say('settled', { at: settledAt, event: eventPhrase(settledBy) }))
  }
  if (settledAt !== null && settledAt === dueAt) reasons.push(say(`atLimit.${answeredAtLimit}`, {}))
  return reasons
}

function say(key: string, values: Reason['values']): Reason {
  return { key: `explain.${key}`, values }
}

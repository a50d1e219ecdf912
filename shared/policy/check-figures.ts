import { daysAsTime, parseLength, type Length } from './duration.ts'
import type { Finding } from './finding.ts'
import type { Policy, PolicyTarget } from './policy.ts'

/** Goal, limit and warning of one target: each alone is a length, together they may contradict. */
export function checkFigures(policy: Policy, target: PolicyTarget, place: string): Finding[] {
  return [...checkGoal(policy, target, `${place}.goal`), ...checkWarning(policy, target, place)]
}

/** The warning for all targets, where it is no time and no share. */
export function checkAtRisk(policy: Policy): Finding[] {
  const length = lengthIn(policy, policy.atRisk)
  return length?.kind === 'working-days' ? [inDays('atRisk')] : []
}

function checkGoal(policy: Policy, { goal, limit }: PolicyTarget, place: string): Finding[] {
  if (goal === undefined) return []
  if (limit === 'none') return [{ place, reason: 'a goal is the softer of two figures: it needs a limit' }]
  const soft = lengthIn(policy, goal)
  const hard = typeof limit === 'string' ? lengthIn(policy, limit) : null
  if (soft === null || hard === null || isShorter(soft, hard)) return []
  return [{ place, reason: 'the goal must be shorter than the limit' }]
}

/** Hours before working days may be either; a day is never before the end of some hours. */
function isShorter(soft: Length, hard: Length): boolean {
  if (soft.kind === 'time') return hard.kind === 'working-days' || soft.ms < hard.ms
  return hard.kind === 'working-days' && soft.days < hard.days
}

function checkWarning(policy: Policy, { atRisk, limit }: PolicyTarget, place: string): Finding[] {
  const warning = lengthIn(policy, atRisk ?? policy.atRisk)
  if (warning === null) return []
  if (warning.kind === 'working-days') return atRisk === undefined ? [] : [inDays(`${place}.atRisk`)]
  const promised = typeof limit === 'string' ? lengthIn(policy, limit) : null
  if (promised?.kind !== 'time' || warning.ms < promised.ms) return []
  const reason = `the warning, ${warning.text} before the end, comes before the start of ${promised.text}`
  return [{ place: atRisk === undefined ? place : `${place}.atRisk`, reason }]
}

function inDays(place: string): Finding {
  return { place, reason: 'a warning is a share like 75 % or a time like 15 min' }
}

/** Null for what is no length of its own: a share, `none`. Days are time where the contract gives them hours. */
function lengthIn({ workingDays }: Policy, text: string): Length | null {
  const length = parseLength(text)
  return typeof length === 'string' ? null : daysAsTime(length, workingDays)
}

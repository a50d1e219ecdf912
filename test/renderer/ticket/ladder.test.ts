import { describe, expect, test } from 'vitest'
import type { EscalationStep } from '../../../shared/records/escalation.ts'
import { nextStep, takableSteps, withTaken } from '../../../renderer/ticket/ladder.ts'

const DONE = { at: 10, by: 'ana', summary: 'Sent.' }

function step(id: string, state: EscalationStep['state']): EscalationStep {
  const done = state === 'done' ? DONE : null
  return { id, clockId: null, role: id, deskId: null, rule: 'Rule', dueAt: null, state, done }
}

describe('which steps may be taken', () => {
  test('of a ladder the lowest that is not done, once it is due or on demand', () => {
    const steps = [
      step('overdue/1', 'due'),
      step('overdue/2', 'due'),
      step('overdue/3', 'upcoming'),
      step('dispute/1', 'available'),
      step('update/4/1', 'done'),
      step('update/4/2', 'due'),
      step('update/5/1', 'upcoming'),
    ]
    expect([...takableSteps(steps)]).toEqual(['overdue/1', 'dispute/1', 'update/4/2'])
  })
  test('rungs are counted, not spelled: the tenth comes after the second', () => {
    expect([...takableSteps([step('a/10', 'due'), step('a/2', 'due')])]).toEqual(['a/2'])
  })
  test('runs of a metric that repeats are ladders of their own', () => {
    expect([...takableSteps([step('a/1/2', 'due'), step('a/2/1', 'due')])]).toEqual(['a/1/2', 'a/2/1'])
  })
})

test('the key takes what is due before what is on demand', () => {
  const demand = step('dispute/1', 'available')
  expect(nextStep([demand, step('overdue/1', 'due')])?.id).toBe('overdue/1')
  expect(nextStep([step('overdue/1', 'done'), demand])?.id).toBe('dispute/1')
  expect(nextStep([step('overdue/1', 'upcoming')])).toBeNull()
})

test('what was just taken stands as done at once, until the hub says it itself', () => {
  const mine = step('a/1', 'done')
  expect(withTaken([step('a/1', 'due')], [mine])).toEqual([mine])
  const theirs = { ...mine, done: { ...DONE, by: 'bram' } }
  expect(withTaken([theirs], [mine])).toEqual([theirs])
})

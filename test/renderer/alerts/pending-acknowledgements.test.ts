import { expect, test } from 'vitest'
import { addPending, dropPending, withPending } from '../../../renderer/alerts/pending-acknowledgements.ts'
import type { Alert } from '../../../shared/contract/alerts.ts'
import { alertWith } from '../support/alerts.ts'

const a = alertWith({ id: 'a' })
const b = alertWith({ id: 'b' })

function held(...alerts: Alert[]): ReadonlyMap<string, Alert> {
  return new Map(alerts.map((alert) => [alert.id, alert]))
}

test('an alert looks acknowledged before the hub has said so, and as before where it refuses', () => {
  const pending = addPending(new Map(), [a], held(a, b), 'ana', 7)
  const shown = withPending([a, b], pending).map(({ acknowledged }) => acknowledged)
  expect(shown).toEqual([{ by: 'ana', at: 7 }, null])
  expect(withPending([a, b], dropPending(pending, ['a']))).toEqual([a, b])
})

test('what the hub says outweighs what this page did', () => {
  const pending = addPending(new Map(), [a], held(a), 'ana', 7)
  const byOther = { ...a, acknowledged: { by: 'bram', at: 5 } }
  expect(withPending([byOther], pending)).toEqual([byOther])
})

test('an alert that comes back later is a new one to look at', () => {
  const pending = addPending(new Map(), [a], held(a), 'ana', 7)
  const again = { ...a, raisedAt: 100 }
  expect(withPending([again], pending)).toEqual([again])
})

test('what the hub has taken or dropped is not kept for ever', () => {
  const first = addPending(new Map(), [a, b], held(a, b), 'ana', 7)
  const c = alertWith({ id: 'c' })
  const taken = { ...a, acknowledged: { by: 'ana', at: 7 } }
  expect([...addPending(first, [c], held(taken, c), 'ana', 9).keys()]).toEqual(['c'])
})

import { expect, test } from 'vitest'
import { nextRing, SILENCE } from '../../../renderer/alerts/rings.ts'

test('a new critical alert sounds at once, then every minute until it is gone', () => {
  let state = SILENCE
  const heard: number[] = []
  for (let at = 0; at <= 200_000; at += 1_000) {
    const next = nextRing(state, at >= 10_000 && at < 150_000 ? ['a'] : [], at)
    if (next.rings) heard.push(at)
    state = next.state
  }
  expect(heard).toEqual([10_000, 70_000, 130_000])
})

test('another one sounds at once, and the minute counts from there', () => {
  const first = nextRing(SILENCE, ['a'], 0)
  const second = nextRing(first.state, ['a', 'b'], 30_000)
  expect([first.rings, second.rings]).toEqual([true, true])
  expect(nextRing(second.state, ['a', 'b'], 60_000).rings).toBe(false)
  expect(nextRing(second.state, ['b'], 90_000).rings).toBe(true)
})

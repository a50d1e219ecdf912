import { expect, test } from 'vitest'
import { clockWord } from '../../../renderer/ticket/clock-word.ts'
import { webAddress } from '../../../renderer/ticket/web-address.ts'
import { clockWith } from '../support/board-rows.ts'

test('an answer after the breach is late, not met', () => {
  expect(clockWord(clockWith({ state: 'breached', breachedAt: 10, settledAt: 20 }), 30)).toBe('answered-late')
  expect(clockWord(clockWith({ state: 'met', settledAt: 5 }), 30)).toBe('met')
})

test('what does not count and what was not promised are never met', () => {
  expect(clockWord(clockWith({ state: 'excluded', settledAt: 5 }), 30)).toBe('excluded')
  expect(clockWord(clockWith({ state: 'not-promised', dueAt: null }), 30)).toBe('not-promised')
})

test('a running clock turns by itself', () => {
  const clock = clockWith({ atRiskAt: 10, dueAt: 20 })
  expect([0, 10, 20].map((now) => clockWord(clock, now))).toEqual(['running', 'at-risk', 'breached'])
})

test.each([
  ['https://desk.example/Ticket/1', 'https://desk.example/Ticket/1'],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['Ticket/1', null],
  [null, null],
])('the address %j leads to %j', (text, address) => {
  expect(webAddress(text)).toBe(address)
})

import { describe, expect, test } from 'vitest'
import { dueInstant, leadingClock } from '../../../renderer/boards/leading-clock.ts'
import { rowState } from '../../../renderer/boards/row-state.ts'
import { clockWith, rowWith } from '../support/board-rows.ts'

describe('leadingClock', () => {
  test('is the pending clock that breaches first, whatever their order', () => {
    const later = clockWith({ id: 'resolution', dueAt: 9_000_000 })
    const sooner = clockWith({ id: 'first-response', dueAt: 1_000_000 })
    expect(leadingClock(rowWith({ clocks: [later, sooner] }))?.id).toBe('first-response')
  })

  test('a running clock goes before a paused one, an answered one is never it', () => {
    const paused = clockWith({ id: 'resolution', state: 'paused', dueAt: null })
    const answered = clockWith({ id: 'next-reply', dueAt: 1, settledAt: 1, state: 'met' })
    const running = clockWith({ dueAt: 9_000_000 })
    expect(leadingClock(rowWith({ clocks: [answered, paused, running] }))?.id).toBe('first-response')
    expect(leadingClock(rowWith({ clocks: [answered, paused] }))?.id).toBe('resolution')
    expect(leadingClock(rowWith({ clocks: [answered] }))).toBeNull()
  })

  test('a breach without a due time is due when it breached', () => {
    expect(dueInstant(clockWith({ state: 'breached', dueAt: null, breachedAt: 5 }))).toBe(5)
  })
})

describe('rowState', () => {
  test('moves by time alone, and the due instant itself is already a breach', () => {
    const row = rowWith({ clocks: [clockWith({ atRiskAt: 100, dueAt: 200 })] })
    expect([99, 100, 199, 200].map((now) => rowState(row, now))).toEqual([
      'ok',
      'at-risk',
      'at-risk',
      'breached',
    ])
  })

  test('held clocks keep their own look however late it gets', () => {
    expect(rowState(rowWith({ clocks: [clockWith({ state: 'paused', dueAt: null })] }), 1e12)).toBe('paused')
    expect(rowState(rowWith({ clocks: [clockWith({ state: 'outside-hours' })] }), 1e12)).toBe('outside-hours')
  })

  test('what the contract excludes is shown as excluded, unless something else is owed', () => {
    const excluded = clockWith({ id: 'resolution', state: 'excluded', dueAt: null })
    expect(rowState(rowWith({ clocks: [excluded] }), 1e12)).toBe('excluded')
    const owed = clockWith({ atRiskAt: 100, dueAt: 200 })
    expect(rowState(rowWith({ clocks: [excluded, owed] }), 0)).toBe('ok')
  })

  test('nothing due and nothing known are two different things', () => {
    expect(rowState(rowWith({ clocks: [clockWith({ state: 'met', settledAt: 1 })] }), 0)).toBe('nothing-due')
    expect(rowState(rowWith({ clocks: [] }), 0)).toBe('unknown')
    expect(rowState(rowWith({ clocks: [clockWith({ state: 'cannot-be-computed', dueAt: null })] }), 0)).toBe(
      'unknown',
    )
  })
})

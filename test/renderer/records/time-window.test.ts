import { describe, expect, test } from 'vitest'
import { instantOfField, withinWindow } from '../../../renderer/records/time-window.ts'

const window = {
  column: 'start',
  from: Date.UTC(2026, 10, 20, 10),
  to: Date.UTC(2026, 10, 20, 12, 30),
}
const written = 'start >= 2026-11-20T10:00:00Z and start < 2026-11-20T12:30:00Z'

describe('a time window in a condition', () => {
  test('stands alone where nothing was asked', () => {
    expect(withinWindow(null, window)).toBe(written)
  })

  test('joins what was asked', () => {
    expect(withinWindow('carrier = X', window)).toBe(`carrier = X and ${written}`)
    expect(withinWindow('a = 1 or b = 2', window)).toBe(`(a = 1 or b = 2) and ${written}`)
  })

  test('takes the place of another time of the same column, and of no other', () => {
    expect(withinWindow(withinWindow('carrier = X', { ...window, from: 0 }), window)).toBe(
      `carrier = X and ${written}`,
    )
    expect(withinWindow('start between 2026-11-19 and 2026-11-20', window)).toBe(written)
    expect(withinWindow('end >= 2026-11-19', window)).toBe(`end >= 2026-11-19 and ${written}`)
  })

  test('takes the place of a text with a fault', () => {
    expect(withinWindow('carrier =', window)).toBe(written)
  })
})

describe('a field of date and time', () => {
  test('is an instant of the viewer’s zone', () => {
    expect(instantOfField('2026-11-20T10:00')).toBe(new Date(2026, 10, 20, 10).getTime())
  })

  test.each(['', '2026-11-20', 'today', '2026-13-20T10:00'])('holds none in “%s”', (text) => {
    expect(instantOfField(text)).toBeNull()
  })
})

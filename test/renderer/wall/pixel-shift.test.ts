import { describe, expect, test } from 'vitest'
import { pixelShift, SHIFT_REACH_PX } from '../../../renderer/wall/pixel-shift.ts'

const MINUTE = 60_000

describe('pixel shift against burn-in', () => {
  test('moves one pixel a minute, stays within reach and comes round', () => {
    const lap = 8 * SHIFT_REACH_PX
    const places = new Set<string>()
    for (let minute = 0; minute < lap; minute += 1) {
      const here = pixelShift(minute * MINUTE)
      const next = pixelShift((minute + 1) * MINUTE)
      expect(Math.abs(here.x - next.x) + Math.abs(here.y - next.y)).toBe(1)
      expect(Math.max(Math.abs(here.x), Math.abs(here.y))).toBe(SHIFT_REACH_PX)
      places.add(`${here.x},${here.y}`)
    }
    expect(places.size).toBe(lap)
  })

  test('does not move within a minute', () => {
    expect(pixelShift(5 * MINUTE + 1)).toEqual(pixelShift(5 * MINUTE + MINUTE - 1))
  })
})

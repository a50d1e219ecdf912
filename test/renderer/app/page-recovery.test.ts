import { describe, expect, test } from 'vitest'
import {
  addFault,
  type Faults,
  mayReloadForCode,
  parseFaults,
  waitBeforeReload,
} from '../../../renderer/app/page-recovery.ts'

const NOW = 1_780_000_000_000
const MINUTE_MS = 60_000

describe('a page that met a fault', () => {
  test('waits half a minute, then twice as long each time, never above ten minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((count) => waitBeforeReload(count) / 1_000)).toEqual([
      30, 60, 120, 240, 480, 600, 600,
    ])
    expect(waitBeforeReload(10_000)).toBe(10 * MINUTE_MS)
  })

  test('counts faults that follow each other right after the reload', () => {
    let faults: Faults | null = null
    let now = NOW
    for (let count = 1; count <= 20; count += 1) {
      faults = addFault(faults, now)
      expect(faults).toEqual({ count, at: now })
      now += waitBeforeReload(count) + 3_000
    }
  })

  test('begins anew once it ran for more than ten minutes after its reload', () => {
    const sixth = { count: 6, at: NOW }
    const reloaded = NOW + waitBeforeReload(6)
    expect(addFault(sixth, reloaded + 10 * MINUTE_MS).count).toBe(7)
    expect(addFault(sixth, reloaded + 10 * MINUTE_MS + 1).count).toBe(1)
  })

  test('reads back what it kept, and nothing else', () => {
    expect(parseFaults(`3 ${NOW}`)).toEqual({ count: 3, at: NOW })
    expect(parseFaults(null)).toBeNull()
    const garbage = ['', '0 5', '-1 5', '1.5 5', '2', 'two 5', 'Infinity 5', '2 -5', 'half a day']
    expect(garbage.filter((text) => parseFaults(text) !== null)).toEqual([])
  })
})

describe('a page whose code is gone', () => {
  test('reloads at once, and again only after a minute', () => {
    expect(mayReloadForCode(null, NOW)).toBe(true)
    expect(mayReloadForCode(NOW, NOW + 1)).toBe(false)
    expect(mayReloadForCode(NOW, NOW + MINUTE_MS - 1)).toBe(false)
    expect(mayReloadForCode(NOW, NOW + MINUTE_MS)).toBe(true)
  })

  test('is not kept from it for a year by a clock that was set back', () => {
    expect(mayReloadForCode(NOW + 365 * 86_400_000, NOW)).toBe(true)
  })
})
